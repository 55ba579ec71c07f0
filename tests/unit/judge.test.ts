import { describe, expect, it } from 'vitest';
import type { Role } from '$lib/domain/actor';
import { assessmentId } from '$lib/domain/people/assessment';
import { ENTRY_SCHEMA, type Change } from '$lib/domain/entry/entry';
import type { AccountId, GroupId, HouseholdId } from '$lib/domain/ids';
import { judge } from '$lib/domain/entry/judge';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import { anId } from '../support/factories';

const GROUP = anId<GroupId>(1);
const HOUSEHOLD = anId<HouseholdId>(2);
const ASSESSMENT = assessmentId(HOUSEHOLD, 2025);

const aRow = (type: string, id: string, values: Record<string, FieldValue>): Row => ({
  ...{ type, id, household: HOUSEHOLD, group: GROUP, seq: 1 },
  fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, 1]]))
});

const sets = (type: string, id: string, values: Record<string, FieldValue>): Change => ({
  ...{ type, id, household: HOUSEHOLD },
  set: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, { value, seen: null, base: 9, own: [] }])
  )
});

/** What judge says to somebody who has seen everything, in words. */
function said(kind: string, role: Role, change: Change, rows: readonly Row[] = []): string {
  const account = anId<AccountId>(3);
  const all = [aRow('household', HOUSEHOLD, {}), ...rows];
  const verdict = judge(
    { kind, schema: ENTRY_SCHEMA, author: account, group: GROUP, body: { epoch: 'e', changes: [change] } },
    {
      actor: { account, name: 'Hoa', role, groups: [GROUP] },
      today: '2025-11-20',
      knowsEpoch: () => true,
      row: (type, id) => all.find((row) => row.type === type && row.id === id),
      authorOf: () => undefined,
      known: () => true,
      settled: () => null
    }
  );
  if (verdict.kind !== 'quarantined') return verdict.kind;
  return [verdict.reason, verdict.field, verdict.problem].filter(Boolean).join(' ');
}

describe("công nhận is the chairman's decision, entered by the office (NĐ 86/2023)", () => {
  const recognised = aRow('assessment', ASSESSMENT, { state: 'recognised', decision: '12/QĐ-UBND' });
  const proposed = aRow('assessment', ASSESSMENT, { state: 'proposed' });

  it.each([
    ['takes it away', 'assess', { state: 'expected' }, recognised, 'not-allowed state'],
    ['takes it away by choosing', 'resolve', { state: 'objected' }, recognised, 'not-allowed state'],
    ['takes it away by taking back', 'cancel', { state: null }, recognised, 'not-allowed state'],
    ['gives it', 'assess', { state: 'recognised' }, proposed, 'not-allowed state'],
    ['changes its number', 'assess', { decision: null }, recognised, 'not-allowed decision'],
    ['changes its day', 'cancel', { decidedOn: '2025-11-20' }, recognised, 'not-allowed decidedOn'],
    ['goes on before it', 'assess', { state: 'published' }, proposed, 'accepted']
  ] as const)('a leader %s', (_, kind, values, row, expected) => {
    expect(said(kind, 'leader', sets('assessment', ASSESSMENT, values), [row])).toBe(expected);
    expect(said(kind, 'officer', sets('assessment', ASSESSMENT, values), [row])).toBe('accepted');
  });
});

describe('a date that cannot be is refused: a slip of the finger must not raise a rate', () => {
  const person = aRow('person', anId(4), { name: 'Nguyễn Thị Lan' });
  const household = aRow('household', HOUSEHOLD, {});
  const add = (values: Record<string, FieldValue>) =>
    said('person.add', 'leader', sets('person', anId(5), { name: 'An', ...values }));
  const close = (closedOn: string) =>
    said('close', 'leader', sets('person', person.id, { closed: 'died', closedOn }), [person, household]);
  const visit = (on: string) => said('visit', 'leader', sets('visit', anId(6), { outcome: 'unchanged', on }));
  const impossible = (field: string) => `invalid ${field} impossible-date`;

  it.each(['1900', '1958-03', '2025', '2025-11', '2025-11-20'])('born %s', (birth) =>
    expect(add({ birth })).toBe('accepted')
  );
  it.each(['0195', '1899-12-31', '2025-11-21', '2025-12', '2026', '2975'])('not born %s', (birth) =>
    expect(add({ birth })).toBe(impossible('birth'))
  );
  it('a day later than tomorrow is no day of arriving, leaving or visiting', () => {
    expect([add({ arrivedOn: '2025-11-21' }), close('2025-11-21'), visit('2025-11-21')]).toEqual([
      'accepted',
      'accepted',
      'accepted'
    ]);
    expect(add({ arrivedOn: '2062-11-20' })).toBe(impossible('arrivedOn'));
    expect(close('2025-11-22')).toBe(impossible('closedOn'));
    expect(visit('2026-11-20')).toBe(impossible('on'));
  });
  it.each(['2000-01-01', '2035-11-20'])('a card to %s', (insuranceExpiry) =>
    expect(add({ insuranceExpiry })).toBe('accepted')
  );
  it.each(['1999-12-31', '2035-11-21', '9999-12-31'])('no card to %s', (insuranceExpiry) =>
    expect(add({ insuranceExpiry })).toBe(impossible('insuranceExpiry'))
  );
  it('what is no date at all is told apart', () => {
    expect(add({ birth: '31/02/1958' })).toBe('invalid birth not-a-date');
  });
  it('a name of spaces is no name', () => {
    expect(add({ name: '   ' })).toBe('invalid name required');
  });
});
