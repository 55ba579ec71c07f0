import type { Database } from '../database/open';
import { insertAct, readLastAct } from '../queries/audit';
import type { Services } from '../services';

/** What the office may do beside entries. */
export type ActCode =
  | 'campaign-copied'
  | 'campaign-saved'
  | 'campaign-used'
  | 'draft-deleted'
  | 'groups-named'
  | 'figure-typed'
  | 'mark-given'
  | 'mark-revoked'
  | 'period-closed'
  | 'period-amended'
  | 'public-opened'
  | 'public-shut'
  | 'list-entered'
  | 'list-taken-back'
  | 'table-exported'
  | 'reader-made'
  | 'reader-revoked'
  | 'setting-kept'
  | 'words-kept'
  | 'paper-made'
  | 'group-urged'
  | 'urging-escalated'
  | 'urge-days-set'
  | 'account-added'
  | 'account-disabled'
  | 'account-enabled'
  | 'account-assigned'
  | 'account-renamed'
  | 'link-given'
  | 'award-chosen'
  | 'unit-report-received'
  | 'unit-reminded';

/** Who does what to what: an act is known by its number, its text stays in the book. */
export type OfficeAct = Readonly<{ account: string; act: ActCode; about: string; detail: string }>;

/** Does something at the ward's desk and writes it into the book, both or neither (nhật ký). */
export const doAtDesk = <T>(
  { write, now }: Pick<Services, 'write' | 'now'>,
  act: OfficeAct,
  work: ActWork<T>
): Promise<T> => write((trx) => actWithin(trx, now(), act, work));

type ActWork<T> = (trx: Database, number: number, at: number) => Promise<T>;

/** The same beside other work of one transaction. */
export async function actWithin<T>(trx: Database, now: number, act: OfficeAct, work: ActWork<T>): Promise<T> {
  const number = (await readLastAct(trx)) + 1;
  const at = Math.round(now);
  const done = await work(trx, number, at);
  await insertAct(trx, { number, at, ...act });
  return done;
}
