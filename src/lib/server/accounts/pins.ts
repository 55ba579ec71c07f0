import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { BusyError } from '../database/faults';

/** Hashing of PINs (mã PIN), a few at a time. */
export type Hashing = Readonly<{
  hash: (pin: string) => Promise<string>;
  /** So many wait that one more would wait too long. */
  isFull: () => boolean;
  /** Takes as long for a login that does not exist. */
  matches: (pin: string, hash: string | null) => Promise<boolean>;
}>;

const COST = { N: 2 ** 14, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };
const LENGTH = 32;
/** More at once would take every thread from the files and the wire. */
const AT_ONCE = 2;
/** Who would wait longer than these is told to come back. */
const MOST_WAITING = 20;

export function createHashing(): Hashing {
  const { queued, isFull } = createQueue(AT_ONCE, MOST_WAITING);
  const derive = (pin: string, salt: Buffer) =>
    queued(
      () =>
        new Promise<Buffer>((resolve, reject) =>
          scrypt(pin.normalize('NFC'), salt, LENGTH, COST, (fault, key) =>
            fault ? reject(fault) : resolve(key)
          )
        )
    );
  return {
    isFull,
    async hash(pin) {
      const salt = randomBytes(16);
      return `scrypt1$${salt.toString('base64')}$${(await derive(pin, salt)).toString('base64')}`;
    },
    async matches(pin, hash) {
      const [, salt = '', wanted = ''] = (hash ?? '').split('$');
      const key = await derive(pin, Buffer.from(salt || 'nobody', 'base64'));
      const expected = Buffer.from(wanted, 'base64');
      return expected.length === key.length && timingSafeEqual(expected, key);
    }
  };
}

function createQueue(most: number, mostWaiting: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  const isFull = () => waiting.length >= mostWaiting;
  const queued = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isFull()) throw new BusyError('too many at the door');
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  return { queued, isFull };
}
