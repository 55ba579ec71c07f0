import type { GroupId } from '$lib/domain/ids';
import type { Row } from '$lib/domain/entry/row';
import { PAGE_OF_ROWS } from '$lib/protocol/limits';
import type { Database } from '../database/open';
import { withoutBars } from '$lib/domain/people/assessment';
import { fromStored, readNews, readNewsAt, type StoredRow } from '../queries/rows';

/** Some rows in the order of their numbers, and the number up to which they are complete. */
export type Page = Readonly<{ rows: Row[]; upTo: number; more: boolean }>;

/** What changed in the groups after a number; never a part of one number, since a cursor counts whole ones (SV2). */
export async function readPage(
  db: Database,
  groups: readonly GroupId[],
  after: number,
  head: number,
  seesBars: boolean
): Promise<Page> {
  if (groups.length === 0) return { rows: [], upTo: head, more: false };
  const shown = (found: readonly StoredRow[]): Row[] =>
    found.map(fromStored).map((row) => (seesBars ? row : withoutBars(row)));
  const found = await readNews(db, groups, after, PAGE_OF_ROWS + 1);
  if (found.length <= PAGE_OF_ROWS) return { rows: shown(found), upTo: head, more: false };
  const cut = found.at(-1)!.seq;
  const whole = found.filter(({ seq }) => seq < cut);
  if (whole.length > 0) return { rows: shown(whole), upTo: whole.at(-1)!.seq, more: true };
  const large = await readNewsAt(db, groups, cut);
  return { rows: shown(large), upTo: cut, more: true };
}
