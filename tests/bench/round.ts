import { assessmentId } from '$lib/domain/people/assessment';
import type { NewChange } from '$lib/domain/entry/compose';
import type { EntryKind } from '$lib/domain/entry/entry';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import { valueOf } from '$lib/domain/entry/reading';

/** One tap of a leader, before it is judged and frozen. */
export type Tap = Readonly<{ kind: EntryKind; changes: NewChange[] }>;

type Circumstances = Readonly<{ year: number; today: string; newId: () => string }>;

/** Answers that a tap can give, in a circle: whatever stands there, the next one is a change. */
const ANSWERS = {
  insurance: ['yes', 'no', 'unclear'],
  activity: ['employed', 'unemployed', 'inactive'],
  training: ['none', 'elementary', 'college'],
  state: ['expected', 'not-expected']
} as const;

/** The first taps of a round along the alleys; each household has five or more. */
export function aRound(rows: Iterable<Row>, most: number, now: Circumstances): Tap[] {
  const taps: Tap[] = [];
  for (const tap of aWholeRound(rows, now)) {
    if (taps.push(tap) === most) return taps;
  }
  throw new Error(`The group has only ${taps.length} taps, not ${most}.`);
}

/** All of a round: three answers for each person, then the assessment and the visit. */
export function* aWholeRound(rows: Iterable<Row>, now: Circumstances): Generator<Tap> {
  for (const household of alongTheAlleys([...rows])) yield* tapsIn(household, now);
}

function alongTheAlleys(rows: Row[]): Row[][] {
  const open = grouped(
    rows.filter((row) => valueOf(row, 'closed') === null),
    ({ household }) => household
  );
  return [...open.values()]
    .filter((own) => own.some(({ type }) => type === 'household'))
    .sort((a, b) => walkOrder(a) - walkOrder(b));
}

const walkOrder = (rows: Row[]): number =>
  Number(
    valueOf(
      rows.find(({ type }) => type === 'household'),
      'walkOrder'
    )
  );

function tapsIn(rows: Row[], { year, today, newId }: Circumstances): Tap[] {
  const { household } = rows[0]!;
  const change = (kind: EntryKind, type: NewChange['type'], id: string, set: NewChange['set']): Tap => ({
    kind,
    changes: [{ type, id, household, set }]
  });
  const assessment = assessmentId(household, year);
  const assessed = rows.find(({ type, id }) => type === 'assessment' && id === assessment);
  return [
    ...rows
      .filter(({ type }) => type === 'person')
      .flatMap((person) =>
        (['insurance', 'activity', 'training'] as const).map((field) =>
          change('person.change', 'person', person.id, { [field]: nextAfter(field, valueOf(person, field)) })
        )
      ),
    change('assess', 'assessment', assessment, { state: nextAfter('state', valueOf(assessed, 'state')) }),
    change('visit', 'visit', newId(), { outcome: 'unchanged', on: today })
  ];
}

function nextAfter(field: keyof typeof ANSWERS, present: FieldValue): string {
  const answers: readonly string[] = ANSWERS[field];
  return answers[(answers.indexOf(String(present)) + 1) % answers.length]!;
}

/** What `Map.groupBy` will do where Node has it. */
export function grouped<T, K>(all: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const before = groups.get(keyOf(one));
    if (before) before.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
