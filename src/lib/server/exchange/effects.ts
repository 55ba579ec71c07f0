import { differenceId } from '$lib/domain/difference';
import type { AccountId, GroupId, HouseholdId } from '$lib/domain/ids';
import { type Field, type FieldValue, keyOf, type Row, type RowKey } from '$lib/domain/row';
import type { Clash, Verdict } from '$lib/domain/verdict';
import type { Arrival } from './arrival';
import { type Memory, rowOf } from './memory';

type Accepted = Extract<Verdict, { kind: 'accepted' }>;
/** The entry as an effect: its number, and who made it when. */
type Cause = Readonly<{ seq: number; author: AccountId; name: string; at: number; now: number }>;
type Draft = { -readonly [Key in keyof Row]: Row[Key] } & { fields: Record<string, Field> };

/** The rows as they stand after an accepted entry. Nothing is changed here: an exception leaves no half (SV4). */
export function rowsAfter({ entry }: Arrival, verdict: Accepted, cause: Cause, memory: Memory): Row[] {
  const drafts = new Map<RowKey, Draft>();

  function draft(type: string, id: string, household: HouseholdId, group: GroupId): Draft {
    const key = keyOf({ type, id });
    const before = drafts.get(key);
    if (before) return before;
    const row = rowOf(memory, type, id);
    const made = row
      ? { ...row, seq: cause.seq, fields: { ...row.fields } }
      : { type, id, household, group, seq: cause.seq, fields: {} };
    drafts.set(key, made);
    return made;
  }

  for (const { type, id, household } of verdict.changes) {
    const group = rowOf(memory, 'household', household)?.group ?? entry.group;
    if (entry.kind === 'household.add') draft('household', household, household, group);
    if (!rowOf(memory, type, id)) draft(type, id, household, group);
  }
  for (const { type, id, household, group } of verdict.moves) {
    Object.assign(draft(type, id, household, group), { household, group });
  }
  for (const { type, id, household, group, field, value } of verdict.writes) {
    draft(type, id, household, group).fields[field] = [value, cause.seq];
  }
  for (const clash of verdict.clashes) {
    const id = differenceId(clash.type, clash.id, clash.field, cause.author);
    draft('difference', id, clash.household, clash.group).fields = differenceFields(
      clash,
      entry.id,
      cause,
      memory
    );
  }
  const resolved = verdict.clashes.length === 0 ? resolvedBy(verdict, memory) : undefined;
  if (resolved)
    draft('difference', resolved.id, resolved.household, resolved.group).fields.open = [false, cause.seq];
  return [...drafts.values()];
}

/** Only a difference of a household that this entry speaks about: its rights were judged there. */
function resolvedBy({ resolves, changes }: Accepted, memory: Memory): Row | undefined {
  const row = resolves ? rowOf(memory, 'difference', resolves) : undefined;
  return row && changes.some(({ household }) => household === row.household) ? row : undefined;
}

function differenceFields(clash: Clash, entry: string, cause: Cause, memory: Memory): Record<string, Field> {
  const current = memory.origins.get(clash.currentSeq);
  const values: Record<string, FieldValue> = {
    type: clash.type,
    target: clash.id,
    field: clash.field,
    current: clash.current,
    currentBy: current?.name ?? null,
    currentAt: current?.at ?? null,
    proposed: clash.proposed,
    proposedBy: cause.name,
    proposedAt: cause.at,
    openedAt: cause.now,
    open: true,
    entry
  };
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, cause.seq]]));
}
