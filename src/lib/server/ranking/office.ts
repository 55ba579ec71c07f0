import type { GroupId } from '$lib/domain/ids';
import type { GroupFigures, Mark } from '$lib/domain/figures/group-figures';
import type { TypedFigure } from '$lib/domain/figures/typed';
import type { Database } from '../database/open';
import { readMarks } from '../queries/marks';
import { readTypedFigures } from '../queries/typed-figures';

/** What the office said beside the households, as it is valid now. */
export type OfficeWords = Readonly<{
  /** Number of the act up to which it was read. */
  act: number;
  campaign: string;
  typed: readonly TypedFigure[];
  /** One value a group, by indicator. */
  values: ReadonlyMap<GroupId, NonNullable<GroupFigures['values']>>;
  marks: ReadonlyMap<GroupId, Mark[]>;
}>;

export async function readOfficeWords(db: Database, campaign: string, act: number): Promise<OfficeWords> {
  const typed = newestOfEach(await readTypedFigures(db, campaign));
  const values = new Map<GroupId, NonNullable<GroupFigures['values']>>();
  for (const { group, indicator, amount, of } of typed) {
    const pair = [Number(amount), Number(of ?? 1)] as const;
    if (group === null || !pair.every(Number.isInteger)) continue;
    values.set(group, { ...values.get(group), [indicator]: [...pair] });
  }
  const marks = new Map<GroupId, Mark[]>();
  for (const { group, kind, code, points, reason, revoked } of await readMarks(db, campaign)) {
    if (revoked) continue;
    marks.set(group, [{ kind, code, points, reason }, ...(marks.get(group) ?? [])]);
  }
  return { act, campaign, typed, values, marks };
}

/** Given the newest first; without the number that is the office's own. */
function newestOfEach(all: readonly (TypedFigure & { number: number })[]): TypedFigure[] {
  const newest = new Map<string, TypedFigure>();
  for (const { number: _, ...figure } of all) {
    const key = `${figure.indicator}/${figure.group ?? ''}`;
    if (!newest.has(key)) newest.set(key, figure);
  }
  return [...newest.values()];
}
