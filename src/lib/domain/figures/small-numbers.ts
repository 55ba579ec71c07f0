/** Under so many a percentage misleads: counts are shown (domain 2.3). */
const LEAST_FOR_A_SHARE = 10;
/** Fewer than so many people could be found by name. */
const LEAST_IN_PUBLIC = 5;

/** Whether a share is shown as counts alone ("3/4"). */
export const isShownAsCounts = (of: number): boolean => of < LEAST_FOR_A_SHARE;

/** One figure on the public page; null where it is hidden. */
export type PublicCell = Readonly<{ counted: number; of: number }> | null;

/**
 * What may stand on a public page, of one indicator over all groups: a cell that would show fewer than five people, counted
 * or not, is hidden; and where only one is, the next smallest too, for the ward's sum would tell it.
 */
export function publicCells(cells: readonly Readonly<{ counted: number; of: number }>[]): PublicCell[] {
  const hidden = new Set(cells.flatMap((cell, place) => (isRevealing(cell) ? [place] : [])));
  if (hidden.size === 1) {
    const next = cells
      .map((cell, place) => ({ of: cell.of, place }))
      .filter(({ of, place }) => of > 0 && !hidden.has(place))
      .sort((a, b) => a.of - b.of)[0];
    if (next) hidden.add(next.place);
  }
  return cells.map((cell, place) => (hidden.has(place) ? null : cell));
}

const isRevealing = ({ counted, of }: { counted: number; of: number }): boolean =>
  isFew(counted) || isFew(of - counted) || isFew(of);

const isFew = (count: number): boolean => count > 0 && count < LEAST_IN_PUBLIC;
