import type { Campaign } from '../plan/campaign';
import type { GroupId } from '../ids';
import type { Indicator } from '../plan/indicator';
import { compare, type Fraction, divide, subtract } from './fraction';
import { addFigures, denominatorOf, NO_TALLY } from './tally';
import type { GroupFigures, Tally } from './group-figures';
import { judgeTarget, shareDigits } from './target';
import { amountOf, newestOf, type TypedFigure } from './typed';

type Meaning = 'reached' | 'near' | 'missing' | 'not-arising' | 'not-judged';

/** What the groups counted themselves: Σ numerators over Σ denominators, never a mean of percentages. */
export type OwnFigure = Readonly<{
  tally: Tally;
  of: number;
  lacking: number;
  meaning: Meaning;
  /** Decimals that do not belie the meaning. */
  digits: number;
}>;

/** What an office gave or the ward typed, beside it; each part exact. */
export type OfficialFigure = Readonly<{
  typed: TypedFigure;
  amount: Fraction;
  /** Of its own denominator or the year's plan; of the same period a year ago; of what the plan states. */
  ofPlan: Fraction | null;
  ofBefore: Fraction | null;
  ofTarget: Fraction | null;
  /** Difference to the plan's figure, where nobody is judged by it. */
  beyondTarget: Fraction | null;
  meaning: Meaning;
}>;

/** One of the plan's judged values (20 dòng của kế hoạch), the groups' figure and the office's side by side. */
export type PlanRow = Readonly<{
  indicator: Indicator;
  own: OwnFigure | null;
  /** Other readings of it, by rule. */
  readings: readonly Readonly<{ rule: string; tally: Tally }>[];
  official: OfficialFigure | null;
  /** As it goes into the report: by the office's figure where there is one; what waits for a decision is only expected. A proxy speaks for nobody. */
  meaning: Meaning | 'expected' | 'not-collected';
  /** Groups that keep it from being reached: for "0 hộ nghèo" and "23/23" each of them breaks it. */
  failing: readonly GroupId[];
}>;

/** Every value of the plan, in its order. */
export function planRows(
  campaign: Campaign,
  groups: readonly GroupFigures[],
  typed: readonly TypedFigure[]
): PlanRow[] {
  const { tallies } = addFigures(groups);
  return campaign.indicators.map((indicator) => {
    const own = ownFigure(indicator, tallyOf(indicator, groups, tallies));
    const found = newestOf(typed, indicator.code, null);
    const official = found ? officialFigure(indicator, found) : null;
    return {
      ...{ indicator, own, official },
      readings: indicator.alsoShown.flatMap((rule) =>
        tallies[rule] ? [{ rule, tally: tallies[rule] }] : []
      ),
      meaning: official?.meaning ?? meaningOf(indicator, own, tallies),
      failing: failingGroups(indicator, groups)
    };
  });
}

/** Before the chairman's decision nobody is recognised: what is expected is not reached (NĐ 86/2023). */
function meaningOf(
  indicator: Indicator,
  own: OwnFigure | null,
  tallies: Record<string, Tally>
): PlanRow['meaning'] {
  if (!own || indicator.isProxy) return 'not-collected';
  if (indicator.rule !== 'culture-expected' || own.meaning !== 'reached') return own.meaning;
  const recognised = ownFigure(indicator, tallies['culture-recognised']);
  return recognised?.meaning === 'reached' ? 'reached' : 'expected';
}

/** One value a group is counted over the groups: "23/23", and who has none yet is not asked yet. */
function tallyOf(
  { code, level, rule }: Indicator,
  groups: readonly GroupFigures[],
  tallies: Record<string, Tally>
): Tally | undefined {
  if (rule !== null) return tallies[rule];
  if (level !== 'group') return;
  const values = groups.map((figures) => figures.values?.[code]);
  const counted = values.filter((value) => value !== undefined && value[0] === value[1]).length;
  const unknown = values.filter((value) => value === undefined).length;
  return [counted, values.length - counted - unknown, unknown, 0];
}

function ownFigure(indicator: Indicator, tally: Tally | undefined): OwnFigure | null {
  if (!tally) return null;
  const judged = judgeTarget(indicator, tally);
  const of = denominatorOf(tally);
  const digits = shareDigits(indicator.target, tally[0], of);
  if (typeof judged === 'string') return { tally, of, lacking: 0, meaning: judged, digits };
  const { reached, lacking } = judged;
  const meaning = reached ? 'reached' : lacking * 100 < of ? 'near' : 'missing';
  return { tally, of, lacking, meaning, digits };
}

function officialFigure({ target, direction }: Indicator, typed: TypedFigure): OfficialFigure {
  const amount = amountOf(typed.amount);
  const [of, before] = [typed.of, typed.before].map((text) =>
    text === null ? null : positive(amountOf(text))
  );
  const stated = target.kind === 'figure' ? amountOf(target.value) : null;
  const isInformational = direction === 'informational';
  return {
    ...{ typed, amount },
    ofPlan: of ? divide(amount, of) : null,
    ofBefore: before ? divide(amount, before) : null,
    ofTarget: stated && !isInformational && stated.num !== 0n ? divide(amount, stated) : null,
    beyondTarget: stated && isInformational ? subtract(amount, stated) : null,
    meaning: isInformational ? 'not-judged' : judgeAmount(target, direction, amount, of ?? null)
  };
}

/** A share needs its denominator: a percentage alone is judged by nobody (domain 1.2). */
function judgeAmount(
  target: Indicator['target'],
  direction: Indicator['direction'],
  amount: Fraction,
  of: Fraction | null
): Meaning {
  if (target.kind === 'figure') return meant(compare(amount, amountOf(target.value)), direction);
  if (target.kind === 'count') return meant(compare(amount, amountOf(String(target.value))), direction);
  if (!of) return 'not-judged';
  if (target.kind === 'all') return compare(amount, of) >= 0 ? 'reached' : 'missing';
  const [num, den] = [amount.num * of.den, amount.den * of.num];
  const distance = num * BigInt(target.of) - BigInt(target.part) * den;
  return meant(distance > 0n ? 1 : distance < 0n ? -1 : 0, direction);
}

function meant(order: number, direction: Indicator['direction']): Meaning {
  const reached = direction === 'up' ? order >= 0 : direction === 'down' ? order <= 0 : order === 0;
  return reached ? 'reached' : 'missing';
}

const positive = (value: Fraction): Fraction | null => (value.num > 0n ? value : null);

function failingGroups(indicator: Indicator, groups: readonly GroupFigures[]): GroupId[] {
  const { code, level, rule } = indicator;
  return groups
    .filter(({ tallies, values }) => {
      if (rule === null) {
        const value = level === 'group' ? values?.[code] : undefined;
        return level === 'group' && (!value || value[0] !== value[1]);
      }
      const judged = judgeTarget(indicator, tallies[rule] ?? NO_TALLY);
      return typeof judged !== 'string' && !judged.reached;
    })
    .map(({ group }) => group);
}
