import type { Entry } from '$lib/domain/entry/entry';
import type { GroupId } from '$lib/domain/ids';
import { BusyError } from '../database/faults';
import type { Database } from '../database/open';
import { type Author, readAuthor } from '../queries/accounts';
import { readGroups, readWard, saveWard, type Ward } from '../queries/ward';
import type { Services } from '../services';
import type { Delivery } from './batch';
import type { Called } from './visit';
import { settle, type Settled, settleOneByOne } from './settle';

/** How a batch is settled: at once, or the slow way after that failed. */
export type Settle = (trx: Database, delivery: Delivery, entries: readonly Entry[]) => Promise<Settled>;

/** The ward as a transaction finds it, and the one who brings something. */
export type Caller = Readonly<{ ward: Ward; author: Author; all: GroupId[]; called?: Called }>;

/** Some work of one transaction that stores entries; the slow way is tried where one of them cannot be written (SV1, SV4). */
export async function storing<T>(
  services: Services,
  work: (trx: Database, settleBatch: Settle) => Promise<T>
): Promise<T> {
  try {
    return await services.write((trx) => work(trx, settle));
  } catch (fault) {
    if (fault instanceof BusyError || fault instanceof NotStored) throw fault;
    services.reportFault(fault);
    return services.write((trx) => work(trx, settleOneByOne));
  }
}

/** Thrown where nothing is to be stored at all: the slow way would not help. */
export class NotStored extends Error {}

export async function readCaller(trx: Database, account: string): Promise<Caller> {
  const ward = await readWard(trx);
  if (!ward) throw new BusyError('no ward has been opened here');
  const author = await readAuthor(trx, account);
  if (!author) throw new NotStored('an account that is not here');
  return { ward, author, all: await readGroups(trx) };
}

/** Settles something in the ward's history and saves where the history stands now. */
export async function deliver(
  trx: Database,
  services: Services,
  { ward, author, all, called }: Caller,
  work: (delivery: Delivery) => Promise<Settled>,
  isHeld = false
): Promise<Settled & { ward: Ward }> {
  const settled = await work({
    author,
    groups: all,
    epoch: ward.epoch,
    history: ward,
    now: Math.round(services.now()),
    called,
    isHeld,
    reportFault: services.reportFault
  });
  const { head, chain } = settled.history;
  if (head !== ward.head) await saveWard(trx, { ...ward, head, chain });
  return { ...settled, ward: { ...ward, head, chain } };
}
