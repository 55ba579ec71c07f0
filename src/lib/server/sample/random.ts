/** Chance with a seed (mulberry32): the same seed is the same ward, on every machine. */
export type Random = Readonly<{
  /** From 0 up to, not including, 1. */
  next: () => number;
  chance: (share: number) => boolean;
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number;
  pick: <T>(all: readonly T[]) => T;
  /** One of the values, each as often as its weight. */
  weighted: <T>(weights: readonly (readonly [T, number])[]) => T;
  /** A random UUID (version 4). */
  id: <Id extends string>() => Id;
}>;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => word() / 2 ** 32;
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (all) => all[between(0, all.length - 1)]!,
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
      return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0];
    },
    id: <Id extends string>() => uuidFrom(word(), word(), word(), word()) as Id
  };
}

/** A seed for one part of the ward, so that a change in one part leaves the others as they were. */
export function seedFor(seed: number, ...part: readonly (string | number)[]): number {
  let hash = seed >>> 0;
  for (const letter of part.join('/')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}

function uuidFrom(...words: readonly number[]): string {
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3];
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`
  ];
  return `${parts.join('-')}-${hex.slice(20)}`;
}
