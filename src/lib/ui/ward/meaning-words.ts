import type { PlanRow } from '$lib/domain/figures/plan-rows';

/** Each with a mark, so that colour is never alone. */
export const MEANING_WORDS: Readonly<Record<PlanRow['meaning'], string>> = {
  reached: '✓ đạt',
  expected: '✓ dự kiến đạt',
  near: '! gần đạt',
  missing: '! chưa đạt',
  'not-arising': '– không phát sinh',
  'not-judged': 'theo dõi',
  'not-collected': '? chưa có số'
};
