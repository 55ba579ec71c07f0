import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { seal } from './seal';
import { verify } from './verify';
import { copiesOf } from '../database/copies';
import { type Copies, CopyRefusal } from '../database/copy';
import { makeDurable } from '../database/durable';
import type { OpenDatabase } from '../database/open';
import { readChainAt } from '../queries/chain';
import { markSafe, readWard, type Ward } from '../queries/ward';

/** What a finished backup (bản sao) holds, and the number up to which phones may now let go. */
export type BackedUp = Readonly<{ file: string; head: number; safe: number }>;

/** Copies the ward while it works. Only what was opened again and verified moves the safe number (EP2). */
export async function backUp(
  { db, write }: Pick<OpenDatabase, 'db' | 'write'>,
  url: string,
  file: string,
  key?: Buffer
): Promise<BackedUp> {
  if (!(await readWard(db))) throw new CopyRefusal('no-ward');
  await mkdir(dirname(file), { recursive: true });
  const copies = copiesOf(url);
  const unfinished = `${file}.unfinished`;
  // Nothing that can be read leaves this machine where a key says so.
  const plain = key ? join(copies.scratch, `${basename(file)}.unsealed`) : unfinished;
  try {
    const copied = await copyAndVerify(copies, plain);
    if (key) await seal(plain, unfinished, key);
    await makeDurable(unfinished);
    await rename(unfinished, file);
    await makeDurable(dirname(file));
    return { file, head: copied.head, safe: await write((trx) => moveSafe(trx, copied)) };
  } finally {
    await rm(unfinished, { force: true });
    await rm(plain, { force: true });
  }
}

async function copyAndVerify(copies: Copies, file: string): Promise<Ward> {
  await rm(file, { force: true });
  await copies.copyTo(file);
  const copy = await copies.inspect(file);
  try {
    return await verify(copy.db);
  } finally {
    await copy.close();
    // It holds people's data: for nobody else on this machine.
    await chmod(file, 0o600);
  }
}

/** The ward may have been restored while it was copied: then the copy is of a history that is no longer ours. */
async function moveSafe(trx: OpenDatabase['db'], { epoch, head, chain }: Ward): Promise<number> {
  const ward = (await readWard(trx))!;
  if (ward.epoch !== epoch || head <= ward.safe) return ward.safe;
  if ((await readChainAt(trx, head)) !== chain) return ward.safe;
  await markSafe(trx, head);
  return head;
}
