import { hash } from 'node:crypto';
import type { ColumnCode } from '$lib/domain/lists/columns';
import { findHeader, headerKey } from '$lib/domain/lists/header';
import { proposeSetup, type SheetSetup } from '$lib/domain/lists/setup';
import type { FileProblem, Sheet } from '$lib/domain/lists/sheet';
import { forgetListRows, insertList, moveList, readForgottenLists, readListHeader } from '../queries/lists';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';
import type { ListBook } from './book';
import { readApart } from './read-apart';
import { yieldTurn } from '../turns';

/** What a list is brought for: to be entered, or only to be laid beside the book. */
export type ListPurpose = 'import' | 'compare';

export type TakenList = { kind: 'taken'; id: string } | { kind: 'refused'; problem: FileProblem };

/** Takes a file in: read apart, its columns proposed; nothing of it is in the book. */
export async function takeList(
  services: Services,
  account: string,
  { file, bytes, purpose }: { file: string; bytes: Uint8Array; purpose: ListPurpose }
): Promise<TakenList> {
  const read = await readApart(bytes);
  if ('problem' in read) return { kind: 'refused', problem: read.problem };
  const setups = await propose(services, read.sheets, file);
  if (!setups.some(({ isUsed }) => isUsed)) return { kind: 'refused', problem: 'not-a-table' };
  const id = services.newId();
  const book: ListBook = { setups, isWhole: true };
  const list = {
    ...{ id, account, purpose, at: Math.round(services.now()), state: 'columns' },
    ...{ file: file.slice(0, 200), sha: hash('sha256', bytes, 'hex'), json: JSON.stringify(book) }
  };
  await services.write((trx) => insertList(trx, list, read.sheets));
  await tidyLists(services);
  return { kind: 'taken', id };
}

/** Throws a list away that was not entered; its rows go with it. */
export const dropList = ({ write }: Pick<Services, 'write'>, id: string): Promise<boolean> =>
  write(async (trx) => {
    if (!(await moveList(trx, id, ['columns', 'preview'], { state: 'dropped' }))) return false;
    await forgetListRows(trx, id);
    return true;
  });

/** Names of people are not kept longer than somebody works with them (Luật 91/2025/QH15, Điều 3): what came to nothing goes when the next list comes. */
async function tidyLists(services: Services): Promise<void> {
  for (const id of await readForgottenLists(services.db, services.now() - KEPT)) await dropList(services, id);
}

const KEPT = 30 * 86_400_000;

/** Sheet by sheet, with a turn for phones between. */
async function propose(services: Services, sheets: readonly string[], file: string): Promise<SheetSetup[]> {
  const groups = (await currentCampaign(services))?.campaign.groups ?? [];
  const setups: SheetSetup[] = [];
  for (const json of sheets) {
    const sheet = JSON.parse(json) as Sheet;
    const columns = await readListHeader(services.db, headerKey(findHeader(sheet).labels));
    const remembered = columns ? (JSON.parse(columns) as ColumnCode[]) : undefined;
    setups.push(proposeSetup(sheet, file, groups, remembered));
    await yieldTurn();
  }
  return setups;
}
