/** Counts of a device from one to another, both counted in. */
export type Range = readonly [from: number, to: number];

/** An entry that a device spoke of: its count and its name. */
export type Named = readonly [n: number, id: string];

/** Held by a phone whose storage then went back: these counts, and the newest entry it had spoken of. */
export type WrittenOff = readonly [from: number, to: number, newest: string];

/** What the ward knows of one device's entries (EP3). */
export type DeviceBook = Readonly<{
  /** The highest count ever given on the device. */
  newest: Named | null;
  /** What the ward has. */
  received: readonly Range[];
  /** What the device still has, by its own word. */
  holds: readonly Range[];
  /** Entries it spoke of that the ward does not have. */
  named: readonly Named[];
  writtenOff: readonly WrittenOff[];
}>;

/** What was made and is not here: still on the phone, or gone for good. */
export type Missing = Readonly<{ unsent: number; lost: number }>;

/** Every count up to the newest is here, on the phone, or lost; so is what was named and whose count another has taken. */
export function missingOf({ newest, received, holds, named, writtenOff }: DeviceBook): Missing {
  const made: Range[] = newest ? [[1, newest[0]]] : [];
  const notHere = without(made, received);
  const gone = without(notHere, holds);
  const strays = named
    .filter(([, id]) => !writtenOff.some(([, , last]) => last === id))
    .filter(([n, id]) => (newest && n === newest[0] ? id !== newest[1] : contains(received, n)));
  const forgotten = writtenOff.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return {
    unsent: countIn(notHere) - countIn(gone),
    lost: countIn(gone) + strays.length + forgotten
  };
}

/** Ranges with some more counts in them, in order and without overlap. */
export function joined(ranges: readonly Range[], counts: Iterable<number>): Range[] {
  const all = [...ranges, ...[...counts].map((n): Range => [n, n])].sort(([a], [b]) => a - b);
  const result: [number, number][] = [];
  for (const [from, to] of all) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** What is in some ranges and not in others. */
export function without(ranges: readonly Range[], others: readonly Range[]): Range[] {
  const taken = joined(others, []);
  return joined(ranges, []).flatMap(([from, to]) => {
    const left: Range[] = [];
    let next = from;
    for (const [start, end] of taken) {
      if (end < next || start > to) continue;
      if (start > next) left.push([next, start - 1]);
      next = end + 1;
    }
    if (next <= to) left.push([next, to]);
    return left;
  });
}

export const countIn = (ranges: readonly Range[]): number =>
  joined(ranges, []).reduce((sum, [from, to]) => sum + to - from + 1, 0);

const contains = (ranges: readonly Range[], n: number): boolean =>
  ranges.some(([from, to]) => from <= n && n <= to);
