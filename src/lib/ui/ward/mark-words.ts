import type { Mark } from '$lib/domain/figures/group-figures';
import type { Scale } from '$lib/domain/plan/scale';
import { showDecimal } from '$lib/domain/figures/decimal';

export const MARK_KIND_WORDS: Readonly<Record<Mark['kind'], string>> = {
  gate: 'Điều kiện khống chế',
  bonus: 'Điểm thưởng',
  deduction: 'Điểm trừ',
  vote: 'Thứ tự do Hội đồng bỏ phiếu'
};

/** What the scale calls it; a code that it no longer has is shown as it was given. */
export const nameOfMark = ({ kind, code }: Pick<Mark, 'kind' | 'code'>, scale: Scale): string => {
  const listed = { gate: scale.gates, bonus: scale.bonuses, deduction: scale.deductions, vote: [] }[kind];
  return listed.find((one) => one.code === code)?.name ?? MARK_KIND_WORDS[kind];
};

export const pointsOfMark = ({ kind, points }: Pick<Mark, 'kind' | 'points'>): string =>
  ({
    gate: '',
    bonus: `+${showDecimal(String(points))}`,
    deduction: `−${showDecimal(String(points))}`,
    vote: `thứ ${points}`
  })[kind];
