import type { ListItem } from '$lib/domain/lists/item';
import { doAtDesk } from '../office/audit';
import { readCaller, storing } from '../exchange/deliver';
import { countEntriesOfList } from '../queries/list-entries';
import {
  forgetListRows,
  markListItemsDone,
  moveList,
  readNextListItems,
  readStoredList
} from '../queries/lists';
import type { Services } from '../services';
import { type ListBook, readBook } from './book';
import { writeActs } from './entries';
import { runList } from './running';

/** Enters what was decided ("Nhập"): part by part behind the page, each part whole or not at all. False where it runs or is done. */
export async function enterList(services: Services, account: string, id: string): Promise<boolean> {
  const begins = await services.write(async (trx) => {
    const isComparison = (await readStoredList(trx, id))?.purpose === 'compare';
    return !isComparison && moveList(trx, id, ['preview', 'applying'], { state: 'applying' });
  });
  return (
    begins &&
    runList(
      services,
      id,
      () => enterSome(services, account, id),
      () => finish(services, account, id)
    )
  );
}

/** Few enough that a phone that calls meanwhile hardly waits. */
const AT_ONCE = 40;

/** The next part in one transaction: entries and the mark that they are made. False when nothing is left. */
const enterSome = (services: Services, account: string, id: string): Promise<boolean> =>
  storing(services, async (trx, settleBatch) => {
    const items = await readNextListItems(trx, id, AT_ONCE);
    if (items.length === 0) return false;
    const acts = items.flatMap(
      ({ json, choice }) => (JSON.parse(json) as ListItem).options[choice!]?.acts ?? []
    );
    const caller = await readCaller(trx, account);
    await writeActs(trx, services, settleBatch, { caller, list: id, acts });
    await markListItemsDone(
      trx,
      id,
      items.map(({ position }) => position)
    );
    return true;
  });

async function finish(services: Services, account: string, id: string): Promise<void> {
  const list = (await readStoredList(services.db, id))!;
  const written = await countEntriesOfList(services.db, id);
  const book: ListBook = readBook(list);
  const json = JSON.stringify({ ...book, result: { ...book.result!, written } } satisfies ListBook);
  const act = {
    account,
    act: 'list-entered',
    about: id,
    detail: `${list.file}: ${written.entries}`
  } as const;
  await doAtDesk(services, act, async (trx) => {
    if (await moveList(trx, id, ['applying'], { state: 'applied', json })) await forgetListRows(trx, id);
  });
}
