import { bulkInsert, isAmong } from '../database/bulk';
import type { Database } from '../database/open';
import type { ListItemTable, ListTable } from '../database/schema';

export type StoredList = Readonly<ListTable>;
export type StoredListItem = Readonly<ListItemTable>;

export async function insertList(db: Database, list: StoredList, sheets: readonly string[]): Promise<void> {
  await db.insertInto('lists').values(list).execute();
  for (const [position, json] of sheets.entries()) {
    await db.insertInto('list_sheets').values({ list: list.id, position, json }).execute();
  }
}

export const readStoredList = (db: Database, id: string): Promise<StoredList | undefined> =>
  db.selectFrom('lists').selectAll().where('id', '=', id).executeTakeFirst();

export const readStoredLists = (db: Database, most: number) =>
  db
    .selectFrom('lists')
    .leftJoin('accounts', 'accounts.id', 'lists.account')
    .selectAll('lists')
    .select('accounts.name')
    .orderBy('lists.at', 'desc')
    .limit(most)
    .execute();

/** Earlier lists of exactly these bytes. */
export const readListsOfSum = (db: Database, sha: string): Promise<StoredList[]> =>
  db.selectFrom('lists').selectAll().where('sha', '=', sha).orderBy('at', 'desc').execute();

/** Lists that were brought before a moment and came to nothing. */
export const readForgottenLists = async (db: Database, before: number): Promise<string[]> =>
  (
    await db
      .selectFrom('lists')
      .select('id')
      .where('state', 'in', ['columns', 'preview'])
      .where('at', '<', before)
      .execute()
  ).map(({ id }) => id);

/** The devices that are no phones but lists. */
export const readListIds = async (db: Database): Promise<Set<string>> =>
  new Set((await db.selectFrom('lists').select('id').execute()).map(({ id }) => id));

/** Moves a list on from one of some states; false where somebody was faster. */
export async function moveList(
  db: Database,
  id: string,
  from: readonly string[],
  to: Partial<Pick<ListTable, 'state' | 'json'>>
): Promise<boolean> {
  const moved = await db
    .updateTable('lists')
    .set(to)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return Number(moved.numUpdatedRows) > 0;
}

export const readListSheets = async (db: Database, list: string): Promise<string[]> =>
  (
    await db.selectFrom('list_sheets').select('json').where('list', '=', list).orderBy('position').execute()
  ).map(({ json }) => json);

export const addListItems = bulkInsert({
  table: 'list_items',
  columns: ['list', 'position', 'kind', 'choice', 'done', 'json']
});

export async function clearListItems(db: Database, list: string): Promise<void> {
  await db.deleteFrom('list_items').where('list', '=', list).execute();
}

export const readListItems = (
  db: Database,
  list: string,
  { kind, from, most }: { kind: string; from: number; most: number }
): Promise<StoredListItem[]> =>
  db
    .selectFrom('list_items')
    .selectAll()
    .where('list', '=', list)
    .where('kind', '=', kind)
    .orderBy('position')
    .offset(from)
    .limit(most)
    .execute();

/** How many of each kind there are, wait for a decision, would be written, and are written. */
export async function countListItems(db: Database, list: string) {
  const found = await db
    .selectFrom('list_items')
    .where('list', '=', list)
    .select((eb) => ['kind', 'choice', 'done', eb.fn.countAll<number>().as('count')])
    .groupBy(['kind', 'choice', 'done'])
    .execute();
  return found.map(({ kind, choice, done, count }) => ({ kind, choice, done, count: Number(count) }));
}

export async function saveListChoice(
  db: Database,
  list: string,
  positions: readonly number[],
  choice: number
): Promise<void> {
  await db
    .updateTable('list_items')
    .set({ choice })
    .where('list', '=', list)
    .where('done', '=', 0)
    .where(isAmong(db, 'position', positions))
    .execute();
}

/** The next ones that are decided and not done. */
export const readNextListItems = (db: Database, list: string, most: number): Promise<StoredListItem[]> =>
  db
    .selectFrom('list_items')
    .selectAll()
    .where('list', '=', list)
    .where('done', '=', 0)
    .where('choice', 'is not', null)
    .orderBy('position')
    .limit(most)
    .execute();

export async function markListItemsDone(
  db: Database,
  list: string,
  positions: readonly number[]
): Promise<void> {
  await db
    .updateTable('list_items')
    .set({ done: 1 })
    .where('list', '=', list)
    .where(isAmong(db, 'position', positions))
    .execute();
}

/** Of a list that is done with only its name stays here: names of people are kept where they belong. */
export async function forgetListRows(db: Database, list: string): Promise<void> {
  await db.deleteFrom('list_sheets').where('list', '=', list).execute();
  await db.deleteFrom('list_items').where('list', '=', list).execute();
}

export const readListHeader = async (db: Database, header: string): Promise<string | undefined> =>
  (await db.selectFrom('list_headers').select('columns').where('header', '=', header).executeTakeFirst())
    ?.columns;

export async function saveListHeader(
  db: Database,
  header: string,
  columns: string,
  at: number
): Promise<void> {
  await db
    .insertInto('list_headers')
    .values({ header, columns, at })
    .onConflict((conflict) => conflict.column('header').doUpdateSet({ columns, at }))
    .execute();
}
