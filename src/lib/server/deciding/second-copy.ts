import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { Entry } from '$lib/domain/entry/entry';
import { LARGEST_BATCH } from '$lib/protocol/limits';
import { boundTo, SecondCopy } from '$lib/protocol/second-copy';
import type { Receipt } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import { noteStored } from '../exchange/contact';
import { type Caller, deliver, NotStored, readCaller, type Settle, storing } from '../exchange/deliver';
import { lastCall } from '../exchange/visit';
import { readPrivateSeal } from '../queries/seals';
import type { Services } from '../services';

/** What a file of somebody's unsent work brought (bản sao dự phòng; OB6). */
export type TakenIn =
  | { kind: 'taken'; name: string; fresh: number; already: number; notInEffect: number }
  | { kind: 'refused'; problem: 'foreign' | 'damaged' };

/** Opens a sealed file and stores what is in it as its author delivered it; twice is once, half is nothing. */
export async function takeInSecondCopy(services: Services, copy: SecondCopy): Promise<TakenIn> {
  const seal = await readPrivateSeal(services.db, copy.seal);
  if (!seal) return { kind: 'refused', problem: 'foreign' };
  const entries = opened(copy, seal.private_key);
  if (!entries) return { kind: 'refused', problem: 'damaged' };
  try {
    return await storing(services, (trx, settleBatch) => store(trx, services, copy, entries, settleBatch));
  } catch (fault) {
    if (fault instanceof NotStored) return { kind: 'refused', problem: 'foreign' };
    throw fault;
  }
}

/** The text of a file as somebody chose it; nothing where it is none of ours. */
export function readSecondCopy(text: string): SecondCopy | undefined {
  try {
    return SecondCopy.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function store(
  trx: Database,
  services: Services,
  copy: SecondCopy,
  entries: readonly Entry[],
  settleBatch: Settle
): Promise<TakenIn> {
  const called = await lastCall(trx, copy.account, copy.device, Math.round(services.now()));
  let caller: Caller = { ...(await readCaller(trx, copy.account)), called };
  const receipts: Receipt[] = [];
  for (let from = 0; from < entries.length; from += LARGEST_BATCH) {
    const page = entries.slice(from, from + LARGEST_BATCH);
    const settled = await deliver(trx, services, caller, (delivery) => settleBatch(trx, delivery, page));
    await noteStored(trx, copy.account, copy.device, settled.stored, Math.round(services.now()));
    caller = { ...caller, ward: settled.ward };
    receipts.push(...settled.receipts);
  }
  const fresh = receipts.filter(({ already }) => !already);
  return {
    kind: 'taken',
    name: caller.author.name,
    fresh: fresh.length,
    already: receipts.length - fresh.length,
    notInEffect: fresh.filter(({ status }) => status === 'quarantined' || status === 'waiting').length
  };
}

function opened(copy: SecondCopy, privateKey: string): Entry[] | undefined {
  try {
    const entries: unknown = JSON.parse(unsealed(copy, privateKey));
    if (!Array.isArray(entries) || entries.length !== copy.entries) return;
    const read = entries.map((entry) => Entry.safeParse(entry).data);
    const isOurs = (entry: Entry | undefined): entry is Entry =>
      entry !== undefined && entry.author === copy.account && entry.device === copy.device;
    return read.every(isOurs) ? read : undefined;
  } catch {
    // Whatever does not open is not what was sealed.
    return undefined;
  }
}

const TAG = 16;

function unsealed(copy: SecondCopy, privateKey: string): string {
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: Buffer.from(copy.ephemeral, 'base64'), format: 'der', type: 'spki' })
  });
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), Buffer.from(copy.format), 32));
  const sealed = Buffer.from(copy.sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(copy.iv, 'base64'), {
    authTagLength: TAG
  });
  decipher.setAAD(Buffer.from(boundTo(copy)));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]).toString('utf8');
}
