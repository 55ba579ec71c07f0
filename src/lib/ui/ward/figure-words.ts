import type { FIGURE_STATUSES } from '$lib/domain/figures/typed';
import { showDecimal } from '$lib/domain/figures/decimal';
import type { Target } from '$lib/domain/plan/indicator';
import { showShare } from '../format';

type Status = (typeof FIGURE_STATUSES)[number];

export const FIGURE_STATUS_WORDS: Readonly<Record<Status, string>> = {
  stated: 'tự kê',
  verified: 'phường đã kiểm tra',
  official: 'chính thức'
};

export const statusOptions = Object.entries(FIGURE_STATUS_WORDS).map(([value, word]) => ({ value, word }));

type Typed = Readonly<{ amount: string; of: string | null }>;

/** "1.401,1 / 2.740,8 tỷ đồng", "312/320": always what it is of, never a percentage alone. */
export const wordsOfTyped = ({ amount, of }: Typed, target: Target, unit: string): string => {
  const numbers = of === null ? showDecimal(amount) : `${showDecimal(amount)}/${showDecimal(of)}`;
  return target.kind === 'figure' ? `${numbers} ${unit}` : numbers;
};

export const shareOfTyped = ({ amount, of }: Typed): string =>
  of === null || Number(of) === 0 ? '' : showShare(Number(amount), Number(of), 2);

/** "10. Bảo hiểm y tế"; what is none of the plan's has no number. */
export const nameOfTyped = ({ code, shortName }: Readonly<{ code: string; shortName: string }>): string =>
  /^\d/.test(code) ? `${code}. ${shortName}` : shortName;
