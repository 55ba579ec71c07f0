import { type Day, firstDayOf, latestBirth, type PartialDay } from '../calendar';
import type { Campaign } from './campaign';
import type { Sex } from '../people/person';

type RetirementYear = Campaign['retirement'][number];

/**
 * Whether somebody has reached retirement age (tuổi nghỉ hưu) by a day (Bộ luật Lao động 2019, Điều 169; NĐ 135/2020, Điều 4).
 * The age rises each year and counts in the year in which it is reached, so who reached last year's age last year
 * does not become of working age again on 1 January.
 */
export const hasRetirementAge = (birth: PartialDay, sex: Sex, on: Day, campaign: Campaign): boolean =>
  firstDayOf(birth) <= limitsOn(on, campaign)[sex];

/** Under the working age (chưa đủ tuổi lao động). */
export const isUnderWorkingAge = (birth: PartialDay, on: Day, campaign: Campaign): boolean =>
  firstDayOf(birth) > limitsOn(on, campaign).working;

/** The latest days of birth of those who are of an age on a day; reckoned once, for everybody. */
type Limits = Readonly<{ working: Day; male: Day; female: Day }>;

let reckoned: Readonly<{ on: Day; campaign: Campaign; limits: Limits }> | undefined;

function limitsOn(on: Day, campaign: Campaign): Limits {
  if (reckoned?.campaign !== campaign || reckoned.on !== on) {
    const limits = {
      working: latestBirth(campaign.choices.workingFrom, on),
      male: latestRetired('male', on, campaign),
      female: latestRetired('female', on, campaign)
    };
    reckoned = { on, campaign, limits };
  }
  return reckoned.limits;
}

function latestRetired(sex: Sex, on: Day, { retirement }: Campaign): Day {
  const year = Number(on.slice(0, 4));
  const thisYear = latestBirth(monthsIn(retirement, year, sex), on);
  const lastYear = latestBirth(monthsIn(retirement, year - 1, sex), `${year - 1}-12-31`);
  return thisYear > lastYear ? thisYear : lastYear;
}

/** A year that the table does not list takes the nearest that it does. */
function monthsIn(table: readonly RetirementYear[], year: number, sex: Sex): number {
  const listed = table.find((row) => row.year === year);
  if (listed) return listed[sex];
  const distance = (row: RetirementYear) => Math.abs(row.year - year);
  const [nearest] = [...table].sort((a, b) => distance(a) - distance(b));
  return nearest ? nearest[sex] : Infinity;
}
