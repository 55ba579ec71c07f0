import type { GroupId } from '$lib/domain/ids';
import type { Cursor, SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { actorAt } from './actor';
import { BusyError } from './database/faults';
import type { Database } from './database/open';
import { readPage } from './exchange/page';
import { beginning, chainAt, fingerprint, placeOf } from './exchange/place';
import { receiptOf } from './exchange/receipt';
import { settle, settleOneByOne } from './exchange/settle';
import { type Author, readAuthor } from './queries/accounts';
import { saveContact } from './queries/devices';
import { readDecidedLater } from './queries/entries';
import { insertEpoch, readGroups, readWard, saveWard, type Ward } from './queries/ward';
import { campaignFor, figures } from './ranking';
import type { Services } from './services';
import type { Session } from './sessions';

/** What one transaction says of an exchange; the figures are added after it is committed. */
type Stored = Pick<SyncResponse, 'reset' | 'receipts' | 'rows' | 'cursor' | 'more' | 'safe'> & {
  groups: GroupId[];
};

/** One request, one transaction, one answer (EX1). The answer leaves only after the commit (SV1). */
export async function answerExchange(
  services: Services,
  session: Session,
  request: SyncRequest
): Promise<SyncResponse> {
  const { groups, ...stored } = await services.load.measure(() => storeOnce(services, session, request));
  const news = request.pull && !stored.reset && !stored.more;
  const standings = news ? await figures(services) : undefined;
  return {
    request: request.request,
    ...stored,
    campaign: await campaignFor(services, groups, request.campaign),
    standings: standings?.version === request.standings ? undefined : standings,
    serverTime: services.now(),
    ...services.load.pace(),
    end: 'end'
  };
}

async function storeOnce(services: Services, session: Session, request: SyncRequest): Promise<Stored> {
  try {
    return await services.write((trx) => store(trx, services, session, request, settle));
  } catch (fault) {
    if (fault instanceof BusyError || request.entries.length === 0) throw fault;
    services.reportFault(fault);
    return services.write((trx) => store(trx, services, session, request, settleOneByOne));
  }
}

async function store(
  trx: Database,
  services: Services,
  session: Session,
  request: SyncRequest,
  settleBatch: typeof settle
): Promise<Stored> {
  const now = Math.round(services.now());
  const { ward: before, author, all } = await readCaller(trx, session);
  const groups = author.role === 'viewer' ? [] : actorAt(author, now, all).groups;
  const scope = fingerprint(groups);
  const place = await placeOf(trx, before, request.cursor, scope);
  const present = place.kind === 'rewound' ? await beginEpoch(trx, services, before, now) : before;

  const delivery = {
    author,
    groups: all,
    epoch: present.epoch,
    history: present,
    now,
    reportFault: services.reportFault
  };
  const settled = await settleBatch(trx, delivery, request.entries);
  const ward: Ward = { ...present, head: settled.history.head, chain: settled.history.chain };
  if (ward.head !== before.head || ward.epoch !== before.epoch) await saveWard(trx, ward);
  await saveContact(trx, author.account, request, now, settled.damaged);

  const answer = { receipts: [...settled.receipts], rows: [], more: false, safe: ward.safe, groups };
  if (place.kind !== 'here') return { ...answer, reset: true, cursor: beginning(ward, scope) };
  if (!request.pull) return { ...answer, reset: false, cursor: request.cursor ?? beginning(ward, scope) };
  const later = await readDecidedLater(trx, author.account, request.device, place.seq);
  const said = new Set(answer.receipts.map(({ id }) => id));
  const receipts = [
    ...answer.receipts,
    ...later.map((entry) => receiptOf(entry)).filter(({ id }) => !said.has(id))
  ];
  const page = await readPage(trx, groups, place.seq, ward.head);
  const cursor: Cursor = {
    ...beginning(ward, scope),
    seq: page.upTo,
    chain: (await chainAt(trx, ward, page.upTo))!
  };
  return { ...answer, receipts, reset: false, rows: page.rows, cursor, more: page.more };
}

async function readCaller(
  trx: Database,
  session: Session
): Promise<{ ward: Ward; author: Author; all: GroupId[] }> {
  const ward = await readWard(trx);
  if (!ward) throw new BusyError('no ward has been opened here');
  const author = await readAuthor(trx, session.actor.account);
  if (!author) throw new Error('a session without its account');
  return { ward, author, all: await readGroups(trx) };
}

/** A restore that nobody declared: numbers of the lost history must not be taken for ours (EP1). */
async function beginEpoch(trx: Database, services: Services, ward: Ward, now: number): Promise<Ward> {
  const renewed = { ...ward, epoch: services.newId() };
  await insertEpoch(trx, renewed, now, 'rewound');
  return renewed;
}
