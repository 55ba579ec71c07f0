import { madeAfter } from '$lib/domain/entry/overtaken';
import type { Database } from '../database/open';
import { readHighestCount } from '../queries/devices';
import { readEntries, readKnown, readLinks } from '../queries/entries';
import { type Arrival, fromWaiting } from './arrival';
import { type MadeEntry, type Memory, remember } from './memory';

/** Where something is judged after what is newer of its device, what that has said (CO2); nearly always there is none. */
export async function recallMade(db: Database, memory: Memory, all: readonly Arrival[]): Promise<void> {
  for (const arrivals of byDevice(all.filter((arrival) => isOpen(memory, arrival)))) {
    const [{ author, device }] = arrivals.map(({ entry }) => entry) as [Arrival['entry']];
    const first = Math.min(...arrivals.map(({ entry }) => entry.n));
    const hasWaiting = arrivals.some((arrival) => isWaiting(memory, arrival));
    if (!hasWaiting && ((await readHighestCount(db, author, device)) ?? 0) <= first) continue;
    const links = await readLinks(db, author, device, first);
    const fresh = arrivals.filter((arrival) => !isWaiting(memory, arrival)).map(madeOf);
    const newer = newerThan(arrivals, [...fresh, ...links]);
    const bodies = await readBodies(db, newer);
    for (const one of newer)
      note(memory, 'body' in one ? one : { ...one, body: bodies.get(one.number) ?? null });
  }
  await recallNamed(db, memory);
}

type Stored = Omit<MadeEntry, 'body'> & Readonly<{ number: number }>;

/** Not here yet, or here and decided only now. */
const isOpen = (memory: Memory, arrival: Arrival): boolean =>
  isWaiting(memory, arrival) ||
  !memory.known.get(arrival.entry.id)?.some(({ sha }) => sha === arrival.entry.sha);

const isWaiting = ({ waiting, known }: Memory, { entry }: Arrival): boolean =>
  known.get(entry.id)?.some(({ number, sha }) => sha === entry.sha && waiting.has(number)) ?? false;

function byDevice(arrivals: readonly Arrival[]): Iterable<Arrival[]> {
  const devices = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const before = devices.get(arrival.entry.device);
    if (before) before.push(arrival);
    else devices.set(arrival.entry.device, [arrival]);
  }
  return devices.values();
}

const madeOf = ({ entry: { id, previous, kind }, body, isDamaged }: Arrival): MadeEntry => ({
  ...{ id, previous, kind },
  body: isDamaged ? null : body
});

function newerThan(
  arrivals: readonly Arrival[],
  links: readonly (MadeEntry | Stored)[]
): Set<MadeEntry | Stored> {
  const byPrevious = new Map<string, (MadeEntry | Stored)[]>();
  for (const link of links) add(byPrevious, link.previous ?? '', link);
  return new Set(arrivals.flatMap(({ entry }) => madeAfter(entry.id, byPrevious)));
}

/** The bodies of those that are what their device made: bytes that were damaged, or another's, say nothing (EN1). */
async function readBodies(
  db: Database,
  newer: Iterable<MadeEntry | Stored>
): Promise<Map<number, MadeEntry['body']>> {
  const numbers = [...newer].flatMap((one) => ('number' in one ? one.number : []));
  const whole = (await readEntries(db, numbers)).filter(
    ({ reason }) => reason !== 'damaged' && reason !== 'id-reused'
  );
  return new Map(whole.map((stored) => [stored.number, fromWaiting(stored).body]));
}

function note({ made }: Memory, { id, previous, kind, body }: MadeEntry): void {
  add(made, previous ?? '', { id, previous, kind, body });
}

/** What became of them, and of what they took back. */
async function recallNamed(db: Database, memory: Memory): Promise<void> {
  const made = [...memory.made.values()].flat();
  const ids = made.flatMap(({ id, body }) => [
    id,
    ...(body?.about && 'entry' in body.about ? [body.about.entry] : [])
  ]);
  const unknown = new Set(ids.filter((id) => !memory.known.has(id)));
  if (unknown.size === 0) return;
  for (const entry of await readKnown(db, unknown)) remember(memory, entry);
}

function add<T>(map: Map<string, T[]>, name: string, one: T): void {
  const before = map.get(name);
  if (before) before.push(one);
  else map.set(name, [one]);
}
