/** The server's plain no to a whole request; it never speaks of single entries (EX10). */
export class RefusedError extends Error {
  constructor(readonly problem: 'signed-out' | 'too-old' | 'too-large') {
    super(problem);
  }
}

/** Anything else than our server's whole answer: try again later. `retryAfter` in seconds, where it was said. */
export class WireError extends Error {
  constructor(
    message: string,
    readonly retryAfter = 0
  ) {
    super(message);
  }
}

/** Nothing moved for too long: perhaps less gets through (EX2, EX7). */
export class StalledError extends WireError {}
