import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { HouseholdProgress } from '$lib/domain/figures/progress';
import type { Class } from '$lib/domain/figures/tally';

/** The one thing to know of a household in a list: the nearest work first. */
export function markOf(
  { differences }: HouseholdFile,
  progress: HouseholdProgress | undefined
): { judged: Class; text?: string } {
  if (differences.length > 0) return { judged: 'missing', text: 'hai giá trị' };
  if (!progress || progress.reviewed === 'no') return { judged: 'unknown', text: 'chưa rà soát' };
  if (progress.reviewed === 'outside') return { judged: 'outside', text: 'không còn ai ở' };
  if (progress.reviewed === 'absent') return { judged: 'unknown', text: 'vắng nhà' };
  if (progress.unanswered > 0) return { judged: 'unknown', text: `${progress.unanswered} câu chưa rõ` };
  const uninsured = progress.classes.insurance?.filter((judged) => judged.class === 'missing').length ?? 0;
  if (uninsured > 0) return { judged: 'missing', text: `${uninsured} thiếu BHYT` };
  if (progress.missing > 0) return { judged: 'missing', text: `${progress.missing} chưa đạt` };
  return { judged: 'counted' };
}
