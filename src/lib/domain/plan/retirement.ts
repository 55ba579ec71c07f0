import { ageInMonths, type Day, type PartialDay } from '../calendar';
import type { Campaign } from './campaign';
import type { Sex } from '../people/person';

type RetirementYear = Campaign['retirement'][number];

/**
 * Whether somebody has reached retirement age (tuổi nghỉ hưu) by a day (Bộ luật Lao động 2019, Điều 169; NĐ 135/2020, Điều 4).
 * The age rises each year and counts in the year in which it is reached, so who reached last year's age last year
 * does not become of working age again on 1 January.
 */
export function hasRetirementAge(birth: PartialDay, sex: Sex, on: Day, { retirement }: Campaign): boolean {
  const year = Number(on.slice(0, 4));
  const months = ageInMonths(birth, on);
  if (months >= monthsIn(retirement, year, sex)) return true;
  const lastYear = monthsIn(retirement, year - 1, sex);
  return months >= lastYear && ageInMonths(birth, `${year - 1}-12-31`) >= lastYear;
}

/** A year that the table does not list takes the nearest that it does. */
function monthsIn(table: readonly RetirementYear[], year: number, sex: Sex): number {
  const listed = table.find((row) => row.year === year);
  if (listed) return listed[sex];
  const distance = (row: RetirementYear) => Math.abs(row.year - year);
  const [nearest] = [...table].sort((a, b) => distance(a) - distance(b));
  return nearest ? nearest[sex] : Infinity;
}
