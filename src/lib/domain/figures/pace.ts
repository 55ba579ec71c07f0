import { addDays, type Day, daysBetween } from '../calendar';
import type { HouseholdFile } from '../people/household-file';
import { isReviewed } from '../people/visit';
import type { Campaign } from '../plan/campaign';

const DAYS_LOOKED_AT = 7;

/** When the round will be done at the present pace (dự báo): told in days, promised to nobody. */
export type Pace = Readonly<{
  /** Households seen in the last seven days, today included. */
  seen: number;
  /** Nothing while nobody was seen. */
  doneOn: Day | undefined;
  /** The next day on which figures are frozen, if there is one to come. */
  freezesOn: Day | undefined;
  /** How many a day it takes to be done by then. */
  neededADay: number | undefined;
}>;

export function paceOf(
  files: readonly HouseholdFile[],
  left: number,
  { periods }: Pick<Campaign, 'periods'>,
  today: Day
): Pace {
  const since = addDays(today, 1 - DAYS_LOOKED_AT);
  const seen = files.filter(({ visits }) => isReviewed(visits, since, today)).length;
  const [freezesOn] = periods
    .map(({ asOf }) => asOf)
    .filter((asOf) => asOf >= today)
    .sort();
  return {
    seen,
    doneOn: seen > 0 ? addDays(today, Math.ceil((left * DAYS_LOOKED_AT) / seen)) : undefined,
    freezesOn,
    neededADay: freezesOn === undefined ? undefined : Math.ceil(left / (daysBetween(today, freezesOn) + 1))
  };
}
