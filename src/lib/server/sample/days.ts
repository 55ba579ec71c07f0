import { addDays, type Day } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/entry/row';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import { rankGroups } from '$lib/domain/figures/ranking';
import { tallyFiles } from '$lib/domain/figures/tally';
import { filesFrom } from '$lib/domain/people/household-file';
import { REPORTING } from '$lib/domain/plan/rules';
import type { Database } from '../database/open';
import { saveDailyFigures } from '../queries/daily-figures';
import type { SampleWard } from './sample-ward';

/** All groups' figures on an earlier day, counted as the ward counts. */
export type FiguresOn = (day: Day) => readonly GroupFigures[];

export function countEarlierDays({ campaign, groups, rows }: SampleWard): FiguresOn {
  const files = [...filesFrom(rows.map(toRow)).values()];
  const within = groups.map(({ id }) => files.filter(({ household }) => household.group === id));
  const counted = new Map<Day, GroupFigures[]>();
  return (day) => {
    const known = counted.get(day);
    if (known) return known;
    const figures = groups.map(({ id }, place): GroupFigures => ({
      ...{ group: id, ...tallyFiles(within[place]!, campaign, day) },
      ...{ values: { [REPORTING]: [0, 0] }, marks: [], signedAt: null }
    }));
    counted.set(day, figures);
    return figures;
  };
}

export const toRow = ({ values, ...row }: SampleWard['rows'][number]): Row => ({
  ...row,
  seq: 1,
  fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, 1]]))
});

/** The last days of some weeks, so that there is a way from there to here (nhật ký mẫu số). */
const WEEKS = 6;

export async function keepEarlierDays(
  trx: Database,
  { campaign }: SampleWard,
  figuresOn: FiguresOn,
  today: Day
): Promise<void> {
  for (let week = WEEKS; week > 0; week -= 1) {
    const day = addDays(today, -7 * week);
    if (day < campaign.startsOn) continue;
    const figures = figuresOn(day);
    const ranks = rankGroups(campaign, figures, 'total').map(({ group, rank }) => [group, rank] as const);
    await saveDailyFigures(trx, campaign.id, day, figures, Object.fromEntries(ranks));
  }
}
