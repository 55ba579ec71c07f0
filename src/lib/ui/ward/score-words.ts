import type { Formula } from '$lib/domain/plan/scale';
import type { ItemScore } from '$lib/domain/figures/score';

export const FORMULA_WORDS: Readonly<Record<Formula['kind'], string>> = {
  proportional: 'theo tỷ lệ so với mức phải đạt',
  'all-or-nothing': 'đạt thì được trọn điểm',
  steps: 'theo bậc'
};

export const ITEM_STATE_WORDS: Readonly<Record<ItemScore['state'], string>> = {
  points: '',
  'not-arising': 'không phát sinh, chia lại điểm',
  'not-collected': 'chưa thu thập, chia lại điểm'
};
