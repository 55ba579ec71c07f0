import { inflateRawSync } from 'node:zlib';
import { FILE_LIMITS, type FileProblem } from '$lib/domain/lists/sheet';

/** Thrown where a file is not read any further; nothing of it is used. */
export class FileRefused extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}

type Member = Readonly<{ method: number; packed: number; size: number; at: number }>;

/** The parts of a zip archive, each unpacked when it is asked for and never beyond what is allowed, whatever it declares. */
export class Archive {
  readonly #bytes: Buffer;
  readonly #members: ReadonlyMap<string, Member>;
  #inflated = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#members = readDirectory(bytes);
    const declared = [...this.#members.values()].reduce((sum, { size }) => sum + size, 0);
    if (declared > FILE_LIMITS.inflated) throw new FileRefused('too-packed');
  }

  get names(): string[] {
    return [...this.#members.keys()];
  }

  /** A part as text; nothing where there is none of that name. */
  text(name: string): string | undefined {
    const member = this.#members.get(name);
    if (!member) return;
    const text = new TextDecoder().decode(this.#inflate(member));
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FileRefused('has-doctype');
    return text;
  }

  #inflate({ method, packed, size, at }: Member): Uint8Array {
    const nameLength = this.#bytes.readUInt16LE(at + 26);
    const from = at + 30 + nameLength + this.#bytes.readUInt16LE(at + 28);
    const data = this.#bytes.subarray(from, from + packed);
    if (data.length < packed) throw new FileRefused('damaged');
    if (method === 0) return data;
    if (method !== 8) throw new FileRefused('damaged');
    const left = FILE_LIMITS.inflated - this.#inflated;
    const most = Math.min(left, Math.max(packed * FILE_LIMITS.ratio, SMALL));
    if (size > most) throw new FileRefused('too-packed');
    const inflated = inflatedWithin(data, most);
    this.#inflated += inflated.length;
    if (inflated.length !== size) throw new FileRefused('damaged');
    return inflated;
  }
}

/** A part this small may be packed as well as it likes: a table of one style repeated is. */
const SMALL = 1024 * 1024;

function inflatedWithin(data: Uint8Array, most: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: most });
  } catch (fault) {
    const isBeyond = (fault as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new FileRefused(isBeyond ? 'too-packed' : 'damaged');
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

function readDirectory(bytes: Buffer): Map<string, Member> {
  const end = findEnd(bytes);
  if (end < 0) throw new FileRefused('damaged');
  const count = bytes.readUInt16LE(end + 10);
  if (count > FILE_LIMITS.members) throw new FileRefused('too-many-parts');
  const members = new Map<string, Member>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new FileRefused('damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) throw new FileRefused('damaged');
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new FileRefused('locked');
    members.set(name.replace(/^\//, ''), {
      ...{ method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20) },
      ...{ size: bytes.readUInt32LE(at + 24), at: local }
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return members;
}

/** From the back, past a comment of any length. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  return -1;
}
