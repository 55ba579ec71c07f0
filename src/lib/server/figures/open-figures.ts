import { publicCells } from '$lib/domain/figures/small-numbers';
import { isProvisional } from '$lib/domain/figures/ranking';
import { denominatorOf, NO_TALLY } from '$lib/domain/figures/tally';
import type { Services } from '../services';
import { currentCampaign, figures } from '../ranking/ranking';

const GROUPS_ON_A_PAGE = 10;

/** Figures for the city's dashboards, page by page: nobody is named, and what would show fewer than five people is null (README, API). */
export async function readOpenFigures(services: Services, page: number) {
  const current = await currentCampaign(services);
  if (!current) return;
  const { campaign } = current;
  const { groups, asOf } = await figures(services);
  const columns = campaign.indicators.filter(({ rule }) => rule !== null);
  const cells = columns.map(({ rule }) =>
    publicCells(
      groups.map(({ tallies }) => {
        const tally = tallies[rule!] ?? NO_TALLY;
        return { counted: tally[0], of: denominatorOf(tally) };
      })
    )
  );
  const from = (page - 1) * GROUPS_ON_A_PAGE;
  const names = new Map(campaign.groups.map(({ id, name }) => [id, name]));
  return {
    version: 1,
    campaign: { id: campaign.id, year: campaign.year, title: campaign.shortTitle, sample: campaign.sample },
    provisional: isProvisional(campaign),
    asOf: new Date(asOf).toISOString(),
    page,
    pages: Math.ceil(groups.length / GROUPS_ON_A_PAGE),
    indicators: columns.map(({ code, name, target, direction }) => ({ code, name, target, direction })),
    groups: groups
      .slice(from, from + GROUPS_ON_A_PAGE)
      .map(({ group, coverage: [reviewed, households] }, at) => ({
        ...{ id: group, name: names.get(group) ?? '', reviewed, households },
        figures: Object.fromEntries(columns.map(({ code }, column) => [code, cells[column]![from + at]!]))
      }))
  };
}
