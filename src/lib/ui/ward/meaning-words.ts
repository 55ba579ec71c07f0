import type { PlanRow } from '$lib/domain/figures/plan-rows';

/** Each with a mark, so that colour is never alone. */
const MEANING_WORDS: Readonly<Record<PlanRow['meaning'], string>> = {
  reached: '✓ đạt',
  near: '! gần đạt',
  missing: '! chưa đạt',
  'not-arising': '– không phát sinh',
  'not-judged': 'theo dõi',
  'not-collected': '? chưa có số'
};

/** Before the chairman's decision nobody is recognised: what is expected is not called reached (NĐ 86/2023). */
export const sayMeaning = ({
  indicator,
  meaning,
  official
}: Pick<PlanRow, 'indicator' | 'meaning'> & { official: object | null }): string =>
  indicator.rule === 'culture-expected' && meaning === 'reached' && official === null
    ? '✓ dự kiến đạt'
    : MEANING_WORDS[meaning];
