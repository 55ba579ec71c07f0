import { type Day, dayOf } from '$lib/domain/calendar';
import { planRows } from '$lib/domain/figures/plan-rows';
import { addFigures } from '$lib/domain/figures/tally';
import type { Group } from '$lib/domain/plan/group';
import { type PlanDate, planDates } from '$lib/domain/urging/plan-dates';
import { readCulture } from '../groups/culture-desk';
import { readUnitDesk } from '../papers/units';
import { readPeriods } from '../periods/periods';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';

/** The dates of the campaign that runs, each with what it still lacks (lịch của kế hoạch). */
export async function readPlanDates(
  services: Services
): Promise<{ dates: PlanDate[]; today: Day; groups: readonly Group[]; shortTitle: string } | undefined> {
  const current = await currentCampaign(services);
  if (!current) return;
  const { campaign } = current;
  const today = dayOf(services.now());
  const { groups, typed = [] } = await figures(services);
  const [periods, culture, units] = await Promise.all([
    readPeriods(services),
    readCulture(services),
    readUnitDesk(services)
  ]);
  const [, , notAssessed = 0] = addFigures(groups).tallies['culture-expected'] ?? [];
  const facts = {
    periods: periods.map(({ period, closed, groups: all }) => ({
      ...{ id: period.id, isClosed: closed !== null },
      groups: all.map(({ group, kind }) => ({ group: group.id, kind }))
    })),
    withoutFigure: planRows(campaign, groups, typed)
      .filter(({ meaning }) => meaning === 'not-collected')
      .map(({ indicator }) => indicator.code),
    owingUnits: (units?.lines ?? [])
      .filter(({ reports }) => reports.length === 0)
      .map(({ unit }) => unit.name),
    culture: {
      withoutMeeting: (culture?.groups ?? []).filter(({ meeting }) => !meeting).map(({ group }) => group.id),
      notAssessed
    }
  };
  return {
    dates: planDates(campaign, facts, today),
    ...{ today, groups: campaign.groups, shortTitle: campaign.shortTitle }
  };
}
