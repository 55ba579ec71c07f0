import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBroken } from '$lib/server/exchange/history';
import { filesFrom } from '$lib/domain/household-file';
import { tallyFiles } from '$lib/domain/tally';
import { dayOf } from '$lib/domain/calendar';
import type { EntryBody } from '$lib/domain/entry';
import { aRing, type Ring } from '../support/ring';
import type { TestPhone, Wire } from '../support/phone';

/** Half of what can happen to a phone is bad luck. */
type Step =
  | { kind: 'answers'; phone: number; person: number; field: string; value: string }
  | { kind: 'adds'; phone: number }
  | { kind: 'takes-back'; phone: number }
  | { kind: 'syncs'; phone: number; wire: Wire; diesAfter: number | null }
  | { kind: 'backs-up' }
  | { kind: 'restores' };

const VALUES = {
  insurance: ['yes', 'no', 'unclear'],
  activity: ['employed', 'unemployed'],
  note: ['a', 'b', 'Ẫ']
};

const phone = fc.nat({ max: 2 });
const anAnswer = fc.constantFrom(...(Object.keys(VALUES) as (keyof typeof VALUES)[])).chain((field) =>
  fc.record({
    kind: fc.constant('answers' as const),
    phone,
    person: fc.nat({ max: 1 }),
    field: fc.constant(field as string),
    value: fc.constantFrom(...VALUES[field])
  })
);
const aSync = fc.record({
  kind: fc.constant('syncs' as const),
  phone,
  wire: fc.constantFrom<Wire>(
    'good',
    'good',
    'good',
    'dead',
    'loses-the-answer',
    'cuts-the-answer',
    'portal',
    'repeats'
  ),
  diesAfter: fc.option(fc.nat({ max: 14 }), { freq: 3 })
});
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: anAnswer },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('adds' as const), phone }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('takes-back' as const), phone }) },
  { weight: 6, arbitrary: aSync },
  { weight: 1, arbitrary: fc.constant({ kind: 'backs-up' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restores' as const }) }
);

describe('whatever happens between the phones and the ward', () => {
  it('[EX3][EX4][EP1][EP2][PH1] nothing is lost, nothing counts twice, and all see the same in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        const ring = await aRing();
        try {
          const phones = [ring.hoa, ring.lan, ring.anotherPhoneOf(ring.hoa)];
          const saved = new Map<string, string>();
          for (const step of steps) await take(ring, phones, step, saved);
          for (let round = 0; round < 3; round += 1) {
            for (const each of phones) await each.restarts().syncs();
          }
          await holds(ring, phones, saved);
        } finally {
          await ring.close();
        }
      }),
      { numRuns: Number(process.env.SCHEDULES ?? 60) }
    );
  }, 1_200_000);
});

async function take(ring: Ring, phones: TestPhone[], step: Step, saved: Map<string, string>): Promise<void> {
  if (step.kind === 'backs-up') return ring.backsUp();
  if (step.kind === 'restores') return ring.restores();
  const own = phones[step.phone]!;
  if (step.kind === 'syncs') {
    own.wire = step.wire;
    own.diesAfter(step.diesAfter);
    await own.syncs().catch(() => undefined);
    own.restarts();
    return;
  }
  const tap = await (step.kind === 'adds'
    ? own.taps('person.add', [ring.aNewPerson(ring.household, 'Nguyễn Thị Mới')])
    : step.kind === 'takes-back'
      ? own.takesBackTheLast()
      : own.answers(ring.people[step.person]!, { [step.field]: step.value }));
  if (tap.kind === 'saved') saved.set(tap.id, tap.entry.body);
}

async function holds(ring: Ring, phones: TestPhone[], saved: Map<string, string>): Promise<void> {
  const ward = await ring.ward();
  const stored = ward.entries.filter(({ id }) => saved.has(id));
  expect(stored.map(({ id }) => id).sort(), 'stored once each (I1, I2)').toEqual([...saved.keys()].sort());
  for (const { id, body } of stored) expect(body, 'the same bytes (I13)').toBe(saved.get(id));
  expect(firstBroken(ward.chain), 'the chain stands (I9)').toBe(null);
  for (const each of phones) {
    expect(await each.waiting(), 'queues drain (I6)').toBe(0);
    expect(await each.rows(), 'the same picture (I4)').toEqual(ward.rows);
    const figures = (await each.standings())!.groups.find(({ group }) => group === ring.household.group)!;
    const fromScratch = tallyFiles([...filesFrom(ward.rows).values()], ring.campaign, dayOf(ring.wardTime()));
    expect(figures, 'the standings are the count (I12)').toMatchObject(fromScratch);
  }
  everyChangeIsAccountedFor(ward);
}

/** I3: current, equal, seen by whoever replaced it, a difference, or quarantined. */
function everyChangeIsAccountedFor({ entries, rows }: Awaited<ReturnType<Ring['ward']>>): void {
  const read = entries.map((entry) => ({ ...entry, act: JSON.parse(entry.body) as EntryBody }));
  for (const { id, author, status, number, decided, act } of read) {
    if (status === 'quarantined') continue;
    for (const { type, id: target, set } of act.changes) {
      for (const [field, { value }] of Object.entries(set)) {
        const current =
          rows.find((row) => row.type === type && row.id === target)?.fields[field]?.[0] ?? null;
        const isDifference = rows.some(
          ({ type: of, fields }) =>
            of === 'difference' &&
            fields.target?.[0] === target &&
            fields.field?.[0] === field &&
            fields.entry?.[0] === id
        );
        const replacedKnowingly = read.some(
          (later) =>
            later.decided > decided &&
            later.act.changes.some(
              (change) =>
                change.id === target &&
                field in change.set &&
                (later.author === author || change.set[field]!.seen === value)
            )
        );
        const isEqual = read.some(
          (earlier) =>
            earlier.decided < decided &&
            earlier.act.changes.some((change) => change.id === target && change.set[field]?.value === value)
        );
        const accounted = current === value || isDifference || replacedKnowingly || isEqual;
        expect(accounted, `${field} = ${String(value)} of entry ${number}`).toBe(true);
      }
    }
  }
}
