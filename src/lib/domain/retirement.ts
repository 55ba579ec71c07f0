import { ageInMonths, type Day, type PartialDay } from './calendar';
import type { Campaign } from './campaign';
import type { Sex } from './person';

type RetirementYear = Campaign['retirement'][number];

/**
 * Whether somebody has reached retirement age (tuổi nghỉ hưu) by a day (Bộ luật Lao động 2019, Điều 169; NĐ 135/2020, Điều 4).
 * The age rises each year and counts in the year in which it is reached, so who reached last year's age last year
 * does not become of working age again on 1 January.
 */
export function hasRetirementAge(birth: PartialDay, sex: Sex, on: Day, { retirement }: Campaign): boolean {
  const year = Number(on.slice(0, 4));
  const lastYear = `${year - 1}-12-31`;
  return (
    ageInMonths(birth, on) >= monthsIn(retirement, year, sex) ||
    ageInMonths(birth, lastYear) >= monthsIn(retirement, year - 1, sex)
  );
}

/** A year that the table does not list takes the nearest that it does. */
function monthsIn(table: readonly RetirementYear[], year: number, sex: Sex): number {
  const nearest = table.reduce<RetirementYear | undefined>(
    (best, row) => (best && Math.abs(best.year - year) <= Math.abs(row.year - year) ? best : row),
    undefined
  );
  return nearest ? nearest[sex] : Infinity;
}
