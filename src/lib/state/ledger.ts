import type { Entry } from '$lib/domain/entry/entry';
import type { Receipt } from '$lib/protocol/sync';

/** How the person's entries add up, always: made = received + unsent + review + waiting + quarantined + lost (EP4). */
export type Ledger = Readonly<{
  made: number;
  received: number;
  unsent: number;
  review: number;
  waiting: number;
  quarantined: number;
  /** Made here, not here any more, and never come to the ward (EP3). */
  lost: number;
  oldestUnsent: number | null;
}>;

type Own = Readonly<{ id: string; entry: Entry; receipt?: Receipt }>;

/** The ledger of what a device ever made, of which some has left it as safe, and some was lost. */
export function ledgerOf(
  made: number,
  own: readonly Own[],
  openDifferences: ReadonlySet<string>,
  lost: number
): Ledger {
  const unsent = own.filter(({ receipt }) => !receipt);
  const withStatus = (status: string) => own.filter(({ receipt }) => receipt?.status === status);
  const review = withStatus('review').filter(({ id }) => openDifferences.has(id)).length;
  const waiting = withStatus('waiting').length;
  const quarantined = withStatus('quarantined').length;
  return {
    made,
    received: made - unsent.length - review - waiting - quarantined - lost,
    unsent: unsent.length,
    review,
    waiting,
    quarantined,
    lost,
    oldestUnsent: unsent[0]?.entry.clock.wall ?? null
  };
}
