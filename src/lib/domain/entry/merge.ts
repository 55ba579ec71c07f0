import { follow, isUnder } from './alias';
import { assessmentId } from '../people/assessment';
import type { Act, Change } from './entry';
import type { GroupId, HouseholdId } from '../ids';
import type { Facts } from './facts';
import type { Field, Row } from './row';
import { textOf, valueOf } from './reading';
import type { Clash, Move, RejectionReason, Verdict, Write } from './verdict';

/** What a merge, its undoing or a move does. The rows of every household concerned must be among the facts. */
export function judgePlacing(act: Act, facts: Facts): Verdict {
  const [change, ...others] = act.body.changes;
  if (facts.actor.role !== 'officer' || !facts.rowsOf) return no('not-allowed');
  if (!change || others.length > 0 || Object.keys(change.set).length > 0) return no('invalid');
  const row = facts.row(change.type, change.id);
  if (!row) return no('unknown-target');
  if (row.household !== change.household) return no('invalid');
  const { about } = act.body;
  if (act.kind === 'unmerge') return unmerge(change, row, facts);
  if (textOf(row, 'mergedInto') !== null) return no('closed');
  if (act.kind === 'move')
    return about && 'group' in about ? move(change, row, about.group, facts) : no('invalid');
  return about && 'into' in about ? merge(change, row, about.into, facts) : no('invalid');
}

const no = (reason: RejectionReason): Verdict => ({ kind: 'quarantined', reason });

/** Not values that somebody recorded of the thing. */
const OF_THE_PLACE = ['closed', 'closedOn', 'mergedInto', 'movedFrom', 'homeBefore', 'walkOrder', 'head'];

type Done = { writes: Write[]; clashes: Clash[]; moves: Move[] };
const accepted = (change: Change, done: Done): Verdict => ({ kind: 'accepted', changes: [change], ...done });

/** One thing entered twice (gộp): what only one of the two says is kept, what they say differently becomes a choice. */
function merge(change: Change, row: Row, into: string, facts: Facts): Verdict {
  const stays = follow(facts.row, change.type, into);
  if (!stays) return no('unknown-target');
  if (!['household', 'person'].includes(change.type) || stays.id === row.id) return no('invalid');
  if (valueOf(stays, 'closed') !== null) return no('closed');
  const done: Done = { writes: [], clashes: [], moves: [] };
  joinFields(row.fields, stays, row.id, done);
  write(done, row, 'mergedInto', stays.id);
  if (valueOf(row, 'closed') === null) write(done, row, 'closed', 'duplicate');
  if (change.type === 'household') joinHouseholds(row, stays, facts, done);
  const home = facts.row('household', row.household);
  if (home && home.id === stays.household && valueOf(home, 'head') === row.id)
    write(done, home, 'head', stays.id);
  return accepted(change, done);
}

function joinFields(fields: Row['fields'], stays: Row, beside: string, { writes, clashes }: Done): void {
  const { type, id, household, group } = stays;
  for (const [field, [value]] of Object.entries(fields)) {
    if (value === null || OF_THE_PLACE.includes(field)) continue;
    const [current, currentSeq] = stays.fields[field] ?? ([null, 0] as Field);
    if (Object.is(current, value)) continue;
    if (currentSeq === 0) writes.push({ type, id, household, group, field, value });
    else clashes.push({ type, id, household, group, field, current, currentSeq, proposed: value, beside });
  }
}

/** People and visits come along; an assessment joins that of the same year; the rest stays where phones look for it. */
function joinHouseholds(row: Row, stays: Row, facts: Facts, done: Done): void {
  const home = { household: stays.household, group: stays.group };
  for (const own of facts.rowsOf!(row.household)) {
    const comesAlong = own.type === 'person' || own.type === 'visit' || isAboutPerson(own);
    if (comesAlong) {
      done.moves.push({ type: own.type, id: own.id, ...home });
      // Who had come by an earlier merge still goes back by undoing that one.
      if (textOf(own, 'homeBefore') === null) write(done, { ...own, ...home }, 'homeBefore', row.household);
    } else if (own.group !== stays.group) {
      done.moves.push({ type: own.type, id: own.id, household: own.household, group: stays.group });
    }
    if (own.type === 'assessment') {
      const id = assessmentId(stays.household, Number(own.id.split('/')[1]));
      const same = facts.row('assessment', id) ?? { type: 'assessment', id, ...home, seq: 0, fields: {} };
      joinFields(own.fields, same, row.id, done);
    }
  }
  if (row.group !== stays.group) write(done, { ...row, group: stays.group }, 'movedFrom', row.group);
}

const isAboutPerson = (row: Row): boolean => row.type === 'difference' && textOf(row, 'type') === 'person';

/** Takes a wrong merge back, by the number under which it was made; what was recorded since stays where it took effect. */
function unmerge(change: Change, row: Row, facts: Facts): Verdict {
  const [into, number] = row.fields.mergedInto ?? [null, 0];
  const stays = typeof into === 'string' ? facts.row(change.type, into) : undefined;
  if (!stays) return no('unknown-target');
  const done: Done = { writes: [], clashes: [], moves: [] };
  const isOfMerge = (field: Field | undefined): boolean => field?.[1] === number;
  const group = isOfMerge(row.fields.movedFrom) ? (textOf(row, 'movedFrom') as GroupId | null) : null;
  const home = { household: row.household, group: group ?? row.group };
  if (group) facts.rowsOf!(row.household).forEach(({ type, id }) => done.moves.push({ type, id, ...home }));

  // A merge of the one that stayed has taken along whoever came to it.
  const now = follow(facts.row, 'household', stays.household)?.household ?? stays.household;
  const rows = [...new Set([stays.household, now])].flatMap((household) => facts.rowsOf!(household));
  const came = (other: Row): boolean => isOfMerge(other.fields.homeBefore);
  const cameBefore = (other: Row): boolean =>
    change.type === 'household' && isUnder(facts.row, textOf(other, 'homeBefore'), row.id);
  const goBack = new Set(rows.filter((other) => came(other) || cameBefore(other)).map(({ id }) => id));
  for (const other of rows) {
    // A second value given to somebody meanwhile goes with that person.
    if (goBack.has(other.id) || (isAboutPerson(other) && goBack.has(textOf(other, 'target') ?? ''))) {
      done.moves.push({ type: other.type, id: other.id, ...home });
      if (!cameBefore(other)) write(done, { ...other, ...home }, 'homeBefore', null);
    } else if (other.type === 'difference') {
      if (isOfMerge(other.fields.entry)) write(done, other, 'open', false);
    } else if (other.id !== row.id) takeBack(other, row, isOfMerge, done);
  }
  write(done, { ...row, ...home }, 'mergedInto', null);
  if (isOfMerge(row.fields.closed)) write(done, { ...row, ...home }, 'closed', null);
  if (group) write(done, { ...row, ...home }, 'movedFrom', null);
  return accepted(change, done);
}

function takeBack(other: Row, row: Row, isOfMerge: (field: Field | undefined) => boolean, done: Done): void {
  for (const [field, stored] of Object.entries(other.fields)) {
    if (!isOfMerge(stored)) continue;
    write(done, other, field, field === 'head' ? row.id : null);
  }
}

/** A household belongs to another group from now on; who still has it from before is told that it is gone (SV7). */
function move(change: Change, row: Row, group: GroupId, facts: Facts): Verdict {
  if (change.type !== 'household') return no('invalid');
  const done: Done = { writes: [], clashes: [], moves: [] };
  if (row.group === group) return accepted(change, done);
  for (const { type, id, household } of facts.rowsOf!(row.household))
    done.moves.push({ type, id, household, group });
  write(done, { ...row, group }, 'movedFrom', row.group);
  return accepted(change, done);
}

function write(
  { writes }: Done,
  { type, id, household, group }: { type: string; id: string; household: HouseholdId; group: GroupId },
  field: string,
  value: Write['value']
): void {
  writes.push({ type, id, household, group, field, value });
}
