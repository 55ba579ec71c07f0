import { changesSince, type GroupChange } from '$lib/domain/figures/changes-since';
import { GroupFigures } from '$lib/domain/figures/group-figures';
import { BusyError } from '../database/faults';
import { readLook, saveLook } from '../queries/looks';
import type { Services } from '../services';

/** What changed since somebody last looked, and when that was; nothing for who looks for the first time. */
export type SinceLastLook = Readonly<{ at: number; changes: readonly GroupChange[] }>;

/** Pages opened within this time of one another are one look. */
const ONE_LOOK = 30 * 60_000;
/** Written down at most this often. */
const PAUSE = 60_000;

/** Compares with the last look of this person, and remembers this one. */
export async function lookAgain(
  services: Services,
  account: string,
  groups: readonly GroupFigures[]
): Promise<SinceLastLook | null> {
  const now = Math.round(services.now());
  const known = await readLook(services.db, account);
  const isAnother = known !== undefined && now - known.seen_at > ONE_LOOK;
  const since = isAnother
    ? { since_at: known.seen_at, since: known.seen }
    : { since_at: known?.since_at ?? null, since: known?.since ?? null };
  if (!known || now - known.seen_at > PAUSE) {
    const seen = groups.map(({ group, coverage, tallies, signedAt }) => ({
      ...{ group, coverage, tallies, signedAt }
    }));
    const look = { account, seen_at: now, seen: JSON.stringify(seen), ...since };
    try {
      await services.write((trx) => saveLook(trx, look));
    } catch (fault) {
      // Who only wants to look is not kept from it by a ward that is busy writing.
      if (!(fault instanceof BusyError)) throw fault;
    }
  }
  if (since.since_at === null || since.since === null) return null;
  const before = (JSON.parse(since.since) as unknown[]).map((one) => GroupFigures.parse(one));
  return { at: since.since_at, changes: changesSince(before, groups) };
}
