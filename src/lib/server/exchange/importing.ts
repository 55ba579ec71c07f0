import { hash } from 'node:crypto';
import { dayOf } from '$lib/domain/calendar';
import { ENTRY_SCHEMA, type EntryBody } from '$lib/domain/entry/entry';
import type { AccountId, GroupId, HouseholdId } from '$lib/domain/ids';
import type { Field, FieldValue, Row } from '$lib/domain/entry/row';
import { BusyError } from '../database/faults';
import type { Database } from '../database/open';
import { type History, nextLine } from './history';
import { insertAccount, readAccountByLogin } from '../queries/accounts';
import { type ChainLine, insertChain } from '../queries/chain';
import { insertEntries, type StoredEntry } from '../queries/entries';
import { saveRows } from '../queries/rows';
import { readWard, saveWard } from '../queries/ward';
import type { Services } from '../services';

/** A row of a list before the server has given it a number. */
export type ImportedRow = Readonly<{
  type: string;
  id: string;
  household: HouseholdId;
  group: GroupId;
  values: Readonly<Record<string, FieldValue>>;
}>;

/** Households written together; more would only need more memory. */
const AT_ONCE = 500;

/** Takes a whole list in, one entry a household; answers with how many entries it made. */
export async function importRows(
  trx: Database,
  services: Services,
  rows: Iterable<ImportedRow>,
  by?: Readonly<{ account: AccountId; at: number }>
): Promise<number> {
  const ward = await readWard(trx);
  if (!ward) throw new BusyError('no ward has been opened here');
  const origin = by ? { ...by, device: services.newId() } : await originOf(trx, services);
  let history: History = ward;
  let previous: string | null = null;
  let count = 0;
  let page: Imported[] = [];
  for (const household of byHousehold(rows)) {
    count += 1;
    const imported = toEntry(household, history, {
      ...origin,
      epoch: ward.epoch,
      n: count,
      previous,
      services
    });
    history = { head: imported.line.seq, chain: imported.line.chain };
    previous = imported.entry.id;
    page.push(imported);
    if (page.length < AT_ONCE) continue;
    await savePage(trx, page);
    page = [];
  }
  await savePage(trx, page);
  await saveWard(trx, { ...ward, ...history });
  return count;
}

type Imported = Readonly<{ entry: StoredEntry; line: ChainLine; rows: Row[] }>;
type Origin = Readonly<{ account: AccountId; device: string; at: number }>;

/** Lists come in under an account of their own, which nobody can sign in with. */
async function originOf(trx: Database, { newId, now }: Services): Promise<Origin> {
  const at = Math.round(now());
  const origin = { device: newId(), at };
  const before = await readAccountByLogin(trx, 'import');
  if (before) return { ...origin, account: before.id as AccountId };
  const account = newId() as AccountId;
  const [year, month, day] = dayOf(at).split('-').map(Number);
  const name = `Danh sách nhập ngày ${day}/${month}/${year}`;
  await insertAccount(
    trx,
    { id: account, login: 'import', name, role: 'officer', pin_hash: null, disabled_at: at },
    []
  );
  return { ...origin, account };
}

function* byHousehold(rows: Iterable<ImportedRow>): Iterable<ImportedRow[]> {
  let together: ImportedRow[] = [];
  for (const row of rows) {
    if (together.length > 0 && together[0]!.household !== row.household) {
      yield together;
      together = [];
    }
    together.push(row);
  }
  if (together.length > 0) yield together;
}

function toEntry(
  household: readonly ImportedRow[],
  history: History,
  made: Origin & { epoch: string; n: number; previous: string | null; services: Services }
): Imported {
  const { account, device, at, epoch, n, previous, services } = made;
  const body = Buffer.from(JSON.stringify(bodyOf(household, epoch)));
  const number = history.head + 1;
  const entry: StoredEntry = {
    number,
    id: services.newId(),
    sha: hash('sha256', body, 'hex'),
    copy: 0,
    device,
    n,
    previous,
    kind: 'import',
    schema: ENTRY_SCHEMA,
    group_id: household[0]!.group,
    author: account,
    account,
    received_at: at,
    captured_at: at,
    wall: at,
    contact_device: null,
    contact_server: null,
    builds_on: '[]',
    body,
    status: 'applied',
    reason: null,
    field: null,
    fault: null,
    disputed: null,
    decided: number,
    decided_by: null
  };
  return {
    entry,
    line: nextLine(history, entry, entry.status),
    rows: household.map((row) => toRow(row, number))
  };
}

const bodyOf = (household: readonly ImportedRow[], epoch: string): EntryBody => ({
  epoch,
  changes: household.map(({ type, id, household: own, values }) => ({
    type,
    id,
    household: own,
    set: Object.fromEntries(
      known(values).map(([field, value]) => [field, { value, seen: null, base: 0, own: [] }])
    )
  }))
});

const toRow = ({ type, id, household, group, values }: ImportedRow, seq: number): Row => ({
  type,
  id,
  household,
  group,
  seq,
  fields: Object.fromEntries(known(values).map(([field, value]): [string, Field] => [field, [value, seq]]))
});

const known = (values: ImportedRow['values']) => Object.entries(values).filter(([, value]) => value !== null);

async function savePage(trx: Database, page: readonly Imported[]): Promise<void> {
  await insertEntries(
    trx,
    page.map(({ entry }) => entry)
  );
  await insertChain(
    trx,
    page.map(({ line }) => line)
  );
  await saveRows(
    trx,
    page.flatMap(({ rows }) => rows)
  );
}
