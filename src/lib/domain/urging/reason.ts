import * as z from 'zod/mini';

/** Why a group is behind (chậm vì sao); kept with each urging as it was then, so that one can see what followed. */
export const UrgingReason = z.discriminatedUnion('kind', [
  /** A report not signed off before its day, or returned and not signed again. */
  z.object({
    kind: z.literal('unsigned'),
    period: z.string(),
    name: z.string(),
    dueBefore: z.string(),
    isLate: z.boolean(),
    isReturned: z.boolean()
  }),
  /** No phone of the group has called for D days; null where none ever has. */
  z.object({ kind: z.literal('silent'), since: z.nullable(z.number()) }),
  /** Fewer households seen than the days that have passed ask for. */
  z.object({ kind: z.literal('coverage'), reviewed: z.int(), open: z.int(), wanted: z.int() }),
  /** Of the lacking, `unasked` are those who may be none: nobody has asked them yet (decision 002). */
  z.object({ kind: z.literal('target'), indicator: z.string(), lacking: z.int(), unasked: z.int() })
]);
export type UrgingReason = Readonly<z.infer<typeof UrgingReason>>;

/** What a reason is about, so that the same one is found again later. */
export function subjectOf(reason: UrgingReason): string {
  if (reason.kind === 'unsigned') return `unsigned ${reason.period}`;
  return reason.kind === 'target' ? `target ${reason.indicator}` : reason.kind;
}

/** What became of the reasons of an urging: gone, or still there as they are now. */
export const followUp = (
  then: readonly UrgingReason[],
  now: readonly UrgingReason[]
): { then: UrgingReason; now: UrgingReason | null }[] =>
  then.map((reason) => ({
    then: reason,
    now: now.find((one) => subjectOf(one) === subjectOf(reason)) ?? null
  }));
