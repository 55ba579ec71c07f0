import type { GroupId } from '$lib/domain/ids';
import { headerKey } from '$lib/domain/lists/header';
import type { ListItem } from '$lib/domain/lists/item';
import { type Candidate, matchAll } from '$lib/domain/lists/match';
import { PreviewMaker } from '$lib/domain/lists/preview';
import { problemOf, type SetupProblem, type SheetSetup } from '$lib/domain/lists/setup';
import { addListItems, clearListItems, moveList, saveListHeader } from '../queries/lists';
import { readNumbersOfLists } from '../queries/list-entries';
import type { Services } from '../services';
import type { ListBook, ListResult } from './book';
import { readSheets } from './reading';
import { inTurns, yieldTurn } from '../turns';
import { readWardBook } from './ward-book';

type Setup = Readonly<{ setups: readonly SheetSetup[]; isWhole: boolean }>;

/** Lays a list over the book and keeps what it would do (xem trước); nothing is written in the book. */
export async function previewList(
  services: Services,
  id: string,
  setup: Setup
): Promise<SetupProblem | undefined> {
  const problem = problemOf(setup.setups, true);
  if (problem) return problem;
  await rememberHeaders(services, setup.setups);
  const { households, doubts, passed } = await readSheets(services, id, setup.setups);
  const { book, nextPlace } = await readWardBook(services.db);
  const numbers = await readNumbersOfLists(services.db);
  const found: Candidate[][] = [];
  await inTurns(households, AT_ONCE, (household) => found.push(book.candidatesOf(household)));
  const matches = matchAll(found);
  const { newId } = services;
  const maker = new PreviewMaker(book, { newId, nextPlace, isOfList: (number) => numbers.has(number) });
  matches.forEach((match) => maker.note(match));
  await inTurns([...households.entries()], AT_ONCE, ([at, household]) => maker.add(household, matches[at]!));
  const groups = new Set(households.map(({ group }) => group));
  const { items, same, people } = maker.finish(setup.isWhole ? groups : new Set<GroupId>());
  const result: ListResult = {
    ...{ households: households.length, people, same, passed },
    ...{ doubts: doubts.slice(0, MOST_DOUBTS), doubtCount: doubts.length, groups: [...groups] }
  };
  await saveItems(services, id, { ...setup, result }, items);
}

const AT_ONCE = 50;
const MOST_DOUBTS = 200;

/** Keeps what a list came to, in parts: there is one writer, and phones wait for it. */
export async function saveItems(
  services: Services,
  id: string,
  book: ListBook,
  items: readonly ListItem[]
): Promise<void> {
  const json = JSON.stringify(book);
  const isOurs = await services.write(async (trx) => {
    const moved = await moveList(trx, id, ['columns', 'preview'], { state: 'columns', json });
    if (moved) await clearListItems(trx, id);
    return moved;
  });
  if (!isOurs) return;
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const part = items.slice(from, from + AT_ONCE).map((item, at) => ({
      ...{ list: id, position: from + at, kind: item.kind, choice: item.choice, done: 0 },
      json: JSON.stringify(item)
    }));
    await services.write((trx) => addListItems(trx, part));
    await yieldTurn();
  }
  await services.write((trx) => moveList(trx, id, ['columns'], { state: 'preview' }));
}

/** What a person said of some columns is proposed for the next file that has them. */
export async function rememberHeaders(services: Services, setups: readonly SheetSetup[]): Promise<void> {
  const at = Math.round(services.now());
  await services.write(async (trx) => {
    for (const { isUsed, labels, columns } of setups) {
      if (isUsed) await saveListHeader(trx, headerKey(labels), JSON.stringify(columns), at);
    }
  });
}
