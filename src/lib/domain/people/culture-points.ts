import { add, compare, type Fraction, fraction, fractionOf, ZERO } from '../figures/fraction';
import type { Assessment } from './assessment';
import type { CultureRules } from '../plan/culture';

/** Points of one standard (tiêu chuẩn): got, of how many, and whether it has its least. */
export type StandardPoints = Readonly<{ code: string; points: Fraction; most: Fraction; isEnough: boolean }>;

/** What a household's points come to (tổng điểm bình xét); a bar stands above them. */
export type CulturePoints = Readonly<{
  total: Fraction;
  most: Fraction;
  standards: readonly StandardPoints[];
  /** Criteria without points yet. */
  open: readonly string[];
  /** More points than the criterion has. */
  tooMany: readonly string[];
  /** Null while something is open, or where no pass mark is set. */
  passes: boolean | null;
}>;

/** By the year's scale, whatever it is: nothing of it stands in code (NĐ 86/2023 fixes no points). */
export function culturePoints({ points }: Pick<Assessment, 'points'>, rules: CultureRules): CulturePoints {
  const criteria = rules.standards.flatMap((standard) => standard.criteria);
  const standards = rules.standards.map((standard) => pointsOf(standard, points, rules));
  const total = standards.reduce((sum, one) => add(sum, one.points), ZERO);
  const open = criteria.filter(({ code }) => points[code] === undefined).map(({ code }) => code);
  const isPassed =
    rules.passMark !== null &&
    compare(total, fractionOf(rules.passMark)) >= 0 &&
    standards.every(({ isEnough }) => isEnough);
  return {
    total,
    most: standards.reduce((sum, one) => add(sum, one.most), ZERO),
    standards,
    open,
    tooMany: criteria.filter(({ code, most }) => (points[code] ?? 0) > most).map(({ code }) => code),
    passes: rules.passMark === null || open.length > 0 ? null : isPassed
  };
}

function pointsOf(
  { code, criteria }: CultureRules['standards'][number],
  given: Assessment['points'],
  { leastOfStandard }: CultureRules
): StandardPoints {
  const sum = (all: readonly number[]) => all.reduce((total, one) => add(total, fractionOf(one)), ZERO);
  const points = sum(criteria.map((criterion) => Math.min(criterion.most, given[criterion.code] ?? 0)));
  const most = sum(criteria.map((criterion) => criterion.most));
  const { part, of } = leastOfStandard ?? { part: 0, of: 1 };
  const least: Fraction = fraction(most.num * BigInt(part), most.den * BigInt(of));
  return { code, points, most, isEnough: compare(points, least) >= 0 };
}
