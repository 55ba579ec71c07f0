import { addDays, type Day } from '../calendar';
import type { Assessment, AssessmentState } from './assessment';
import { culturePoints } from './culture-points';
import type { Meeting } from './meeting';
import type { CultureRules } from '../plan/culture';

/** Why a step cannot be taken yet. */
export type StepObstacle =
  | 'bar-missing'
  | 'barred'
  | 'points-too-low'
  | 'no-meeting'
  | 'meeting-too-small'
  | 'too-few-agreed'
  | 'public-days-not-over'
  | 'objection-open'
  | 'office-only';

/** A state that may come next (bước tiếp theo), and what stands in its way; none: it may be taken now. */
export type NextStep = Readonly<{ to: AssessmentState; obstacles: readonly StepObstacle[] }>;

/** chưa bình xét → dự kiến … → công khai → (có ý kiến) → đề nghị → được công nhận (NĐ 86/2023; domain 1.3). */
const STEPS: Readonly<Record<AssessmentState | 'none', readonly AssessmentState[]>> = {
  none: ['expected', 'not-expected', 'barred', 'too-new'],
  expected: ['published', 'not-expected', 'barred', 'too-new'],
  'not-expected': ['expected', 'barred', 'too-new'],
  barred: ['expected', 'not-expected', 'too-new'],
  'too-new': ['expected', 'not-expected', 'barred'],
  published: ['proposed', 'objected', 'not-expected', 'barred'],
  objected: ['published', 'proposed', 'not-expected', 'barred'],
  proposed: ['recognised', 'objected', 'not-expected', 'barred'],
  recognised: []
};

/** What may follow a household's state on a day. Recognition is the office's to enter, and nobody takes it back here. */
export function nextSteps(
  assessment: Assessment | undefined,
  meeting: Meeting | undefined,
  rules: CultureRules,
  today: Day
): NextStep[] {
  const state = (assessment?.state ?? 'none') as keyof typeof STEPS;
  return (Object.hasOwn(STEPS, state) ? STEPS[state] : []).map((to) => ({
    to,
    obstacles: obstaclesTo(to, assessment, meeting, rules, today)
  }));
}

function obstaclesTo(
  to: AssessmentState,
  assessment: Assessment | undefined,
  meeting: Meeting | undefined,
  rules: CultureRules,
  today: Day
): StepObstacle[] {
  switch (to) {
    case 'barred':
      return assessment?.bar ? [] : ['bar-missing'];
    case 'expected':
      return [
        ...barOf(assessment),
        ...(assessment && culturePoints(assessment, rules).passes === false
          ? (['points-too-low'] as const)
          : [])
      ];
    case 'published':
      return [...barOf(assessment), ...meetingObstacles(assessment, meeting, rules)];
    case 'proposed':
      return [
        ...barOf(assessment),
        ...meetingObstacles(assessment, meeting, rules),
        ...(isPublicOver(assessment, meeting, rules, today) ? [] : (['public-days-not-over'] as const)),
        ...(isObjectionOpen(assessment) ? (['objection-open'] as const) : [])
      ];
    case 'recognised':
      return ['office-only'];
    default:
      return [];
  }
}

/** A bar is binary and above all points. */
const barOf = (assessment: Assessment | undefined): StepObstacle[] => (assessment?.bar ? ['barred'] : []);

function meetingObstacles(
  assessment: Assessment | undefined,
  meeting: Meeting | undefined,
  rules: CultureRules
): StepObstacle[] {
  if (!meeting?.heldOn) return ['no-meeting'];
  const obstacles: StepObstacle[] = [];
  if (!isMeetingValid(meeting, rules)) obstacles.push('meeting-too-small');
  if (!isAgreed(assessment?.agreed ?? null, meeting, rules)) obstacles.push('too-few-agreed');
  return obstacles;
}

/** Enough of those invited were present (họp hợp lệ); always where the rules ask for no share. */
export function isMeetingValid({ invited, present }: Meeting, { leastPresent }: CultureRules): boolean {
  if (!leastPresent) return true;
  if (!invited || present === null) return false;
  return present * leastPresent.of >= leastPresent.part * invited;
}

/** Enough of those present agreed. */
export function isAgreed(
  agreed: number | null,
  { present }: Meeting,
  { leastAgreed }: CultureRules
): boolean {
  if (!leastAgreed) return true;
  if (!present || agreed === null) return false;
  return agreed * leastAgreed.of >= leastAgreed.part * present;
}

/** The first day after the list hung for all its days (hết thời hạn công khai); nothing where it does not hang. */
export function publicUntil(
  assessment: Assessment | undefined,
  meeting: Meeting | undefined,
  { publicDays }: CultureRules
): Day | undefined {
  const on = assessment?.publishedOn ?? meeting?.publishedOn;
  return on ? addDays(on, publicDays) : undefined;
}

function isPublicOver(
  assessment: Assessment | undefined,
  meeting: Meeting | undefined,
  rules: CultureRules,
  today: Day
): boolean {
  const over = publicUntil(assessment, meeting, rules);
  return over !== undefined && over <= today;
}

const isObjectionOpen = (assessment: Assessment | undefined): boolean =>
  Boolean(assessment?.objectionOn ?? assessment?.objection) && !assessment?.objectionFound;

/** By when things must be done, back from "trước ngày" (domain 1.3): last days, all included. */
export const cultureDates = ({ completeBefore, publicDays, decideWithin, announceWithin }: CultureRules) => {
  const complete = addDays(completeBefore, -1);
  const decide = addDays(completeBefore, decideWithin);
  return {
    /** The list must hang by this day for its days to be over in time. */
    publishBy: addDays(complete, -publicDays),
    completeBy: complete,
    decideBy: decide,
    announceBy: addDays(decide, announceWithin)
  };
};

/**
 * Recognised years without a gap (danh hiệu liên tục), the latest first: up to the year, or to the one before while the year
 * is on its way; none for who may not hold the title this year.
 */
export function titleYears(
  assessments: readonly Pick<Assessment, 'year' | 'state'>[],
  year: number
): number[] {
  const standing = standingOf(assessments.find((one) => one.year === year)?.state ?? null);
  if (standing === 'no' || standing === 'open') return [];
  const recognised = new Set(
    assessments.flatMap((one) => (standingOf(one.state) === 'recognised' ? [one.year] : []))
  );
  const years: number[] = [];
  for (let next = standing === 'recognised' ? year : year - 1; recognised.has(next); next -= 1)
    years.push(next);
  return years;
}

/** dự kiến and được công nhận are two things, and this is the only place that says which a state is. */
export function standingOf(state: string | null): 'recognised' | 'on-the-way' | 'no' | 'open' {
  if (state === 'recognised') return 'recognised';
  if (state === 'expected' || state === 'published' || state === 'proposed') return 'on-the-way';
  return state === 'not-expected' || state === 'barred' || state === 'too-new' ? 'no' : 'open';
}
