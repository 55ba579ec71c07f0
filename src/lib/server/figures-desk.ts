import type { TypedFigure } from '$lib/domain/figures/typed';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Indicator } from '$lib/domain/plan/indicator';
import { readNames } from './queries/accounts';
import { readTypedFigures } from './queries/typed-figures';
import { currentCampaign } from './ranking';
import type { Services } from './services';

/** A figure as the desk shows it: with the name of who typed it. */
export type ShownFigure = TypedFigure & Readonly<{ number: number; name: string }>;

/** What the office types figures for, with the newest and all before it (số nhập tay). */
export type FiguresDesk = Readonly<{
  campaign: Pick<Campaign, 'id' | 'shortTitle' | 'groups'>;
  lines: readonly Readonly<{ indicator: Indicator; history: readonly ShownFigure[] }>[];
}>;

export async function readFiguresDesk(services: Services): Promise<FiguresDesk | undefined> {
  const current = await currentCampaign(services);
  if (!current) return;
  const { campaign } = current;
  const names = await readNames(services.db);
  const all = (await readTypedFigures(services.db, campaign.id)).map((figure) => ({
    ...figure,
    name: names.get(figure.by) ?? ''
  }));
  return {
    campaign: { id: campaign.id, shortTitle: campaign.shortTitle, groups: campaign.groups },
    lines: campaign.indicators.filter(isTyped).map((indicator) => ({
      indicator,
      history: all.filter((figure) => figure.indicator === indicator.code)
    }))
  };
}

/** No rule gives it, or an office's figure stands beside the groups' own. */
export const isTyped = ({ rule, level, hasOfficial }: Indicator): boolean =>
  rule === null || level === 'ward' || hasOfficial;
