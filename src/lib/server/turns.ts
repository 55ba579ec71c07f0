/** Lets everything that waits have its turn: a phone's exchange comes before the next part of long work. */
export const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Rests at least as long as the work took, so that half of the time is the phones' own. */
export const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(5, milliseconds)));

/** Work on many things in parts, a turn for others between them. */
export async function inTurns<T>(all: readonly T[], atOnce: number, work: (one: T) => void): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) {
    for (const one of all.slice(from, from + atOnce)) work(one);
    await yieldTurn();
  }
}
