import type { Row } from '$lib/domain/entry/row';
import { rankGroups } from '$lib/domain/figures/ranking';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import { tallyFiles } from '$lib/domain/figures/tally';
import { filesFrom } from '$lib/domain/people/household-file';
import type { Campaign } from '$lib/domain/plan/campaign';

/** Milliseconds of counting a group anew, and of ranking all groups, the first time and again. */
export type CountedHere = Readonly<{ counts: number[]; ranks: number[] }>;

declare global {
  var countHere: typeof count;
}

function count(rows: Row[], groups: GroupFigures[], campaign: Campaign, today: string): CountedHere {
  const files = [...filesFrom(rows).values()];
  const times = (work: () => unknown): number[] =>
    Array.from({ length: 11 }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    });
  return {
    counts: times(() => tallyFiles(files, campaign, today)),
    ranks: times(() => rankGroups(campaign, groups, 'total'))
  };
}

globalThis.countHere = count;
