import type { Day } from '../calendar';
import type { GroupId } from '../ids';
import type { PeriodState } from '../people/sign-off';
import type { Campaign } from '../plan/campaign';

/** What is known beside the plan when one asks what a date still lacks. */
export type DateFacts = Readonly<{
  periods: readonly Readonly<{
    id: string;
    isClosed: boolean;
    groups: readonly Readonly<{ group: GroupId; kind: PeriodState['kind'] }>[];
  }>[];
  /** Values of the plan for which no figure is there at all. */
  withoutFigure: readonly string[];
  /** Names of the units whose report is not here. */
  owingUnits: readonly string[];
  /** Groups that have not held their meeting, and households that nobody has assessed. */
  culture: Readonly<{ withoutMeeting: readonly GroupId[]; notAssessed: number }>;
}>;

/** A date of the plan and what it still lacks (lịch của kế hoạch). */
export type PlanDate = Readonly<
  { day: Day; isPast: boolean; isDone: boolean } & (
    | { kind: 'as-of'; period: string; name: string }
    | {
        kind: 'due';
        period: string;
        name: string;
        unsigned: readonly GroupId[];
        unreviewed: readonly GroupId[];
        isClosed: boolean;
      }
    | { kind: 'culture'; withoutMeeting: readonly GroupId[]; notAssessed: number }
    | { kind: 'units'; from: string; to: string; owing: readonly string[] }
    | { kind: 'report'; from: string; to: string; withoutFigure: readonly string[] }
    | { kind: 'end' }
  )
>;

/** All dates of a campaign in their order; a date "trước ngày" stands under its day, which is one too late. */
export function planDates(campaign: Campaign, facts: DateFacts, today: Day): PlanDate[] {
  const at = (day: Day, isDone: boolean) => ({ day, isPast: day <= today, isDone });
  const { culture, reports, periods, endsOn } = campaign;
  const dates: PlanDate[] = [
    ...periods.flatMap(({ id, name, asOf, dueBefore }): PlanDate[] => {
      const { groups = [], isClosed = false } = facts.periods.find((one) => one.id === id) ?? {};
      const of = (...kinds: string[]) =>
        groups.filter(({ kind }) => kinds.includes(kind)).map(({ group }) => group);
      const [unsigned, unreviewed] = [of('open', 'returned'), of('signed')];
      return [
        { ...at(asOf, asOf <= today), kind: 'as-of', period: id, name },
        {
          ...at(dueBefore, isClosed || unsigned.length + unreviewed.length === 0),
          ...{ kind: 'due', period: id, name, isClosed },
          ...{ unsigned: isClosed ? [] : unsigned, unreviewed: isClosed ? [] : unreviewed }
        }
      ];
    }),
    ...reports.map(({ from, to, beforeDay }, place): PlanDate => {
      const { withoutFigure, owingUnits: owing } = facts;
      // The first is the units' to the ward, the other the ward's own.
      return place === 0
        ? { ...at(beforeDay, owing.length === 0), kind: 'units', from, to, owing }
        : { ...at(beforeDay, withoutFigure.length === 0), kind: 'report', from, to, withoutFigure };
    }),
    { ...at(endsOn, endsOn < today), kind: 'end' }
  ];
  if (culture) {
    const { withoutMeeting, notAssessed } = facts.culture;
    const isDone = withoutMeeting.length === 0 && notAssessed === 0;
    dates.push({ ...at(culture.completeBefore, isDone), kind: 'culture', withoutMeeting, notAssessed });
  }
  return dates.sort((a, b) => a.day.localeCompare(b.day));
}
