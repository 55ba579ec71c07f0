import { ConfirmedRows, readPlace } from '$lib/device/confirmed';
import { type Device, openDevice } from '$lib/device/open';
import { countWaiting } from '$lib/device/outbox';
import { type Hand, record } from '$lib/device/record';
import { readCounts } from '$lib/device/work';
import type { Actor } from '$lib/domain/actor';
import type { Entry } from '$lib/domain/entry/entry';
import type { OwnAct } from '$lib/domain/entry/overlay';
import { dayOf } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/entry/row';
import { SESSION_PATH } from '$lib/protocol/paths';
import { lockedExchange } from '$lib/sync/ends';
import { aRound, type Tap } from '../round';
import { deleteAll } from './databases';

let actor: Actor;
let device: Device;
let rows: ConfirmedRows;
let exchange: () => Promise<unknown>;
let round: Tap[];
let own: OwnAct[];
let hand: Hand;

export async function signIn(login: string, pin: string): Promise<void> {
  const answer = await fetch(SESSION_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, pin })
  });
  if (!answer.ok) throw new Error(`Sign-in refused: ${answer.status}.`);
  ({ actor } = await answer.json());
}

/** A phone on which nothing is stored yet. */
export async function openNew(): Promise<void> {
  await device?.close();
  await deleteAll();
  device = openDevice(actor.account, `bench-${crypto.randomUUID()}`);
  await readCounts(device.work, newId);
  rows = new ConfirmedRows(device.confirmed);
  exchange = lockedExchange(device, {
    fetch: (...request) => fetch(...request),
    now: Date.now,
    newId,
    timers: { set: (run, ms) => setTimeout(run, ms), clear: (timer) => clearTimeout(timer) },
    storage: navigator.storage,
    locks: navigator.locks,
    app: 'bench'
  });
}

/** One whole exchange by the real engine, in milliseconds. */
export async function exchanges(): Promise<number> {
  const start = performance.now();
  await exchange();
  return performance.now() - start;
}

/** A round of so many taps is about to begin. */
export async function beginsRound(most: number): Promise<void> {
  await rows.refresh();
  const now = Date.now();
  const today = dayOf(now);
  round = aRound(rows.all(), most, { year: Number(today.slice(0, 4)), today, newId });
  const { cursor, contact } = await readPlace(device.confirmed);
  own = [];
  hand = {
    work: device.work,
    actor,
    group: actor.groups[0]!,
    seen: { epoch: cursor?.epoch ?? null, row: rows.get, own },
    clock: { wall: now, contact },
    newId
  };
}

/** The next taps, each judged, frozen and durable before the next; milliseconds for all, and what was stored. */
export async function taps(count: number): Promise<{ ms: number; entries: Entry[] }> {
  const entries: Entry[] = [];
  const start = performance.now();
  for (const { kind, changes } of round.splice(0, count)) {
    const recorded = await record(hand, kind, changes);
    if (recorded.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(recorded)}`);
    entries.push(recorded.entry);
    own.push({ ...recorded.entry, body: JSON.parse(recorded.entry.body) });
  }
  return { ms: performance.now() - start, entries };
}

export const waiting = (): Promise<number> => countWaiting(device.work);

export async function confirmed(since: number): Promise<Row[]> {
  await rows.refresh();
  return [...rows.all()].filter(({ seq }) => seq > since);
}

export const place = async (): Promise<number> => (await readPlace(device.confirmed)).cursor?.seq ?? 0;

const newId = (): string => crypto.randomUUID();
