import type { Act } from '$lib/domain/entry/entry';
import { keyOf, textOf, type RowKey } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import { undoing } from '$lib/domain/entry/undo';
import { bodyOf } from '$lib/domain/entry/upcast';
import type { EntryId, GroupId } from '$lib/domain/ids';
import type { ListAct } from '$lib/domain/lists/item';
import { doAtDesk } from '../office/audit';
import type { Database } from '../database/open';
import { readCaller, storing } from '../exchange/deliver';
import type { StoredEntry } from '../queries/entries';
import { readEntriesOfList, readNumbersOfList } from '../queries/list-entries';
import { moveList, readStoredList } from '../queries/lists';
import { fromStored, readRowsOfHouseholds } from '../queries/rows';
import type { Services } from '../services';
import { type ListBook, readBook } from './book';
import { writeActs } from './entries';
import { runList } from './running';

/** Takes a whole list back ("Hoàn tác lần nhập"), newest first; what somebody recorded since stays, with all it stands on. */
export async function takeListBack(services: Services, account: string, id: string): Promise<boolean> {
  const begins = await services.write((trx) =>
    moveList(trx, id, ['applied', 'undoing'], { state: 'undoing' })
  );
  return (
    begins &&
    runList(
      services,
      id,
      () => takeSomeBack(services, account, id),
      () => finish(services, account, id)
    )
  );
}

const AT_ONCE = 60;

const takeSomeBack = (services: Services, account: string, id: string): Promise<boolean> =>
  storing(services, async (trx, settleBatch) => {
    const list = (await readStoredList(trx, id))!;
    const { undo = { below: Number.MAX_SAFE_INTEGER, left: 0 }, ...book } = readBook(list);
    const entries = await readEntriesOfList(trx, id, undo.below, AT_ONCE);
    if (entries.length === 0) return false;
    const rows = await rowsOf(trx, entries);
    const own = await readNumbersOfList(trx, id);
    const acts = entries.map((entry) => backOf(entry, rows, own));
    const done = acts.filter((act) => act !== undefined);
    await writeActs(trx, services, settleBatch, {
      caller: await readCaller(trx, account),
      list: id,
      acts: done
    });
    const next = { below: entries.at(-1)!.number, left: undo.left + acts.length - done.length };
    await moveList(trx, id, ['undoing'], {
      json: JSON.stringify({ ...book, undo: next } satisfies ListBook)
    });
    return true;
  });

type Rows = Readonly<{ byKey: ReadonlyMap<RowKey, Row>; byHousehold: ReadonlyMap<string, readonly Row[]> }>;

async function rowsOf(trx: Database, entries: readonly StoredEntry[]): Promise<Rows> {
  const households = new Set(
    entries.flatMap((entry) => actOf(entry).body.changes.map(({ household }) => household))
  );
  const all = (await readRowsOfHouseholds(trx, households)).map(fromStored);
  const byHousehold = new Map<string, Row[]>();
  for (const row of all) byHousehold.set(row.household, [...(byHousehold.get(row.household) ?? []), row]);
  return {
    byKey: new Map(all.map((row) => [keyOf(row), row])),
    byHousehold
  };
}

/** The entry that takes one back; nothing where others have built on all of it. */
function backOf(entry: StoredEntry, rows: Rows, own: ReadonlySet<number>): ListAct | undefined {
  const act = actOf(entry);
  const group = entry.group_id as GroupId;
  if (entry.kind === 'move') return moveBack(act, entry, rows);
  if (entry.kind === 'household.add' || entry.kind === 'person.add') {
    const isUsed = act.body.changes.some(({ type, id, household }) => {
      const concerned =
        type === 'household'
          ? (rows.byHousehold.get(household) ?? [])
          : [rows.byKey.get(keyOf({ type, id }))];
      return concerned.some((row) => row && Object.values(row.fields).some(([, number]) => !own.has(number)));
    });
    if (isUsed) return;
  }
  const disputed = new Set(entry.disputed === null ? [] : (JSON.parse(entry.disputed) as string[]));
  const isAdd = entry.kind.endsWith('.add');
  const body = undoing(act, (change, field) => {
    const number = rows.byKey.get(keyOf(change))?.fields[field]?.[1];
    return !isAdd && number !== entry.decided && !disputed.has(`${keyOf(change)}/${field}`);
  });
  return body.changes.length > 0 ? { kind: 'cancel', group, ...body } : undefined;
}

/** A household goes back where it came from, unless somebody has moved it on. */
function moveBack(
  { body: { changes } }: Act,
  { decided }: StoredEntry,
  { byKey }: Rows
): ListAct | undefined {
  const row = byKey.get(keyOf(changes[0]!));
  const from = row && textOf(row, 'movedFrom');
  if (!row || !from || row.fields.movedFrom![1] !== decided) return;
  return {
    kind: 'move',
    group: row.group,
    changes: [{ ...changes[0]!, set: {} }],
    about: { group: from as GroupId }
  };
}

function actOf({ id, kind, schema, author, group_id, body }: StoredEntry): Act & { id: EntryId } {
  const read = bodyOf({ schema, body: Buffer.from(body).toString('utf8') });
  return { id, kind, schema, author, group: group_id, body: read } as Act & { id: EntryId };
}

async function finish(services: Services, account: string, id: string): Promise<void> {
  const list = (await readStoredList(services.db, id))!;
  const { undo, ...book } = readBook(list);
  const undone = { entries: (book.result!.written?.entries ?? 0) - (undo?.left ?? 0), left: undo?.left ?? 0 };
  const json = JSON.stringify({ ...book, result: { ...book.result!, undone } } satisfies ListBook);
  const act = { account, act: 'list-taken-back', about: id, detail: list.file } as const;
  await doAtDesk(services, act, async (trx) => {
    await moveList(trx, id, ['undoing'], { state: 'undone', json });
  });
}
