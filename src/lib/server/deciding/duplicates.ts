import type { PossibleDuplicate } from '$lib/domain/people/duplicates';
import { keyOf } from '$lib/domain/entry/reading';
import type { Receipt } from '$lib/protocol/sync';
import { seenAs, writeAtDesk } from '../office/desk';
import { candidateOf, readDirectory } from './directory';
import {
  deleteNotDuplicates,
  readKeptApart,
  readNotDuplicates,
  saveNotDuplicates
} from '../queries/duplicates';
import { fromStored, readRowsById } from '../queries/rows';
import type { Services } from '../services';
import { readSides, type Side } from './sides';

export type ShownDuplicate = Readonly<{ one: Side; other: Side; because: PossibleDuplicate['because'] }>;

/** A merge that stands, and may be taken back. */
export type ShownMerge = Readonly<{ goes: Side; stays: Side }>;

/** Possible doubles in the whole ward, the surest first, without those that somebody has found to be two (CO6). */
export async function findDuplicates(
  services: Services,
  most = Infinity
): Promise<{ count: number; shown: ShownDuplicate[] }> {
  const directory = await readDirectory(services);
  directory.pairs ??= directory.lookalikes.pairs();
  const apart = await readNotDuplicates(services.db);
  const found = directory.pairs.filter(({ one, other }) => !apart.has(`${one.id} ${other.id}`));
  const asked = found.slice(0, most);
  const sideOf = await readSides(
    services,
    asked.flatMap(({ one, other }) => [one, other])
  );
  const shown = asked.map(({ one, other, because }) => ({
    one: sideOf(one),
    other: sideOf(other),
    because
  }));
  return { count: found.length, shown };
}

/** What was merged and not taken back. */
export async function findMerges(services: Services, most = Infinity): Promise<ShownMerge[]> {
  const { merged } = await readDirectory(services);
  const all = [...merged.values()].slice(0, most);
  const into = (await readRowsById(services.db, new Set(all.map(({ into }) => into)))).map(fromStored);
  const rows = new Map(into.map((row) => [keyOf(row), candidateOf(row)]));
  const both = all.flatMap(({ goes, into: id }) => {
    const stays = rows.get(keyOf({ type: goes.type, id }));
    return stays ? [{ goes, stays }] : [];
  });
  const sideOf = await readSides(
    services,
    both.flatMap(({ goes, stays }) => [goes, stays])
  );
  return both.map(({ goes, stays }) => ({ goes: sideOf(goes), stays: sideOf(stays) }));
}

/** The first stays, the second becomes another name of it; by an entry of the officer's. */
export const mergeAtDesk = (
  services: Services,
  account: string,
  { type, stays, goes }: { type: string; stays: string; goes: string }
): Promise<Receipt | undefined> =>
  writeAtDesk(services, account, async (row) => {
    const merged = await row(type, goes);
    if (!merged) return;
    return {
      kind: 'merge',
      group: merged.group,
      body: { changes: [seenAs(merged, {})], about: { into: stays } }
    };
  });

export const unmergeAtDesk = (
  services: Services,
  account: string,
  { type, id }: { type: string; id: string }
): Promise<Receipt | undefined> =>
  writeAtDesk(services, account, async (row) => {
    const merged = await row(type, id);
    return merged && { kind: 'unmerge', group: merged.group, body: { changes: [seenAs(merged, {})] } };
  });

/** "Không phải trùng": remembered, so that nobody is asked again. */
export async function keepApart(services: Services, account: string, a: string, b: string): Promise<void> {
  const [one, other] = a < b ? [a, b] : [b, a];
  await services.write((trx) =>
    saveNotDuplicates(trx, { one, other, account, at: Math.round(services.now()) })
  );
}

/** What somebody has found to be two, while both are still alike: it can be looked at again. */
export async function findKeptApart(services: Services, most: number): Promise<ShownApart[]> {
  const directory = await readDirectory(services);
  directory.pairs ??= directory.lookalikes.pairs();
  const kept = await readKeptApart(services.db, most);
  const alike = new Map(directory.pairs.map((pair) => [`${pair.one.id} ${pair.other.id}`, pair]));
  const both = kept.flatMap(({ one, other, at, by }) => {
    const pair = alike.get(`${one} ${other}`);
    return pair ? [{ pair, at, by: by ?? '' }] : [];
  });
  const sideOf = await readSides(
    services,
    both.flatMap(({ pair }) => [pair.one, pair.other])
  );
  return both.map(({ pair, at, by }) => ({ one: sideOf(pair.one), other: sideOf(pair.other), at, by }));
}

/** A pair that was found to be two, by whom and when. */
export type ShownApart = Readonly<{ one: Side; other: Side; at: number; by: string }>;

/** Asks again about two that somebody has found to be two. */
export const askAgain = ({ write }: Services, one: string, other: string) =>
  write((trx) => deleteNotDuplicates(trx, one, other));
