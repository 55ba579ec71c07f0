import type { FieldProblem } from '$lib/domain/entry/field';
import type { RejectionReason } from '$lib/domain/entry/verdict';
import { FIELD_PROBLEM_WORDS, REJECTION_WORDS, SAVING_WORDS, UNDO_SAVING_WORDS } from './outcome-words';

/** What became of a tap, as far as words go. */
type Outcome =
  | { kind: 'saved' | 'unchanged' }
  | { kind: 'refused'; reason: RejectionReason; problem?: FieldProblem }
  | { kind: 'failed'; reason: keyof typeof SAVING_WORDS };

/** Why something was not recorded, in a sentence; nothing where it was. */
export function sentenceFor(outcome: Outcome): string | undefined {
  if (outcome.kind === 'failed') return SAVING_WORDS[outcome.reason];
  if (outcome.kind !== 'refused') return;
  return outcome.problem ? FIELD_PROBLEM_WORDS[outcome.problem] : REJECTION_WORDS[outcome.reason];
}

/** Why something was not taken back (chưa hoàn tác được), always a sentence: silence would be taken for done. */
export const undoSentence = (outcome: Outcome): string => {
  if (outcome.kind === 'failed') return UNDO_SAVING_WORDS[outcome.reason];
  const sentence = sentenceFor(outcome);
  return sentence ? `Chưa hoàn tác được. ${sentence}` : NOTHING_TO_UNDO;
};

const NOTHING_TO_UNDO = 'Không có gì để hoàn tác: giá trị này phường đã có từ trước, nên được giữ nguyên.';
