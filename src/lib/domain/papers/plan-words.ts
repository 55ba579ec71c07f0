import { showDecimal } from '../figures/decimal';
import { type Fraction, toNumber } from '../figures/fraction';
import type { OfficialFigure, PlanRow } from '../figures/plan-rows';
import { isLessBetter } from '../figures/target';
import type { Indicator } from '../plan/indicator';
import { NOT_ARISING, writtenCount, writtenDay, writtenPart, writtenShare } from './written';

/** What the plan asks for: "98%", "23/23", "không quá 0,6%", "98,5 tỷ đồng". */
export function writtenTarget({ target, direction, level, unit, stated }: Indicator, groups: number): string {
  switch (target.kind) {
    case 'share': {
      const share = `${showDecimal(String((target.part * 100) / target.of))}%`;
      return direction === 'down' ? `không quá ${share}` : share;
    }
    case 'all':
      return level === 'group' ? `${groups}/${groups}` : '100%';
    case 'count':
      return `${writtenCount(target.value)} ${unit}`;
    case 'figure':
      return stated[0]?.text ?? `${showDecimal(target.value)} ${unit}`;
  }
}

/** As it goes into the report: the office's figure where there is one, else the groups' own; a proxy speaks for nobody. */
export const writtenResult = (row: PlanRow): string =>
  row.official ? writtenOfficial(row) : row.own && !row.indicator.isProxy ? writtenOwn(row) : NOT_COLLECTED;

export const NOT_COLLECTED = 'Chưa có số liệu';

/** "10.560/10.780 (98,0%)", "0 hộ". */
export function writtenOwn({ own, indicator }: PlanRow): string {
  if (!own) return '–';
  if (own.of === 0) return NOT_ARISING;
  const [counted] = own.tally;
  if (indicator.target.kind === 'count') return `${writtenCount(counted)} ${indicator.unit}`;
  return indicator.level === 'group'
    ? `${writtenCount(counted)}/${writtenCount(own.of)}`
    : writtenPart(counted, own.of, own.digits);
}

/** "1.401,1/2.740,8 tỷ đồng (51,1%)". */
export function writtenOfficial({ official, indicator }: PlanRow): string {
  if (!official) return '–';
  const { amount, of } = official.typed;
  const unit = indicator.unit === '%' ? '' : ` ${indicator.unit}`;
  if (of === null) return `${showDecimal(amount)}${indicator.unit === '%' ? '%' : unit}`;
  return `${showDecimal(amount)}/${showDecimal(of)}${unit}${inBrackets(official.ofPlan)}`;
}

const inBrackets = (share: Fraction | null): string =>
  share ? ` (${writtenShare(toNumber(share), 1, 2)})` : '';

/** Against the plan: what is lacking as a count of people or households, what was reached of its figure, or the points between two shares. */
export function writtenComparison({ own, official, indicator }: PlanRow): string {
  if (official?.ofTarget) return writtenShare(toNumber(official.ofTarget), 1, 2);
  if (official) return writtenDifference(official, indicator);
  if (!own || indicator.isProxy || own.of === 0 || own.meaning === 'not-judged') return '–';
  return own.lacking === 0 ? 'Đạt kế hoạch' : writtenLack(indicator, own.tally, own.lacking);
}

/** "Thấp hơn 0,10 điểm %"; what is not equal is never told as none. */
function writtenDifference({ ofPlan, beyondTarget }: OfficialFigure, { target, unit }: Indicator): string {
  const asked = target.kind === 'share' ? target.part / target.of : target.kind === 'all' ? 1 : null;
  const points =
    beyondTarget && unit === '%'
      ? toNumber(beyondTarget)
      : ofPlan && asked !== null
        ? (toNumber(ofPlan) - asked) * 100
        : null;
  if (points === null) return '–';
  const size = Math.abs(points);
  if (size < 1e-9) return 'Bằng kế hoạch';
  const written = Math.max(0.01, size).toFixed(2).replace('.', ',');
  return `${points > 0 ? 'Cao hơn' : 'Thấp hơn'} ${written} điểm %`;
}

/** "Thiếu 49 người", "Vượt 2 hộ"; where less is better, who was not asked is no one too many yet. */
export function writtenLack(
  indicator: Indicator,
  [, , unknown]: readonly [number, number, number, number],
  lacking: number
): string {
  const unit = countedUnit(indicator);
  if (!isLessBetter(indicator)) return `Thiếu ${writtenCount(lacking)} ${unit}`;
  const tooMany = lacking - unknown;
  return tooMany > 0 ? `Vượt ${writtenCount(tooMany)} ${unit}` : `Chưa rõ ${writtenCount(unknown)} ${unit}`;
}

export const countedUnit = ({ level }: Pick<Indicator, 'level'>): string =>
  level === 'household' ? 'hộ' : level === 'group' ? 'tổ dân phố' : 'người';

/** Whether a target is reached; what only those keep open who were not asked is not told as missed. */
export const writtenMeaning = (row: PlanRow): string => (isOpen(row) ? NOT_ENOUGH : MEANINGS[row.meaning]);

/** Less is better, and it is not too many yet: the figure itself would be reached. */
export const isOpen = ({ indicator, own, official, meaning }: PlanRow): boolean =>
  !official &&
  own !== null &&
  (meaning === 'near' || meaning === 'missing') &&
  isLessBetter(indicator) &&
  own.lacking <= own.tally[2];

const NOT_ENOUGH = 'Chưa rà soát đủ';

const MEANINGS: Readonly<Record<PlanRow['meaning'], string>> = {
  reached: 'Đạt',
  expected: 'Dự kiến đạt',
  near: 'Chưa đạt',
  missing: 'Chưa đạt',
  'not-arising': NOT_ARISING,
  'not-judged': 'Theo dõi',
  'not-collected': NOT_COLLECTED
};

/** Where the figure is from and as of when; an estimate and an open answer are said. */
export function writtenRemark({ official, own, indicator }: PlanRow): string {
  const said: string[] = [];
  if (official) {
    const { source, asOf, isEstimate } = official.typed;
    said.push(`${isEstimate ? 'Ước thực hiện; n' : 'N'}guồn: ${source}, ngày ${writtenDay(asOf)}`);
    if (official.ofBefore) said.push(`bằng ${writtenShare(toNumber(official.ofBefore), 1, 2)} so cùng kỳ`);
  } else if (own && !indicator.isProxy) {
    said.push('Tổ dân phố rà soát');
    if (own.tally[2] > 0) said.push(`chưa rõ ${writtenCount(own.tally[2])} ${countedUnit(indicator)}`);
  }
  return said.join('; ');
}
