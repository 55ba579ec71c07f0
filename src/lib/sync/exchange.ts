import { absorb } from '$lib/device/absorb';
import {
  beginReset,
  type ConfirmedStore,
  type Place,
  readCampaign,
  readPlace,
  readStandings
} from '$lib/device/confirmed';
import { resendIfCountsDiffer } from '$lib/device/day-count';
import {
  countSent,
  countWaiting,
  firstWaiting,
  heldRanges,
  isDamaged,
  requeueSent
} from '$lib/device/outbox';
import { readPastHeld } from '$lib/device/past';
import type { StorageState } from '$lib/device/storage';
import { readCounts, readKey, readWitness, type WorkStore } from '$lib/device/work';
import type { Entry } from '$lib/domain/entry/entry';
import type { AccountId } from '$lib/domain/ids';
import { FIRST_BATCH, LARGEST_BATCH, LARGEST_REQUEST } from '$lib/protocol/limits';
import type { SyncRequest, Understood } from '$lib/protocol/sync';
import { PROTOCOL } from '$lib/protocol/version';
import type { Post } from './transport';
import { RefusedError, StalledError, WireError } from './faults';

/** All that an exchange needs of the world. */
export type Ends = Readonly<{
  account: string;
  confirmed: ConfirmedStore;
  work: WorkStore;
  post: Post;
  now: () => number;
  newId: () => string;
  app: string;
  storage: () => Promise<StorageState>;
  /** Something was absorbed: show it. */
  absorbed: () => void;
}>;

/** What the server asked for between exchanges, in seconds (EX9). */
export type Pace = Readonly<{ pause: number; spread: number }>;

/** More histories than this in one exchange is a server that has lost its mind, not a restore. */
const MOST_RESETS = 3;

/** Gives what waits and takes what is new, page by page, until both ends are even. Throws on a broken wire. */
export async function exchange(ends: Ends): Promise<Pace> {
  let most = FIRST_BATCH;
  let resets = 0;
  for (;;) {
    const place = await placeForPushing(ends);
    const entries = fitting(await firstWaiting(ends.work, most));
    const request = await requestFor(ends, place, entries);
    const response = await ends.post(request).catch(tooMuchAsNothing);
    if (!response && entries.length <= 1) throw new WireError('a single entry does not get through');
    if (!response) {
      most = Math.floor(entries.length / 2);
      continue;
    }
    if (response.reset && ++resets > MOST_RESETS) throw new WireError('reset without end');
    await absorbAnswer(ends, request, response);
    const isAnswered = response.reset || everyEntryAnswered(entries, response);
    if (!isAnswered && !response.held) return response;
    if (entries.length === most) most = Math.min(LARGEST_BATCH, most * 2);
    if (isAnswered && (await goesOn(ends, place, response, entries.length))) continue;
    if (response.held) throw new RefusedError('signed-out');
    if (!(await resendIfCountsDiffer(ends.confirmed, ends.work))) return response;
  }
}

/** 413 and a stalled wire halve the batch (EX2); every other fault is the caller's. */
function tooMuchAsNothing(fault: unknown): undefined {
  if (fault instanceof StalledError) return;
  if (fault instanceof RefusedError && fault.problem === 'too-large') return;
  throw fault;
}

async function goesOn(ends: Ends, before: Place, response: Understood, pushed: number): Promise<boolean> {
  const place = await readPlace(ends.confirmed);
  const moved = (place.cursor?.seq ?? -1) > (before.cursor?.seq ?? -1);
  if (response.reset || (place.resetting && (pushed > 0 || moved))) return true;
  if (response.more) return before.cursor === null || response.cursor.seq > before.cursor.seq;
  return pushed > 0 && (await countWaiting(ends.work)) > 0;
}

/** After a reset, whatever an older history had received goes first (EP1). */
async function placeForPushing({ confirmed, work, newId }: Ends): Promise<Place> {
  let place = await readPlace(confirmed);
  // The picture was dropped (OB4): in which history the sent book was received nobody here can say any more.
  if (!place.cursor && !place.resetting && (await countSent(work)) > 0) {
    await beginReset(confirmed, null, newId());
    place = await readPlace(confirmed);
  }
  if (place.resetting) await requeueSent(work, ({ history }) => history !== place.history);
  return place;
}

async function absorbAnswer(ends: Ends, request: SyncRequest, response: Understood): Promise<void> {
  // Somebody else has signed in beside this page: what they may see is not for this store (OB5).
  if (response.account && response.account !== ends.account) throw new RefusedError('signed-out');
  if (response.reset) await beginReset(ends.confirmed, response.cursor, request.request);
  await absorb(ends.confirmed, ends.work, response, request.pull && !response.reset, ends.now());
  ends.absorbed();
}

async function requestFor(ends: Ends, place: Place, entries: Entry[]): Promise<SyncRequest> {
  const { confirmed, work, now, newId, app } = ends;
  const [counts, key, witness, holds, unsent, campaign, standings, past, storage] = await Promise.all([
    readCounts(work, newId),
    readKey(work),
    readWitness(work),
    heldRanges(work),
    countWaiting(work),
    readCampaign(confirmed),
    readStandings(confirmed),
    readPastHeld(confirmed),
    ends.storage()
  ]);
  return {
    protocol: PROTOCOL,
    request: newId(),
    device: counts.device,
    account: ends.account as AccountId,
    cursor: place.cursor,
    head: place.head ?? (place.cursor ? undefined : witness),
    // A reset pushes until nothing is left, and only then takes the snapshot (EP1).
    pull: !(place.resetting && entries.length > 0),
    newest: counts.newest && { n: counts.n, id: counts.newest },
    holds,
    entries,
    campaign: campaign?.version ?? null,
    standings: standings?.version ?? null,
    ...past,
    key,
    health: { app, wall: now(), unsent, oldestUnsent: entries[0]?.clock.wall ?? null, ...storage }
  };
}

/** As many from the front as fit one request; always at least one. */
function fitting(entries: Entry[]): Entry[] {
  let size = 0;
  const end = entries.findIndex((entry, index) => {
    // An estimate: quotes inside the body double on the wire, marked vowels take three bytes, the rest is the envelope.
    size += entry.body.length * 2 + 700;
    return index > 0 && size > LARGEST_REQUEST;
  });
  return end === -1 ? entries : entries.slice(0, end);
}

const everyEntryAnswered = (entries: Entry[], { receipts }: Understood): boolean => {
  const answered = new Set(receipts.filter((receipt) => !isDamaged(receipt)).map(({ id }) => id));
  return entries.every(({ id }) => answered.has(id));
};
