import { toNumber } from '$lib/domain/figures/fraction';
import { publicCells } from '$lib/domain/figures/small-numbers';
import { isComplete, isProvisional, rankGroups } from '$lib/domain/figures/ranking';
import { denominatorOf, NO_TALLY } from '$lib/domain/figures/tally';
import { shareDigits } from '$lib/domain/figures/target';
import { doAtDesk } from '../office/audit';
import { readPublicSince, savePublicSince } from '../queries/ward';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';

/** What anybody may read while the office has opened it (trang công khai): nobody is named, small cells are hidden. */
export async function readPublicPage(services: Services) {
  if ((await readPublicSince(services.db)) === null) return;
  const current = await currentCampaign(services);
  if (!current) return;
  const { campaign } = current;
  const { groups, asOf } = await figures(services);
  const standings = rankGroups(campaign, groups, 'total');
  const columns = campaign.indicators.filter(
    ({ rule, direction }) => rule !== null && direction !== 'informational'
  );
  const cells = columns.map(({ rule, target }) =>
    publicCells(
      standings.map(({ figures: { tallies } }) => {
        const tally = tallies[rule!] ?? NO_TALLY;
        return { counted: tally[0], of: denominatorOf(tally) };
      })
    ).map((cell) => cell && { ...cell, digits: shareDigits(target, cell.counted, cell.of) })
  );
  return {
    shortTitle: campaign.shortTitle,
    isSample: campaign.sample,
    isProvisional: isProvisional(campaign),
    decision: campaign.scale.decision,
    asOf,
    columns: columns.map(({ code, shortName, isProxy }) => ({ code, shortName, isProxy })),
    lines: standings.map(({ group, rank, value, figures }, place) => ({
      name: campaign.groups.find(({ id }) => id === group)?.name ?? '',
      rank,
      points: value && toNumber(value),
      coverage: figures.coverage,
      isComplete: isComplete(campaign, figures),
      cells: cells.map((column) => column[place]!)
    }))
  };
}

export const openPublicPage = (services: Services, account: string): Promise<void> =>
  doAtDesk(services, { account, act: 'public-opened', about: '', detail: '' }, (trx, _, at) =>
    savePublicSince(trx, at)
  );

export const shutPublicPage = (services: Services, account: string): Promise<void> =>
  doAtDesk(services, { account, act: 'public-shut', about: '', detail: '' }, (trx) =>
    savePublicSince(trx, null)
  );
