import { EntryBody } from '$lib/domain/entry/entry';
import { follow } from '$lib/domain/entry/alias';
import { bodyOf, upCast } from '$lib/domain/entry/upcast';
import type { EntryId } from '$lib/domain/ids';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import { keyOf, valueOf } from '$lib/domain/entry/reading';
import { must } from './broken';
import type { StoredEntry, WardState } from './invariants';
import type { World } from './world';

type Named = Readonly<{ type: string; id: string }>;
type Given = { entry: StoredEntry; value: unknown; seen: unknown; own: readonly string[] };

/** I3: every stored change is current, equal to one that was, replaced by somebody who saw it, a difference, or quarantined. */
export function everyChangeIsAccountedFor({ entries, rows }: WardState): void {
  const nameOf = namesAfterMerges(entries);
  const present = new Map<string, Row[]>();
  for (const row of rows) present.set(nameOf(row), [...(present.get(nameOf(row)) ?? []), row]);
  const disputed = new Set(
    rows
      .filter(({ type }) => type === 'difference')
      .map((row) => String(valueOf(row, 'entry')) + String(valueOf(row, 'field')))
  );
  for (const [name, given] of givenByField(entries, nameOf)) {
    const [key, field] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
    const current = (present.get(key) ?? []).map((row) => valueOf(row, field));
    // A merge closes one of the two for good.
    if ((present.get(key)?.length ?? 0) > 1 && CLOSING.includes(field)) continue;
    const inEffect = given.filter(
      ({ entry: { status } }) => status !== 'quarantined' && status !== 'waiting'
    );
    for (const one of inEffect) {
      const { entry, value } = one;
      const isAccounted =
        current.includes(value as FieldValue) ||
        (current.length === 0 && value === null) ||
        disputed.has(entry.id + field) ||
        withdrawsOnly(entry, field, entries) ||
        takesBackEcho(
          one,
          inEffect.filter((other) => !disputed.has(other.entry.id + field))
        ) ||
        inEffect.some(
          (other) =>
            replaces(other, one, given) || isEqualBefore(other, one) || isOnTop(other.entry, entry, entries)
        );
      must(
        'I3',
        isAccounted,
        () =>
          `${name} = ${String(value)} of entry ${entry.number} is nowhere; there is ${current.join(' and ')}`
      );
    }
  }
}

/** I3: what somebody added is never unknown to what was recorded of it later, on the same phone or another (SV5). */
export function workFindsItsTarget({ saved, phones, schedule }: World, { entries }: WardState): void {
  // After five days what never came is not waited for any more.
  if (schedule.steps.some((step) => step.kind === 'time' && step.ms > 86_400_000)) return;
  const kinds = new Set(schedule.steps.map(({ kind }) => kind));
  // A second copy holds what is unsent alone: of what it builds on a ward that was set back may know nothing yet.
  if (kinds.has('takes-in') && kinds.has('restores')) return;
  const lost = phones.some(({ taken }) => taken.size > 0);
  const adds = new Map<string, StoredEntry>();
  for (const entry of entries) {
    if (!/add$/.test(entry.kind) || !IN_EFFECT.includes(entry.status)) continue;
    for (const { id } of bodyOf(entry).changes) adds.set(id, entry);
  }
  for (const entry of entries.filter(
    ({ id, reason }) => saved.has(id as EntryId) && reason === 'unknown-target'
  )) {
    const added = bodyOf(entry).changes.some(({ id }) => {
      const add = adds.get(id);
      return add && (add.device !== entry.device || add.n < entry.n);
    });
    must('I3', lost || !added, () => `entry ${entry.number} is about what is here, and is said not to be`);
  }
}

/** I3: work on what was merged follows it (CO4), unless that is closed itself. */
export function mergedIsFollowed({ saved }: World, { entries, rows }: WardState): void {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const find = (type: string, id: string) => byKey.get(`${type}:${id}`);
  const wasOpen = (row: Row | undefined, at: number): boolean =>
    row !== undefined &&
    (row.fields.closed === undefined || (row.fields.closed[0] === null && row.fields.closed[1] < at));
  for (const entry of entries.filter(({ id, reason }) => saved.has(id as EntryId) && reason === 'closed')) {
    const { changes } = bodyOf(entry);
    const isFollowed = changes.some(({ type, id }) => {
      const merge = find(type, id)?.fields.mergedInto;
      const now = follow(find, type, id);
      const isOld = typeof merge?.[0] === 'string' && merge[1] < entry.number;
      return (
        isOld &&
        now?.id !== id &&
        wasOpen(now, entry.number) &&
        wasOpen(find('household', now!.household), entry.number)
      );
    });
    must(
      'I3',
      !isFollowed || changes.length > 1,
      () => `entry ${entry.number} is kept apart, though what it is about only goes by another name`
    );
  }
}

/** Taking back what never took effect gives no value of its own (CO3). */
function withdrawsOnly(entry: StoredEntry, field: string, entries: readonly StoredEntry[]): boolean {
  const about = readBody(entry)?.about;
  const target = about && 'entry' in about ? entries.find(({ id }) => id === about.entry) : undefined;
  const { disputed } = (target ?? { disputed: null }) as { disputed: string | null };
  return target?.status === 'quarantined' || (disputed ?? '').includes(`/${field}"`);
}

/** Taking back what only repeated another's value leaves that one's value (CO1). */
function takesBackEcho({ entry }: Given, inEffect: readonly Given[]): boolean {
  const about = readBody(entry)?.about;
  const target = about && 'entry' in about && inEffect.find((one) => one.entry.id === about.entry);
  if (!target) return false;
  const before = inEffect.filter((one) => one.entry.decided < target.entry.decided);
  return before.sort((a, b) => a.entry.decided - b.entry.decided).at(-1)?.value === target.value;
}

/** Every value that was ever given to a field. */
function givenByField(entries: readonly StoredEntry[], nameOf: (of: Named) => string): Map<string, Given[]> {
  const given = new Map<string, Given[]>();
  for (const entry of entries) {
    for (const change of readBody(entry)?.changes ?? []) {
      for (const [field, { value, seen, own }] of Object.entries(change.set)) {
        const name = `${nameOf(change)}.${field}`;
        given.set(name, [...(given.get(name) ?? []), { entry, value, seen, own }]);
      }
    }
  }
  return given;
}

const CLOSING = ['closed', 'closedOn'];
const IN_EFFECT = ['applied', 'review'];

/** What was ever merged goes by one name: a value may stand on either of the two (CO4). */
function namesAfterMerges(entries: readonly StoredEntry[]): (of: Named) => string {
  const into = new Map<string, string>();
  const last = (id: string): string => (into.has(id) ? last(into.get(id)!) : id);
  for (const entry of entries.filter(({ kind, status }) => kind === 'merge' && IN_EFFECT.includes(status))) {
    const { changes, about } = readBody(entry)!;
    const [one, other] = [last(changes[0]!.id), last((about as { into: string }).into)];
    if (one !== other) into.set(one, other);
  }
  return ({ type, id }) => `${type}:${id.split('/').map(last).join('/')}`;
}

function readBody({ schema, body }: StoredEntry): EntryBody | undefined {
  try {
    return EntryBody.safeParse(upCast(schema, JSON.parse(body))).data;
  } catch {
    return undefined;
  }
}

const isEqualBefore = (other: Given, { entry, value }: Given): boolean =>
  other.entry.decided < entry.decided && other.value === value;

const replaces = (later: Given, one: Given, given: readonly Given[]): boolean =>
  later.entry.decided > one.entry.decided &&
  (later.entry.author === one.entry.author || saw(later, one, given));

/** Made later on the same device, entry after entry: what comes behind it is overtaken (CO2). */
function isOnTop(upper: StoredEntry, lower: StoredEntry, entries: readonly StoredEntry[]): boolean {
  for (let below: StoredEntry | undefined = upper; below && below.n > lower.n;) {
    const { previous, device }: StoredEntry = below;
    if (previous === lower.id) return device === lower.device;
    below = entries.find(({ id }) => id === previous);
  }
  return false;
}

/** Its author saw the value, or had laid an own one over it. */
const saw = ({ seen, own }: Given, one: Given, given: readonly Given[]): boolean =>
  seen === one.value ||
  own.some(
    (id) => id === one.entry.id || given.some((under) => under.entry.id === id && saw(under, one, given))
  );
