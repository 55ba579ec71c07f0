import { hash } from 'node:crypto';
import { ENTRY_SCHEMA, type Entry, EntryBody } from '$lib/domain/entry/entry';
import { upCast } from '$lib/domain/entry/upcast';
import type { StoredEntry } from '../queries/entries';

/**
 * An entry as it came; its body is null where this version cannot read it. `isDamaged`: its bytes are not what their
 * sum said, and its sum is now that of the bytes which came.
 */
export type Arrival = Readonly<{
  entry: Entry;
  bytes: Uint8Array;
  body: EntryBody | null;
  isDamaged?: boolean;
}>;

/** What came, whole or not: what is damaged is kept too, or the queue behind it would stay for ever (EN1). */
export const arrivalsOf = (entries: readonly Entry[]): Arrival[] =>
  entries.map((entry) => {
    const bytes = Buffer.from(entry.body, 'utf8');
    const sha = hash('sha256', bytes, 'hex');
    if (sha === entry.sha) return { entry, bytes, body: readBody(entry) };
    return { entry: { ...entry, sha }, bytes, body: null, isDamaged: true };
  });

/** The same of an entry that has been waiting here. */
export function fromWaiting(stored: StoredEntry): Arrival {
  const entry = {
    id: stored.id,
    n: stored.n,
    previous: stored.previous,
    kind: stored.kind,
    schema: stored.schema,
    group: stored.group_id,
    author: stored.author,
    device: stored.device,
    clock: clockOf(stored),
    buildsOn: JSON.parse(stored.builds_on),
    sha: stored.sha,
    body: Buffer.from(stored.body).toString('utf8')
  } as Entry;
  return { entry, bytes: stored.body, body: readBody(entry) };
}

/** The clock of a device at the tap, as it was stored (TI1). */
export const clockOf = ({
  wall,
  contact_device: device,
  contact_server: server
}: Pick<StoredEntry, 'wall' | 'contact_device' | 'contact_server'>): Entry['clock'] => ({
  wall,
  contact: device === null || server === null ? null : { device, server }
});

function readBody({ schema, body }: Entry): EntryBody | null {
  if (schema > ENTRY_SCHEMA) return null;
  try {
    const parsed = EntryBody.safeParse(
      upCast(schema, JSON.parse(body, body.includes('\\u0000') ? refuseNul : undefined))
    );
    return parsed.data ?? null;
  } catch {
    return null;
  }
}

/** PostgreSQL stores no NUL in text; a body with one is no work of ours. */
function refuseNul(key: string, value: unknown): unknown {
  if (key.includes('\0') || (typeof value === 'string' && value.includes('\0'))) throw new SyntaxError('NUL');
  return value;
}
