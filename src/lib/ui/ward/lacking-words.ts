import type { Cell } from '$lib/domain/figures/overview';
import type { Indicator } from '$lib/domain/plan/indicator';
import { isLessBetter, splitLacking } from '$lib/domain/figures/target';
import { showCount } from '../format';
import { unitOf } from './target-words';

/** What a cell lacks, and the mark before it: who was not asked is never told as one too many. */
export type LackingWords = Readonly<{ mark: '✓' | '!' | '?' | '–' | ''; word: string }>;

type Judged = Pick<Indicator, 'direction' | 'target' | 'level'>;

/** In a narrow place: "còn 16", "vượt 2, chưa rõ 5". */
export function shortLacking({ meaning, lacking, unknown }: Cell, indicator: Judged): LackingWords {
  if (meaning === 'not-arising') return { mark: '–', word: 'không phát sinh' };
  if (meaning === 'reached') return { mark: '✓', word: 'đạt' };
  if (meaning === 'not-judged') return { mark: '', word: '' };
  if (!isLessBetter(indicator)) return { mark: '!', word: `còn ${showCount(lacking)}` };
  const { sure, unasked } = splitLacking(lacking, unknown);
  const said = [sure > 0 && `vượt ${showCount(sure)}`, unasked > 0 && `chưa rõ ${showCount(unasked)}`];
  return { mark: sure > 0 ? '!' : '?', word: said.filter(Boolean).join(', ') };
}

/** Where there is room: "! còn thiếu 17 hộ, chưa rõ 290 hộ". */
export function wholeLacking(cell: Cell, indicator: Judged): LackingWords {
  if (cell.lacking === 0) return shortLacking(cell, indicator);
  const { sure, unasked } = splitLacking(cell.lacking, cell.unknown);
  const unit = unitOf(indicator);
  const said = [
    sure > 0 && `${isLessBetter(indicator) ? 'vượt' : 'còn thiếu'} ${showCount(sure)} ${unit}`,
    unasked > 0 && `chưa rõ ${showCount(unasked)} ${unit}`
  ];
  return { mark: sure > 0 ? '!' : '?', word: said.filter(Boolean).join(', ') };
}
