/** One of the invariants I1 to I13 does not hold. */
export class Broken extends Error {
  constructor(
    readonly invariant: string,
    message: string
  ) {
    super(`${invariant}: ${message}`);
  }
}

export function must(invariant: string, holds: boolean, message: () => string): void {
  if (!holds) throw new Broken(invariant, message());
}
