import { describe, expect, it } from 'vitest';
import type { Role } from '$lib/domain/actor';
import { assessmentId } from '$lib/domain/assessment';
import { ENTRY_SCHEMA, type Change } from '$lib/domain/entry';
import type { AccountId, GroupId, HouseholdId } from '$lib/domain/ids';
import { judge } from '$lib/domain/judge';
import type { FieldValue, Row } from '$lib/domain/row';
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
