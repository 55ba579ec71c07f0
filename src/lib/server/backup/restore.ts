import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isSealed, unseal } from './seal';
import { verify } from './verify';
import { copiesOf } from '../database/copies';
import { type Copies, CopyRefusal } from '../database/copy';
import type { Database } from '../database/open';
import { insertEpoch, markSafe, readWard, saveWard, type Ward } from '../queries/ward';
import type { World } from '../services';

/** What a restore did. */
export type Restored = Readonly<{
  head: number;
  /** Where the database that stood here before is kept; null where there was none. */
  aside: string | null;
  /** Entries that phones may have let go of because a newer backup held them, and that are not in this one. */
  letGo: number;
}>;

/** Puts a backup in the place of the present database, as the beginning of a new epoch (EP1). Does all, or refuses. */
export async function restore(
  url: string,
  file: string,
  world: Pick<World, 'newId' | 'now'>,
  key?: Buffer
): Promise<Restored> {
  if (!existsSync(file)) throw new CopyRefusal('missing');
  const copies = copiesOf(url);
  await copies.refuseWhileInUse();
  if (!(await isSealed(file))) return restorePlain(copies, file, world);
  if (!key) throw new CopyRefusal('no-key');
  const plain = join(copies.scratch, `${basename(file)}.unsealed`);
  try {
    await unseal(file, plain, key);
    return await restorePlain(copies, plain, world);
  } finally {
    await rm(plain, { force: true });
  }
}

async function restorePlain(
  copies: Copies,
  file: string,
  { newId, now }: Pick<World, 'newId' | 'now'>
): Promise<Restored> {
  const present = await presentWard(copies);
  const candidate = await copies.admit(file);
  try {
    const ward = await verify(candidate.db);
    if (present && present.id !== ward.id) throw new CopyRefusal('another-ward');
    await candidate.db.transaction().execute((trx) => beginEpoch(trx, ward, newId(), Math.round(now())));
    const aside = await candidate.takePlace(
      `before-restore-${new Date(now()).toISOString().replaceAll(':', '')}`
    );
    return { head: ward.head, aside, letGo: Math.max(0, (present?.safe ?? 0) - ward.head) };
  } catch (fault) {
    await candidate.discard();
    throw fault;
  }
}

/** The file itself is the verified second place: what it holds is safe. */
async function beginEpoch(trx: Database, ward: Ward, epoch: string, at: number): Promise<void> {
  const renewed = { ...ward, epoch };
  await insertEpoch(trx, renewed, at, 'restore');
  await saveWard(trx, renewed);
  await markSafe(trx, ward.head);
}

/** A database that cannot be read any more is a good reason to restore, not to refuse. */
async function presentWard(copies: Copies): Promise<Ward | undefined> {
  const present = copies.present();
  try {
    return present && (await readWard(present.db));
  } catch {
    return undefined;
  } finally {
    await present?.close();
  }
}
