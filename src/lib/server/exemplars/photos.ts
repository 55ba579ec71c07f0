import { hash } from 'node:crypto';
import type { Actor } from '$lib/domain/actor';
import type { RowType } from '$lib/domain/entry/row';
import type { GroupId } from '$lib/domain/ids';
import { exemplarFrom, nominationFrom } from '$lib/domain/people/exemplar';
import { mayRecord, worksAtTheWard } from '$lib/domain/rights';
import type { ProblemCode } from '$lib/protocol/problem';
import { countPhotosOf, insertPhoto, readPhoto, type StoredPhoto } from '../queries/photos';
import { fromStored, readRowsOfGroup, readRowsOfType } from '../queries/rows';
import type { Services } from '../services';

/** As many as a group sends in years; more is no nomination any more. */
const MOST_PHOTOS = 200;

/** Keeps a photo that a nomination of the sender's own group names; the same bytes again are the same photo (PO2). */
export async function keepPhoto(
  services: Services,
  actor: Actor,
  sha: string,
  bytes: Uint8Array
): Promise<ProblemCode | undefined> {
  const type = typeOf(bytes);
  if (!type || hash('sha256', bytes, 'hex') !== sha) return 'not-ours';
  const group = await groupNaming(services, actor, sha);
  if (!group) return 'forbidden';
  return services.write(async (trx) => {
    if (await readPhoto(trx, sha)) return;
    if ((await countPhotosOf(trx, group)) >= MOST_PHOTOS) return 'too-many';
    const at = Math.round(services.now());
    await insertPhoto(trx, { sha, group_id: group, account: actor.account, at, type, bytes });
  });
}

/** A photo for who may see it: the office, the group that sent it, everybody while the ward spreads it (PO2). */
export async function readPhotoFor(
  services: Services,
  actor: Actor,
  sha: string
): Promise<StoredPhoto | undefined> {
  const isShown = worksAtTheWard(actor) || (await groupNaming(services, actor, sha)) !== undefined;
  if (isShown || (await isSpread(services, sha))) return readPhoto(services.db, sha);
}

async function groupNaming({ db }: Services, actor: Actor, sha: string): Promise<GroupId | undefined> {
  for (const group of actor.groups.filter((one) => mayRecord(actor, one))) {
    const rows = await readRowsOfGroup(db, group, ['nomination'] satisfies RowType[]);
    if (rows.map((row) => nominationFrom(fromStored(row))).some(({ photo }) => photo === sha)) return group;
  }
}

async function isSpread({ db }: Services, sha: string): Promise<boolean> {
  const exemplars = (await readRowsOfType(db, 'exemplar')).map((row) => exemplarFrom(fromStored(row)));
  return exemplars.some(({ photo, isShown }) => isShown && photo === sha);
}

/** By what stands in it, whatever was said of it; whole to its end. */
function typeOf(bytes: Uint8Array): StoredPhoto['type'] | undefined {
  const at = (place: number, ...wanted: number[]) =>
    wanted.every((byte, next) => bytes.at(place + next) === byte);
  if (at(0, 0xff, 0xd8, 0xff) && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9) return 'image/jpeg';
  const size = Buffer.from(bytes).readUInt32LE.bind(Buffer.from(bytes));
  const isWebP = bytes.length > 16 && at(0, 0x52, 0x49, 0x46, 0x46) && at(8, 0x57, 0x45, 0x42, 0x50);
  return isWebP && size(4) + 8 === bytes.length ? 'image/webp' : undefined;
}
