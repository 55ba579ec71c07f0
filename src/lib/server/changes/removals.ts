import { bodyOf } from '$lib/domain/entry/upcast';
import type { Row } from '$lib/domain/entry/row';
import { type Removal, removalsIn, tookOut } from '$lib/domain/figures/removals';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Database } from '../database/open';
import { readDecidedEntries } from '../queries/removals';
import { readSides } from '../deciding/sides';
import type { Services } from '../services';

/** Who was taken out of a count, by whom and when (ra khỏi mẫu số). */
export type KnownRemoval = Removal & Readonly<{ by: string; at: number | null }>;

/** Whom somebody took out, of the rows of a group; what was outside from the beginning is none. */
export async function removalsAmong(
  db: Database,
  rows: readonly Row[],
  campaign: Campaign
): Promise<KnownRemoval[]> {
  const outside = rows.flatMap((row) => removalsIn(row, campaign));
  const made = await readDecidedEntries(db, new Set(outside.map(({ seq }) => seq)));
  const bySeq = new Map(made.map((entry) => [entry.seq, entry]));
  return outside.flatMap((removal): KnownRemoval[] => {
    const entry = bySeq.get(removal.seq);
    const body = entry && bodyOf({ schema: entry.schema, body: Buffer.from(entry.body).toString('utf8') });
    if (!body) return removal.field === 'closed' ? [{ ...removal, by: '', at: null }] : [];
    return tookOut(removal, body, campaign) ? [{ ...removal, by: entry.name ?? '', at: entry.at }] : [];
  });
}

/** The newest first, each with its name and address: for who may read names. */
export async function withNames(services: Services, removals: readonly KnownRemoval[]) {
  const sideOf = await readSides(services, removals);
  return removals.map((removal) => {
    const { name, birth, address } = sideOf(removal);
    return { ...removal, name, birth, address };
  });
}
