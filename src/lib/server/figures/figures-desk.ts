import { HOUSEHOLDS, type TypedFigure } from '$lib/domain/figures/typed';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Indicator } from '$lib/domain/plan/indicator';
import { readNames } from '../queries/accounts';
import { readTypedFigures } from '../queries/typed-figures';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';

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
    lines: typedIn(campaign).map((indicator) => ({
      indicator,
      history: all.filter((figure) => figure.indicator === indicator.code)
    }))
  };
}

/** Number of households by the office that keeps them: nothing of the plan, and what the groups' own number is held against. */
const householdsByOffice: Indicator = {
  ...{ code: HOUSEHOLDS, name: 'Tổng số hộ theo cơ quan quản lý', shortName: 'Tổng số hộ' },
  ...{ level: 'household', direction: 'informational', target: { kind: 'figure', value: '0' }, unit: 'hộ' },
  ...{ rule: null, counting: null, isProxy: false, hasOfficial: true, alsoShown: [], asOf: null, stated: [] }
};

/** What figures are typed for. */
export const typedIn = ({ indicators }: Pick<Campaign, 'indicators'>): Indicator[] => [
  ...indicators.filter(isTyped),
  householdsByOffice
];

/** No rule gives it, or an office's figure stands beside the groups' own. */
const isTyped = ({ rule, level, hasOfficial }: Indicator): boolean =>
  rule === null || level === 'ward' || hasOfficial;
