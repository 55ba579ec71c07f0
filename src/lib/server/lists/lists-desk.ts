import { dayOf } from '$lib/domain/calendar';
import { ITEM_KINDS, type ItemKind, type ListItem } from '$lib/domain/lists/item';
import {
  countListItems,
  readListItems,
  readListsOfSum,
  readStoredList,
  readStoredLists,
  type StoredList
} from '../queries/lists';
import { readGroupsByOrder } from '../queries/ward';
import type { Services } from '../services';
import { type ListState, readBook } from './book';
import type { ListPurpose } from './taking';

const MOST_SHOWN = 50;
/** Lines of a preview on one page. */
const ON_A_PAGE = 50;

/** The lists that came in, the newest first, each with how far it is. */
export async function readListsDesk({ db, now }: Services) {
  const lists = await readStoredLists(db, MOST_SHOWN);
  return {
    today: dayOf(now()),
    lists: lists.map((list) => ({ ...headOf(list), name: list.name ?? '', result: readBook(list).result }))
  };
}

/** One list: its columns, or its preview page by page, or what came of it. Nothing where there is no such list. */
export async function readListDesk(
  services: Services,
  id: string,
  shown: { kind: ItemKind | null; page: number }
) {
  const { db, now, runningLists } = services;
  const list = await readStoredList(db, id);
  if (!list) return;
  const [groups, counted, same] = await Promise.all([
    readGroupsByOrder(db),
    countListItems(db, id),
    readListsOfSum(db, list.sha)
  ]);
  const kinds = countByKind(counted);
  const kind = shown.kind ?? ITEM_KINDS.find((one) => kinds[one]) ?? 'new';
  const stored = await readListItems(db, id, { kind, from: (shown.page - 1) * ON_A_PAGE, most: ON_A_PAGE });
  return {
    ...headOf(list),
    ...{ groups, kinds, kind, page: shown.page, today: dayOf(now()), book: readBook(list) },
    pages: Math.max(1, Math.ceil((kinds[kind]?.all ?? 0) / ON_A_PAGE)),
    items: stored.map(({ position, choice, json }) =>
      shownItem(position, choice, JSON.parse(json) as ListItem)
    ),
    isRunning: runningLists.has(id),
    earlier: same.filter((one) => one.id !== id && one.state === 'applied').map(({ at }) => at)[0] ?? null
  };
}

const headOf = ({ id, at, file, purpose, state }: StoredList) => ({
  ...{ id, at, file, purpose: purpose as ListPurpose },
  state: state as ListState | 'dropped'
});

/** How many lines of each kind there are, how many wait for a person, and how many would write something. */
function countByKind(counted: Awaited<ReturnType<typeof countListItems>>) {
  const kinds: Partial<Record<ItemKind, { all: number; open: number; done: number }>> = {};
  for (const { kind, choice, done, count } of counted) {
    const line = (kinds[kind as ItemKind] ??= { all: 0, open: 0, done: 0 });
    line.all += count;
    if (choice === null) line.open += count;
    if (done === 1) line.done += count;
  }
  return kinds;
}

/** Without its entries: a page shows words. */
function shownItem(position: number, choice: number | null, { options, facts, ...item }: ListItem) {
  return {
    ...{ kind: item.kind, group: item.group, sheet: item.sheet, row: item.row },
    ...{ title: item.title, others: item.others, address: item.address, position, choice, facts },
    options: options.map(({ code, label }) => ({ code, label }))
  };
}
