import { addDays, type Day, daysBetween, dayOf } from '../calendar';
import { judgedColumns } from '../figures/overview';
import { NO_TALLY } from '../figures/tally';
import type { GroupFigures } from '../figures/group-figures';
import { isLessBetter, judgeTarget, splitLacking } from '../figures/target';
import type { PeriodState } from '../people/sign-off';
import type { Campaign } from '../plan/campaign';
import type { Period } from '../plan/period';
import type { UrgingReason } from './reason';

/** What is known of one group when it is asked whether it is behind. */
export type GroupStanding = Readonly<{
  figures: GroupFigures;
  /** When one of its phones last called, milliseconds. */
  lastContact: number | null;
  /** How far it is in each period that is not closed. */
  periods: readonly Readonly<{ period: Period; kind: PeriodState['kind'] }>[];
}>;

/** Why a group is behind today, the gravest first; `days` is the ward's D (đôn đốc sau bao nhiêu ngày). */
export function reasonsFor(
  standing: GroupStanding,
  campaign: Campaign,
  today: Day,
  days: number
): UrgingReason[] {
  return [
    ...unsigned(standing, today, days),
    ...silent(standing, today, days),
    ...slow(standing, campaign, today),
    ...underTarget(standing, campaign)
  ];
}

/** The slowest first: late reports weigh most, a target that is not reached yet least. */
export const gravityOf = (reasons: readonly UrgingReason[]): number =>
  reasons.reduce((sum, reason) => sum + weightOf(reason), 0);

/** A group is left in peace for D days after each urging. */
export const urgedAgainFrom = (lastSent: number, days: number): Day => addDays(dayOf(lastSent), days);

const WEIGHTS = { silent: 60, target: 1 } as const;

function weightOf(reason: UrgingReason): number {
  if (reason.kind === 'unsigned') return reason.isLate ? 100 : 30;
  if (reason.kind !== 'coverage') return WEIGHTS[reason.kind];
  // Up to 50, by how much is lacking of what the days ask for.
  return 10 + Math.round((40 * (reason.wanted - reason.reviewed)) / Math.max(1, reason.wanted));
}

function unsigned({ periods }: GroupStanding, today: Day, days: number): UrgingReason[] {
  return periods
    .filter(({ period, kind }) => {
      if (kind !== 'open' && kind !== 'returned') return false;
      return period.opensOn <= today && daysBetween(today, period.dueBefore) <= Math.max(days, 1);
    })
    .map(({ period: { id, name, dueBefore }, kind }) => ({
      ...({ kind: 'unsigned', period: id, name, dueBefore } as const),
      ...{ isLate: today >= dueBefore, isReturned: kind === 'returned' }
    }));
}

function silent({ lastContact }: GroupStanding, today: Day, days: number): UrgingReason[] {
  const isSilent = lastContact === null || daysBetween(dayOf(lastContact), today) >= days;
  return isSilent ? [{ kind: 'silent', since: lastContact }] : [];
}

/** Households that should have been seen by today, were the round walked evenly up to the next report. */
function slow(
  { figures: { coverage } }: GroupStanding,
  { startsOn, periods, scale }: Pick<Campaign, 'startsOn' | 'periods' | 'scale'>,
  today: Day
): UrgingReason[] {
  const [reviewed, open] = coverage;
  const next = periods
    .map(({ dueBefore }) => dueBefore)
    .sort()
    .find((day) => day > today);
  const all = next ? Math.max(1, daysBetween(startsOn, next)) : 1;
  const passed = next ? Math.min(all, Math.max(0, daysBetween(startsOn, today))) : 1;
  const { part, of } = scale.leastCoverage;
  const wanted = Math.floor((open * part * passed) / (of * all));
  return reviewed < wanted ? [{ kind: 'coverage', reviewed, open, wanted }] : [];
}

/** What the scale weighs most stands first. */
function underTarget({ figures: { tallies } }: GroupStanding, campaign: Campaign): UrgingReason[] {
  return judgedColumns(campaign).flatMap((indicator): UrgingReason[] => {
    const tally = tallies[indicator.rule ?? ''] ?? NO_TALLY;
    const judged = judgeTarget(indicator, tally);
    if (typeof judged === 'string' || judged.reached) return [];
    const { lacking } = judged;
    const unasked = isLessBetter(indicator) ? splitLacking(lacking, tally[2]).unasked : 0;
    return [{ kind: 'target', indicator: indicator.code, lacking, unasked }];
  });
}
