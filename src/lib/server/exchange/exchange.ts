import { maySeeBars } from '$lib/domain/rights';
import type { GroupId } from '$lib/domain/ids';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { actorAt } from '../accounts/actor';
import type { Database } from '../database/open';
import { countDay } from './day-count';
import { noteContact } from './contact';
import { deliver, readCaller, type Settle, storing } from './deliver';
import { pastFor } from './past';
import { readPage } from './page';
import { beginning, type Place, placeAt, placeOf, scopeOf } from './place';
import { receiptOf } from './receipt';
import { lastCall } from './visit';
import { holdDelivery } from '../deciding/holding';
import type { Author } from '../queries/accounts';
import { readDeparted } from '../queries/departures';
import { readDecidedLater } from '../queries/entries';
import { readSeal } from '../queries/seals';
import { insertEpoch, saveWard, type Ward } from '../queries/ward';
import { campaignFor, figures } from '../ranking/ranking';
import type { Services } from '../services';
import type { Session } from '../accounts/sessions';

/** What one transaction says of an exchange; the figures are added after it is committed. */
type Stored = Pick<
  SyncResponse,
  'reset' | 'receipts' | 'rows' | 'cursor' | 'head' | 'more' | 'safe' | 'key' | 'lost' | 'gone' | 'seal'
> & { groups: GroupId[] };

/** One request, one transaction, one answer (EX1). The answer leaves only after the commit (SV1). */
export async function answerExchange(
  services: Services,
  session: Session,
  request: SyncRequest
): Promise<SyncResponse> {
  // The page of another account, still open: its work is not this account's, nor this account's rows for it (OB5).
  const { account } = session.actor;
  if (request.account !== undefined && request.account !== account) return holdDelivery(services, request);
  const { groups, ...stored } = await services.load.measure(() =>
    storing(services, (trx, settleBatch) => store(trx, services, session, request, settleBatch))
  );
  const news = request.pull && !stored.reset && !stored.more;
  const standingsAsOf = news ? services.now() : undefined;
  const standings = news ? await figures(services) : undefined;
  return {
    request: request.request,
    ...stored,
    account,
    day: await countDay(services, account, request.device),
    campaign: await campaignFor(services, groups, request.campaign),
    standings: standings?.version === request.standings ? undefined : standings,
    standingsAsOf,
    ...(news && (await pastFor(services, groups, request))),
    serverTime: services.now(),
    ...services.load.pace(),
    end: 'end'
  };
}

async function store(
  trx: Database,
  services: Services,
  session: Session,
  request: SyncRequest,
  settleBatch: Settle
): Promise<Stored> {
  const now = Math.round(services.now());
  const caller = await readCaller(trx, session.actor.account);
  const { author } = caller;
  const groups = groupsOf(author, now, caller.all);
  const seesBars = maySeeBars(session.actor);
  const scope = scopeOf(groups, seesBars);
  const place = await whereItIs(trx, caller.ward, request, scope, now);
  const present =
    place.kind === 'rewound' ? await beginEpoch(trx, services, caller.ward, place.epoch, now) : caller.ward;

  // From another history newer work would pass older work that is still in the sent book: all comes again, from the front (OB2).
  const called = await lastCall(trx, author.account, request.device, now);
  const isSameHistory = place.kind === 'here' || place.kind === 'regrouped';
  const entries = isSameHistory ? request.entries : [];
  const { ward, ...settled } = await deliver(
    trx,
    services,
    { ...caller, ward: present, called },
    (delivery) => settleBatch(trx, delivery, entries)
  );
  const contact = await noteContact(trx, author.account, request, settled, now, services.newToken);

  const answer = {
    ...{ receipts: [...settled.receipts], rows: [], more: false, safe: ward.safe, groups },
    ...{ key: contact.key, lost: contact.missing.lost }
  };
  if (place.kind !== 'here') return { ...answer, reset: true, cursor: beginning(ward, scope) };
  const head = await placeAt(trx, ward, scope, ward.head);
  if (!request.pull)
    return { ...answer, reset: false, cursor: request.cursor ?? beginning(ward, scope), head };
  const later = await readDecidedLater(trx, author.account, request.device, place.seq);
  const said = new Set(answer.receipts.map(({ id }) => id));
  const receipts = [
    ...answer.receipts,
    ...later.map((entry) => receiptOf(entry)).filter(({ id }) => !said.has(id))
  ];
  const page = await readPage(trx, groups, place.seq, ward.head, seesBars);
  const cursor = await placeAt(trx, ward, scope, page.upTo);
  return {
    ...answer,
    ...{ receipts, reset: false, rows: page.rows, cursor, more: page.more },
    head: page.upTo < ward.head ? head : undefined,
    gone: await goneFrom(trx, groups, place.seq, page.upTo),
    seal: page.more ? undefined : await readSeal(trx)
  };
}

/** By what it has taken in, and by the farthest number that it was ever told: a receipt beyond the cursor binds the ward too. */
async function whereItIs(
  trx: Database,
  ward: Ward,
  { cursor, head }: SyncRequest,
  scope: string,
  now: number
): Promise<Place> {
  const far = head && (await placeOf(trx, ward, head, head.scope, now));
  if (far?.kind === 'elsewhere' || far?.kind === 'rewound') return far;
  return placeOf(trx, ward, cursor, scope, now);
}

const groupsOf = (author: Author, now: number, all: GroupId[]): GroupId[] =>
  author.role === 'viewer' ? [] : actorAt(author, now, all).groups;

/** Who begins has nothing that could have left (SV7). */
async function goneFrom(
  trx: Database,
  groups: readonly GroupId[],
  after: number,
  upTo: number
): Promise<SyncResponse['gone']> {
  if (groups.length === 0 || after === 0 || after === upTo) return;
  const departed = await readDeparted(trx, groups, after, upTo);
  return departed.length > 0 ? (departed as NonNullable<SyncResponse['gone']>) : undefined;
}

/**
 * A restore that nobody declared: numbers of the lost history must not be taken for ours (EP1). The epoch that was lost
 * is noted, so that it proves this once.
 */
async function beginEpoch(
  trx: Database,
  services: Services,
  ward: Ward,
  lost: string,
  now: number
): Promise<Ward> {
  const renewed = { ...ward, epoch: services.newId() };
  if (lost !== ward.epoch) await insertEpoch(trx, { ...ward, epoch: lost }, now, 'lost');
  await insertEpoch(trx, renewed, now, 'rewound');
  await saveWard(trx, renewed);
  return renewed;
}
