import { differenceId } from '$lib/domain/entry/difference';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import type { Field, Row } from '$lib/domain/entry/row';
import { keyOf, type RowKey } from '$lib/domain/entry/reading';
import type { Arrival } from './arrival';
import {
  type Accepted,
  type Cause,
  differenceFields,
  numbered,
  overtakenBy,
  resolvedBy
} from './differences';
import { type Memory, rowOf } from './memory';

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
    // What is about a whole group belongs to the group that was judged, whatever the envelope says (SV3).
    const judged = verdict.writes.find((write) => write.type === type && write.id === id);
    const group = rowOf(memory, 'household', household)?.group ?? judged?.group ?? entry.group;
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
    const id = differenceId(clash.type, clash.id, clash.field, clash.beside ?? cause.author);
    draft('difference', id, clash.household, clash.group).fields = differenceFields(
      clash,
      entry.id,
      cause,
      memory
    );
  }
  const overtaken = [...overtakenBy(verdict, cause, memory), ...resolvedBy(verdict, memory)];
  for (const { row, values } of overtaken) {
    Object.assign(draft('difference', row.id, row.household, row.group).fields, numbered(values, cause.seq));
  }
  return [...drafts.values()];
}
