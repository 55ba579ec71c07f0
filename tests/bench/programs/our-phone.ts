import { ConfirmedRows, readPlace } from '$lib/device/confirmed';
import { type Device, openDevice } from '$lib/device/open';
import { firstWaiting } from '$lib/device/outbox';
import { type Hand, record } from '$lib/device/record';
import { readCounts } from '$lib/device/work';
import type { Actor } from '$lib/domain/actor';
import type { Entry } from '$lib/domain/entry';
import type { OwnAct } from '$lib/domain/overlay';
import { dayOf } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/row';
import { SESSION_PATH } from '$lib/protocol/paths';
import { lockedExchange } from '$lib/sync/ends';
import { aRound } from '../round';
import { deleteAll } from './databases';

let actor: Actor;
let device: Device;
let rows: ConfirmedRows;
let exchange: () => Promise<unknown>;

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

/** So many taps of a round, each judged, frozen and durable before the next; milliseconds for all. */
export async function taps(most: number): Promise<number> {
  await rows.refresh();
  const now = Date.now();
  const round = aRound(rows.all(), most, {
    year: Number(dayOf(now).slice(0, 4)),
    today: dayOf(now),
    newId
  });
  const { cursor, contact } = await readPlace(device.confirmed);
  const own: OwnAct[] = [];
  const hand: Hand = {
    work: device.work,
    actor,
    group: actor.groups[0]!,
    seen: { epoch: cursor?.epoch ?? null, row: rows.get, own },
    clock: { wall: now, contact },
    newId
  };
  const start = performance.now();
  for (const { kind, changes } of round) {
    const recorded = await record(hand, kind, changes);
    if (recorded.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(recorded)}`);
    own.push({ ...recorded.entry, body: JSON.parse(recorded.entry.body) });
  }
  return performance.now() - start;
}

export const waiting = (): Promise<Entry[]> => firstWaiting(device.work, 100_000);

export async function confirmed(since: number): Promise<Row[]> {
  await rows.refresh();
  return [...rows.all()].filter(({ seq }) => seq > since);
}

export const place = async (): Promise<number> => (await readPlace(device.confirmed)).cursor?.seq ?? 0;

const newId = (): string => crypto.randomUUID();
