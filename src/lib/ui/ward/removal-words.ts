import type { Removal } from '$lib/domain/figures/removals';
import { CLOSING_WORDS, INACTIVE_REASON_WORDS, RESIDENCE_WORDS, wordOf } from '../words';

/** Why somebody is out of a count, in a few words. */
export function sayRemoval({ field, reason }: Pick<Removal, 'field' | 'reason'>): string {
  if (field === 'closed') return wordOf(CLOSING_WORDS, reason);
  if (field === 'residence') return `đổi cư trú thành ${wordOf(RESIDENCE_WORDS, reason)}`;
  return `đổi việc làm thành không tham gia: ${wordOf(INACTIVE_REASON_WORDS, reason).toLowerCase()}`;
}
