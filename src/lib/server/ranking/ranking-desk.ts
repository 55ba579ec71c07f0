import type { Day } from '$lib/domain/calendar';
import { dayOf } from '$lib/domain/calendar';
import { figuresOfClosed } from '$lib/domain/figures/closed-ranking';
import { explainPlace } from '$lib/domain/figures/explain';
import { toNumber } from '$lib/domain/figures/fraction';
import { movementSince } from '$lib/domain/figures/movement';
import { scoreGroup } from '$lib/domain/figures/score';
import { isComplete, isProvisional, rankGroups } from '$lib/domain/figures/ranking';
import { denominatorOf } from '$lib/domain/figures/tally';
import { shareDigits } from '$lib/domain/figures/target';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import type { GroupId } from '$lib/domain/ids';
import type { Campaign } from '$lib/domain/plan/campaign';
import { judgedRules } from '$lib/domain/plan/rules';
import type { RuleName } from '$lib/domain/plan/rules';
import { sumOf } from '../periods/closing';
import { readClosedPeriods, readClosing } from '../queries/closed-periods';
import { currentCampaign, figures } from './ranking';
import type { Services } from '../services';

/** Figures of today, or of a closed period with its own plan: what a ranking is made of. */
type Ranked = Readonly<{ campaign: Campaign; groups: readonly GroupFigures[] }>;

/** The ranking of today or of a closed period, in total or by one rule, and why one group stands where it does. */
export async function readRanking(
  services: Services,
  asked: Readonly<{ period: string | null; by: string | null; group: string | null }>
) {
  const current = await currentCampaign(services);
  if (!current) return;
  const closed = (await readClosedPeriods(services.db)).map(({ period }) => period);
  const chosen = closed.find(({ period }) => period === asked.period);
  const today: Ranked = { campaign: current.campaign, groups: (await figures(services)).groups };
  const shown: Ranked = chosen ? { campaign: chosen.campaign, groups: figuresOfClosed(chosen) } : today;
  const by = judgedRules(shown.campaign).find((rule) => rule === asked.by) ?? 'total';
  const before = closed.find(
    ({ asOf, period }) => period !== chosen?.period && asOf < (chosen?.asOf ?? '9999')
  );
  return {
    periods: closed.map(({ period, name, asOf }) => ({ period, name, asOf })),
    chosen: chosen
      ? { ...chosen, campaign: undefined, isWhole: await isAsWritten(services, chosen.period) }
      : null,
    before: before ? { name: before.name, asOf: before.asOf } : null,
    by,
    campaign: shown.campaign,
    isProvisional: isProvisional(shown.campaign),
    asOf: services.now(),
    today: dayOf(services.now()) as Day,
    lines: linesOf(shown, by, before && { campaign: before.campaign, groups: figuresOfClosed(before) }),
    explained: explainedFor(shown, by, asked.group)
  };
}

/** A snapshot is looked at with its sum: a changed one would be told. */
async function isAsWritten({ db }: Services, period: string): Promise<boolean> {
  const stored = await readClosing(db, period);
  return stored !== undefined && sumOf(stored.json) === stored.sha;
}

function linesOf(ranked: Ranked, by: 'total' | RuleName, before: Ranked | undefined) {
  const standings = rankGroups(ranked.campaign, ranked.groups, by);
  const moved = before && movementSince(standings, rankGroups(before.campaign, before.groups, by));
  const target = ranked.campaign.indicators.find(({ rule }) => rule === by)?.target;
  return standings.map(({ group, rank, value, figures: own }) => {
    const { band, isRescaled } = scoreGroup(ranked.campaign, own);
    const tally = by === 'total' ? undefined : own.tallies[by];
    return {
      ...{ group, rank, isRescaled, band: band?.name ?? null },
      value: value && toNumber(value),
      counts: tally ? ([tally[0], denominatorOf(tally)] as const) : null,
      digits: tally && target ? shareDigits(target, tally[0], denominatorOf(tally)) : 1,
      coverage: own.coverage,
      isComplete: isComplete(ranked.campaign, own),
      places: moved?.get(group)?.places ?? null
    };
  });
}

function explainedFor({ campaign, groups }: Ranked, by: 'total' | RuleName, asked: string | null) {
  const group = campaign.groups.find(({ id }) => id === asked)?.id;
  const found = group && explainPlace(campaign, groups, group, by);
  if (!found) return null;
  const { score, above, gap, steps, standing } = found;
  const marks = groups.find((one) => one.group === group)?.marks ?? [];
  return {
    ...{ group: group as GroupId, rank: standing.rank, marks, above: above?.group ?? null },
    gap: gap && toNumber(gap),
    steps: steps.slice(0, 3),
    bonus: toNumber(score.bonus),
    deduction: toNumber(score.deduction),
    total: score.total && toNumber(score.total),
    isRescaled: score.isRescaled,
    band: score.band?.name ?? null,
    gates: campaign.scale.gates.filter(({ code }) => score.gates.includes(code)).map(({ name }) => name),
    items: score.items.map(({ code, name, most, points, state, formula, basis }) => ({
      ...{ code, name, most, state, formula: formula.kind, points: toNumber(points) },
      basis: basis.map(({ indicator, counted, of, unknown, lacking }) => ({
        ...{ indicator, counted, of, unknown, lacking },
        name: campaign.indicators.find((one) => one.code === indicator)?.shortName ?? 'Báo cáo đúng hạn'
      }))
    }))
  };
}
