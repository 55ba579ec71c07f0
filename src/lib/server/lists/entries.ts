import { hash } from 'node:crypto';
import { ENTRY_SCHEMA, type Entry, type EntryBody } from '$lib/domain/entry/entry';
import type { DeviceId, EntryId } from '$lib/domain/ids';
import type { ListAct } from '$lib/domain/lists/item';
import type { Database } from '../database/open';
import { noteStored } from '../exchange/contact';
import { type Caller, deliver, type Settle } from '../exchange/deliver';
import { readDevice } from '../queries/devices';
import type { Services } from '../services';

/** Makes entries of a list and settles them like a phone's: the list is their device, and so their origin. */
export async function writeActs(
  trx: Database,
  services: Services,
  settleBatch: Settle,
  { caller, list, acts }: { caller: Caller; list: string; acts: readonly ListAct[] }
): Promise<Caller> {
  if (acts.length === 0) return caller;
  const { account } = caller.author;
  const before = await readDevice(trx, account, list);
  let n = before?.newest_n ?? 0;
  let previous = (before?.newest_id ?? null) as EntryId | null;
  const entries = acts.map((act) => {
    const entry = entryOf(services, caller, { list, act, n: (n += 1), previous });
    previous = entry.id;
    return entry;
  });
  const settled = await deliver(trx, services, caller, (delivery) => settleBatch(trx, delivery, entries));
  const last = settled.stored.find(({ id }) => id === previous);
  await noteStored(trx, account, list, settled.stored, Math.round(services.now()), last);
  return { ...caller, ward: settled.ward };
}

function entryOf(
  { newId, now }: Services,
  { ward, author }: Caller,
  { list, act, n, previous }: { list: string; act: ListAct; n: number; previous: EntryId | null }
): Entry {
  const { kind, group, changes, about } = act;
  const body = JSON.stringify({
    epoch: ward.epoch,
    changes: [...changes],
    ...(about && { about })
  } satisfies EntryBody);
  const at = now();
  return {
    ...{ id: newId() as EntryId, n, previous, kind, schema: ENTRY_SCHEMA, group, author: author.account },
    ...{ device: list as DeviceId, clock: { wall: at, contact: { device: at, server: at } }, buildsOn: [] },
    ...{ sha: hash('sha256', body, 'hex'), body }
  };
}
