import type { Row } from '$lib/domain/entry/row';
import { rankGroups } from '$lib/domain/figures/ranking';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import { keyOf } from '$lib/domain/entry/reading';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { GroupId } from '$lib/domain/ids';
import { Picture } from '$lib/state/picture.svelte';
import type { OwnWorkBook } from '$lib/state/own-work.svelte';

/** Milliseconds in a page: a group's households read, counted whole, counted after a change of one; and all groups ranked. */
export type CountedHere = Readonly<{ read: number; whole: number; changes: number[]; ranks: number[] }>;

declare global {
  var countHere: typeof count;
}

/** The phone's own picture, on a page that has never counted before. */
function count(rows: Row[], groups: GroupFigures[], campaign: Campaign, today: string): CountedHere {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const confirmed = {
    get: (key: string) => byKey.get(key as never),
    all: () => byKey.values(),
    contained: { history: '', seq: 1 }
  };
  const nothingOwed = { owed: () => [], stage: () => undefined } as unknown as OwnWorkBook;
  const group = rows[0]!.group as GroupId;
  const picture = new Picture(confirmed, nothingOwed, () => ({ campaign, today, group }));
  const read = timed(() => picture.update('all'));
  const whole = timed(() => picture.figures);
  const people = rows.filter(({ type }) => type === 'person').slice(0, 41);
  const changes = people.map((person, n) => {
    const value = n % 2 === 0 ? 'yes' : 'no';
    const changed = { ...person, fields: { ...person.fields, insurance: [value, 2] } } as Row;
    byKey.set(keyOf(changed), changed);
    return timed(() => {
      picture.update([changed]);
      return picture.figures;
    });
  });
  const ranks = Array.from({ length: 11 }, () => timed(() => rankGroups(campaign, groups, 'total')));
  return { read, whole, changes, ranks };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

globalThis.countHere = count;
