import { hash } from 'node:crypto';
import { ENTRY_SCHEMA, type Entry, EntryBody } from '$lib/domain/entry';
import { upCast } from '$lib/domain/upcast';
import type { StoredEntry } from '../queries/entries';

/** An entry whose bytes are what their sum says; its body is null where this version cannot read it. */
export type Arrival = Readonly<{ entry: Entry; bytes: Uint8Array; body: EntryBody | null }>;

/** Takes what is whole. What was damaged on the way is left out: it has no receipt, and comes again (EN1). */
export function takeWhole(entries: readonly Entry[]): Arrival[] {
  const whole: Arrival[] = [];
  for (const entry of entries) {
    const bytes = Buffer.from(entry.body, 'utf8');
    if (hash('sha256', bytes, 'hex') === entry.sha) whole.push({ entry, bytes, body: readBody(entry) });
  }
  return whole;
}

/** The same of an entry that has been waiting here. */
export function fromWaiting(stored: StoredEntry): Arrival {
  const { contact_device: device, contact_server: server } = stored;
  const entry = {
    id: stored.id,
    n: stored.n,
    previous: stored.previous,
    kind: stored.kind,
    schema: stored.schema,
    group: stored.group_id,
    author: stored.author,
    device: stored.device,
    clock: { wall: stored.wall, contact: device === null || server === null ? null : { device, server } },
    buildsOn: JSON.parse(stored.builds_on),
    sha: stored.sha,
    body: Buffer.from(stored.body).toString('utf8')
  } as Entry;
  return { entry, bytes: stored.body, body: readBody(entry) };
}

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
