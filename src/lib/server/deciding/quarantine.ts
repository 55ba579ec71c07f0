import { isAbout } from '$lib/domain/delivery/captured-time';
import { showAddress } from '$lib/domain/people/address';
import type { EntryBody } from '$lib/domain/entry/entry';
import { householdFrom } from '$lib/domain/people/household';
import type { HouseholdId } from '$lib/domain/ids';
import type { Row } from '$lib/domain/entry/row';
import { textOf } from '$lib/domain/entry/reading';
import { bodyOf } from '$lib/domain/entry/upcast';
import { clockOf } from '../exchange/arrival';
import { readQuarantine, readWaitingEntries } from '../queries/entries';
import { fromStored, readRowsById } from '../queries/rows';
import type { Services } from '../services';

/** One entry kept apart, as the officer reads it (mục để riêng). */
export type Apart = Readonly<{
  number: number;
  kind: string;
  /** Null where nobody can read it. */
  body: EntryBody | null;
  reason: string;
  by: string;
  account: string;
  device: string;
  capturedAt: number;
  /** The time is only about so (TI1). */
  isAbout: boolean;
  receivedAt: number;
  subject: string;
  address: string;
}>;

/** More than this is not read at once; the oldest come first. */
const MOST = 300;

/** What waits for an officer's word: by itself, and the holding box device by device (SV4, SV6). */
export async function readApartEntries(
  services: Services
): Promise<{ apart: Apart[]; boxes: { by: string; account: string; device: string; entries: Apart[] }[] }> {
  const all = await shown(services, await readQuarantine(services.db, MOST));
  const boxes = new Map<string, { by: string; account: string; device: string; entries: Apart[] }>();
  for (const one of all.filter(({ reason }) => reason === 'held')) {
    const name = `${one.account} ${one.device}`;
    const { by, account, device } = one;
    const box = boxes.get(name) ?? { by, account, device, entries: [] };
    box.entries.push(one);
    boxes.set(name, box);
  }
  return { apart: all.filter(({ reason }) => reason !== 'held'), boxes: [...boxes.values()] };
}

/** What came before the entry on which it builds: nobody has to do anything, and one can see that it lies there (SV5). */
export const readWaitingApart = async (services: Services): Promise<Apart[]> =>
  shown(services, await readWaitingEntries(services.db, MOST));

async function shown(
  services: Services,
  stored: Awaited<ReturnType<typeof readQuarantine>>
): Promise<Apart[]> {
  const read = stored.map((entry) => ({ entry, body: readBody(entry) }));
  const named = read.flatMap(
    ({ body }) => body?.changes.flatMap(({ id, household }) => [id, household]) ?? []
  );
  const rows = (await readRowsById(services.db, new Set(named))).map(fromStored);
  const rowsByKey = new Map(rows.map((row) => [`${row.type}:${row.id}`, row]));
  return read.map(({ entry, body }): Apart => ({
    ...{ number: entry.number, kind: entry.kind, body, reason: entry.reason ?? '', by: entry.name ?? '' },
    ...{ account: entry.account, device: entry.device },
    ...{ capturedAt: entry.captured_at, receivedAt: entry.received_at },
    isAbout: isAbout(clockOf(entry), entry.received_at),
    ...whose(body, rowsByKey)
  }));
}

/** Of whom an entry speaks, as far as the ward knows them; a name that it brings itself counts too. */
function whose(body: EntryBody | null, rows: ReadonlyMap<string, Row>): { subject: string; address: string } {
  const change = body?.changes.find(({ type }) => type === 'person') ?? body?.changes[0];
  if (!change) return { subject: '', address: '' };
  const person = rows.get(`person:${change.id}`);
  const brought = change.set.name?.value;
  const household = rows.get(`household:${change.household}`);
  return {
    subject: (person && textOf(person, 'name')) ?? (typeof brought === 'string' ? brought : ''),
    address: household
      ? showAddress(householdFrom({ ...household, household: household.id as HouseholdId }))
      : ''
  };
}

function readBody({ schema, body }: { schema: number; body: Uint8Array }): EntryBody | null {
  try {
    const read = bodyOf({ schema, body: Buffer.from(body).toString('utf8') });
    return Array.isArray(read.changes) && read.changes.every((change) => typeof change?.set === 'object')
      ? read
      : null;
  } catch {
    return null;
  }
}
