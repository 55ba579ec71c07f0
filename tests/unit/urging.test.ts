import { describe, expect, it } from 'vitest';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import type { Period } from '$lib/domain/plan/period';
import { gravityOf, type GroupStanding, reasonsFor, urgedAgainFrom } from '$lib/domain/urging/behind';
import { planDates } from '$lib/domain/urging/plan-dates';
import { followUp } from '$lib/domain/urging/reason';
import { sayDateLacks } from '$lib/ui/ward/calendar-words';
import { campaign2025 } from '$lib/server/plan/campaign-2025';

const TODAY = '2025-11-23';
const NOON = Date.UTC(2025, 10, 23, 5);
const DAY = 86_400_000;
const group = campaign2025.groups[0]!.id;
const [, last] = campaign2025.periods as [Period, Period];

const figures = (coverage: [number, number], tallies: GroupFigures['tallies'] = {}): GroupFigures => ({
  ...{ group, coverage, tallies }
});
const standing = (changed: Partial<GroupStanding> = {}): GroupStanding => ({
  ...{ figures: figures([100, 100]), lastContact: NOON, periods: [] },
  ...changed
});
const kindsOf = (changed: Partial<GroupStanding>, today = TODAY, days = 7) =>
  reasonsFor(standing(changed), campaign2025, today, days).map(({ kind }) => kind);

describe('who is behind', () => {
  it('who has seen all, called today and reached all is not', () => {
    expect(kindsOf({})).toEqual([]);
  });

  it('silent is who has not called for D whole days, or never', () => {
    expect(kindsOf({ lastContact: NOON - 6 * DAY })).toEqual([]);
    expect(kindsOf({ lastContact: NOON - 7 * DAY })).toEqual(['silent']);
    expect(kindsOf({ lastContact: NOON - 7 * DAY }, TODAY, 8)).toEqual([]);
    expect(kindsOf({ lastContact: null })).toEqual(['silent']);
  });

  it('a round is slow by the days that have passed, not by the end', () => {
    // From 9/9 to 10/12 are 92 days, of which 75 have passed: 77 of 100 households with 95 % wanted at the end.
    expect(kindsOf({ figures: figures([77, 100]) })).toEqual([]);
    expect(reasonsFor(standing({ figures: figures([76, 100]) }), campaign2025, TODAY, 7)).toEqual([
      { kind: 'coverage', reviewed: 76, open: 100, wanted: 77 }
    ]);
    expect(kindsOf({ figures: figures([94, 100]) }, '2025-12-20')).toContain('coverage');
    expect(kindsOf({ figures: figures([0, 100]) }, '2025-09-09')).not.toContain('coverage');
  });

  it('a report is urged within D days of its date, and after it as late; a signed one never', () => {
    const inPeriod = (kind: 'open' | 'signed' | 'returned') => ({ periods: [{ period: last, kind }] });
    expect(kindsOf(inPeriod('open'), '2025-12-02')).not.toContain('unsigned');
    expect(reasonsFor(standing(inPeriod('open')), campaign2025, '2025-12-03', 7)[0]).toMatchObject({
      ...{ kind: 'unsigned', isLate: false, dueBefore: '2025-12-10' }
    });
    expect(kindsOf(inPeriod('signed'), '2025-12-09')).not.toContain('unsigned');
    const late = reasonsFor(standing(inPeriod('returned')), campaign2025, '2025-12-10', 7);
    expect(late[0]).toMatchObject({ kind: 'unsigned', isLate: true, isReturned: true });
  });

  it('a target is judged by the one rule book', () => {
    const tallies = { insurance: [97, 3, 0, 0] } satisfies GroupFigures['tallies'];
    expect(reasonsFor(standing({ figures: figures([100, 100], tallies) }), campaign2025, TODAY, 7)).toEqual([
      { kind: 'target', indicator: '10', lacking: 1, unasked: 0 }
    ]);
  });

  it('a late report weighs more than silence, silence more than any number of targets', () => {
    const late = {
      kind: 'unsigned',
      period: 'p',
      name: '',
      dueBefore: '',
      isLate: true,
      isReturned: false
    } as const;
    const silent = { kind: 'silent', since: null } as const;
    const targets = ['10', '13a', '8a', '8b'].map(
      (indicator) => ({ kind: 'target', indicator, lacking: 9, unasked: 0 }) as const
    );
    expect(gravityOf([late])).toBeGreaterThan(gravityOf([silent]));
    expect(gravityOf([silent])).toBeGreaterThan(gravityOf(targets));
  });

  it('is left in peace for D days by the days of Viet Nam', () => {
    // 23:30 in Viet Nam.
    expect(urgedAgainFrom(Date.UTC(2025, 10, 23, 16, 30), 7)).toBe('2025-11-30');
  });

  it('what followed: the same thing again, smaller or gone', () => {
    const then = [
      { kind: 'coverage', reviewed: 10, open: 100, wanted: 70 },
      { kind: 'target', indicator: '10', lacking: 5, unasked: 0 }
    ] as const;
    const now = [{ kind: 'coverage', reviewed: 60, open: 100, wanted: 75 }] as const;
    expect(followUp(then, now)).toEqual([
      { then: then[0], now: now[0] },
      { then: then[1], now: null }
    ]);
  });
});

describe('the dates of the plan', () => {
  const facts = {
    periods: [{ id: last.id, isClosed: false, groups: [{ group, kind: 'open' as const }] }],
    withoutFigure: ['1', '14'],
    owingUnits: ['Trạm y tế phường'],
    culture: { withoutMeeting: [group], notAssessed: 3 }
  };

  it('stand in their order, each with what it lacks', () => {
    const dates = planDates(campaign2025, facts, TODAY);
    expect(dates.map(({ day }) => day)).toEqual([...dates.map(({ day }) => day)].sort());
    expect(dates.find((date) => date.kind === 'due' && date.period === last.id)).toMatchObject({
      ...{ day: '2025-12-10', isPast: false, isDone: false, unsigned: [group], unreviewed: [] }
    });
    expect(dates.find(({ kind }) => kind === 'culture')).toMatchObject({ day: '2025-11-25', notAssessed: 3 });
    const [units, own] = dates.filter((date) => date.kind === 'units' || date.kind === 'report');
    expect(units).toMatchObject({ day: '2025-12-10', isDone: false });
    expect(sayDateLacks(units!, []), 'the units owe reports, not figures').toEqual([
      'chưa nộp: Trạm y tế phường'
    ]);
    expect(own).toMatchObject({ kind: 'report', day: '2025-12-15', withoutFigure: ['1', '14'] });
  });

  it('"trước ngày" is over when its day begins', () => {
    const due = (today: string) =>
      planDates(campaign2025, facts, today).find((date) => date.kind === 'due' && date.period === last.id)!;
    expect(due('2025-12-09').isPast).toBe(false);
    expect(due('2025-12-10').isPast).toBe(true);
  });
});
