import { hash } from 'node:crypto';
import { ENTRY_SCHEMA, type Entry, type EntryBody, type EntryKind } from '$lib/domain/entry/entry';
import type { DeviceId, EntryId, GroupId } from '$lib/domain/ids';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import type { Receipt } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import { noteStored } from '../exchange/contact';
import { type Caller, deliver, readCaller, type Settle, storing } from '../exchange/deliver';
import { readDevice } from '../queries/devices';
import { fromStored, readRowsById } from '../queries/rows';
import type { Services } from '../services';

/** What an officer does at the ward's desk (bàn làm việc), by the rows as they are there. */
export type DeskAct = (
  row: (type: string, id: string) => Promise<Row | undefined>
) => Promise<Written | undefined>;

/** The act itself; the desk adds the rest of an entry. */
export type Written = Readonly<{ kind: EntryKind; group: GroupId; body: Omit<EntryBody, 'epoch'> }>;

/** The desk writes entries like any phone, through the same settling; nothing where there is nothing to do any more. */
export const writeAtDesk = (
  services: Services,
  account: string,
  act: DeskAct
): Promise<Receipt | undefined> =>
  storing(services, (trx, settleBatch) => storeAtDesk(trx, services, settleBatch, account, act));

/** The same beside other work of one transaction: both or neither. */
export async function storeAtDesk(
  trx: Database,
  services: Services,
  settleBatch: Settle,
  account: string,
  act: DeskAct
): Promise<Receipt | undefined> {
  const caller = await readCaller(trx, account);
  const written = await act(async (type, id) => {
    const found = (await readRowsById(trx, [id])).find((row) => row.type === type);
    return found && fromStored(found);
  });
  if (!written) return;
  const entry = await entryOf(trx, services, caller, written);
  const settled = await deliver(trx, services, caller, (delivery) => settleBatch(trx, delivery, [entry]));
  const [stored] = settled.stored;
  await noteStored(trx, account, entry.device, settled.stored, Math.round(services.now()), stored);
  return settled.receipts[0];
}

/** A change by which a value is set as it was seen on the page. */
export const seenAs = (
  { type, id, household, fields }: Row,
  values: Readonly<Record<string, FieldValue>>
): EntryBody['changes'][number] => ({
  type,
  id,
  household,
  set: Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      const [seen, base] = fields[field] ?? [null, 0];
      return [field, { value, seen, base, own: [] }];
    })
  )
});

/** Each account has a desk of its own among its devices, always the same one. */
export function deskOf(ward: string, account: string): DeviceId {
  const sum = hash('sha256', `desk|${ward}|${account}`, 'hex');
  return [
    sum.slice(0, 8),
    sum.slice(8, 12),
    `4${sum.slice(13, 16)}`,
    `8${sum.slice(17, 20)}`,
    sum.slice(20, 32)
  ].join('-') as DeviceId;
}

async function entryOf(
  trx: Database,
  services: Services,
  { ward, author }: Caller,
  { kind, group, body }: Written
): Promise<Entry> {
  const device = deskOf(ward.id, author.account);
  const before = await readDevice(trx, author.account, device);
  const now = services.now();
  const text = JSON.stringify({ epoch: ward.epoch, ...body } satisfies EntryBody);
  return {
    id: services.newId() as EntryId,
    n: (before?.newest_n ?? 0) + 1,
    previous: (before?.newest_id ?? null) as EntryId | null,
    kind,
    schema: ENTRY_SCHEMA,
    group,
    author: author.account,
    device,
    clock: { wall: now, contact: { device: now, server: now } },
    buildsOn: [],
    sha: hash('sha256', text, 'hex'),
    body: text
  };
}
