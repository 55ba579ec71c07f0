import type { AccountId } from '$lib/domain/ids';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import { noteContact } from '../exchange/contact';
import { deliver, readCaller, type Settle, storing } from '../exchange/deliver';
import { beginning, placeAt, placeOf } from '../exchange/place';
import { Refusal } from '../http/problems';
import { readDeviceByKey } from '../queries/devices';
import type { Services } from '../services';
import { sumOf } from '../sums';

/**
 * The holding box (ngăn giữ; SV6): a device that the ward knows, with nobody signed in on it, gives what it has.
 * It gets receipts and learns nothing else; an officer decides.
 */
export async function holdDelivery(services: Services, request: SyncRequest): Promise<SyncResponse> {
  const { key, device, entries, account } = request;
  const known =
    key && entries.length > 0 ? await readDeviceByKey(services.db, device, sumOf(key)) : undefined;
  if (!known || (account !== undefined && account !== known.account)) throw new Refusal('signed-out');
  const stored = await services.load.measure(() =>
    storing(services, (trx, settleBatch) => store(trx, services, known.account, request, settleBatch))
  );
  return {
    ...{ request: request.request, held: true, reset: false, rows: [], more: false, safe: 0 },
    ...stored,
    account: known.account as AccountId,
    serverTime: services.now(),
    ...services.load.pace(),
    end: 'end'
  };
}

async function store(
  trx: Database,
  services: Services,
  account: string,
  request: SyncRequest,
  settleBatch: Settle
): Promise<Pick<SyncResponse, 'receipts' | 'cursor' | 'head'>> {
  const caller = await readCaller(trx, account);
  const now = Math.round(services.now());
  const far = request.head ?? request.cursor;
  const isHere = !far || (await placeOf(trx, caller.ward, far, far.scope, now)).kind === 'here';
  const { ward, ...settled } = await deliver(
    trx,
    services,
    caller,
    (delivery) => settleBatch(trx, delivery, request.entries),
    true
  );
  await noteContact(trx, account, request, settled, now);
  // What shows that the ward was set back stays with the device until somebody is signed in on it (EP1).
  const head = isHere ? await placeAt(trx, ward, '', ward.head) : request.head;
  // A number of this history would pass there for one of the history that was lost, and its value for one on show.
  const receipts = settled.receipts.filter(({ status }) => isHere || status === 'quarantined');
  return { receipts, cursor: request.cursor ?? beginning(ward, ''), head };
}
