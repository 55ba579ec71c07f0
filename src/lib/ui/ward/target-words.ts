import type { Indicator, Target } from '$lib/domain/plan/indicator';
import { showDecimal } from '$lib/domain/figures/decimal';
import { showCount } from '../format';

/** What is counted for an indicator. */
export const unitOf = ({ level }: Pick<Indicator, 'level'>): string =>
  level === 'household' ? 'hộ' : 'người';

/** "98 %", "96,8 %", "tất cả", "không còn": the plan's target as it is said. */
export function wordsOfTarget(target: Target): string {
  switch (target.kind) {
    case 'share':
      return `${decimal((target.part * 100) / target.of)}\u00a0%`;
    case 'all':
      return 'tất cả';
    case 'count':
      return target.value === 0 ? 'không còn' : showCount(target.value);
    case 'figure':
      return decimal(Number(target.value));
  }
}

const DIRECTIONS = { up: 'ít nhất', down: 'không quá', equal: '', informational: '' } as const;

/** "23/23 tổ dân phố", "ít nhất 96,8 %", "98,5 tỷ đồng": what the plan asks of a value. */
export function wordsOfPlan({ level, direction, target, unit }: Indicator, groups: number): string {
  if (target.kind === 'all') return level === 'group' ? `${groups}/${groups} ${unit}` : '100\u00a0%';
  return `${DIRECTIONS[direction]} ${wordsOfTarget(target)}${target.kind === 'figure' ? ` ${unit}` : ''}`.trim();
}

const decimal = (value: number): string => showDecimal(String(Math.round(value * 1000) / 1000));
