import * as z from 'zod/mini';
import type { AwardLine } from './award-table';
import type { Candidate } from './awards';

/** proposed: đề nghị; dropped: không đề nghị; awarded: đã khen thưởng. */
export const AWARD_DECISIONS = ['proposed', 'dropped', 'awarded'] as const;

/** What a person decided about a candidate, beside or against the rules, with the reason. */
export const AwardChoice = z.object({
  decision: z.enum(AWARD_DECISIONS),
  reason: z.string(),
  by: z.string(),
  at: z.number()
});
export type AwardChoice = Readonly<z.infer<typeof AwardChoice>>;

/** Whether a candidate stands on the list: a person's word goes before the rules. */
export const isProposed = ({ against }: Candidate, choice: AwardChoice | undefined): boolean =>
  choice ? choice.decision !== 'dropped' : against.length === 0;

/** The lines of the list of those proposed, a person's reason beside the evidence. */
export const awardLines = (
  candidates: readonly Candidate[],
  choices: ReadonlyMap<string, AwardChoice>
): AwardLine[] =>
  candidates
    .filter((one) => isProposed(one, choices.get(one.subject)))
    .map(({ subject, kind, name, of, evidence }) => ({
      ...{ kind, name, of, evidence },
      remark: choices.get(subject)?.reason ?? ''
    }));
