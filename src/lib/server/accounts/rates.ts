/** Counts what one address or account did lately, in memory: enough for one machine. */
export type Rates = Readonly<{
  /** Seconds to wait when a name has reached its limit; 0 while it has not. */
  waitFor: (name: string, limit: Limit) => number;
  count: (name: string, limit: Limit) => void;
}>;

/** So many in so many seconds. */
export type Limit = Readonly<{ most: number; seconds: number }>;

/** Wrong sign-ins from one address; a mobile network may put a whole ward behind one. */
export const WRONG_SIGN_INS: Limit = { most: 30, seconds: 600 };
/** Exchanges of one account: a tap makes one, and nobody taps faster than this. */
export const EXCHANGES: Limit = { most: 300, seconds: 60 };
/** Exchanges of one address with nobody signed in. */
export const UNSIGNED_EXCHANGES: Limit = { most: 30, seconds: 60 };

/** Names beyond this are forgotten, the oldest first. */
const MOST_NAMES = 20_000;

export function createRates(now: () => number): Rates {
  const windows = new Map<string, { start: number; count: number }>();

  function current(name: string, { seconds }: Limit) {
    const window = windows.get(name);
    return window && now() - window.start < seconds * 1_000 ? window : undefined;
  }

  return {
    waitFor(name, limit) {
      const window = current(name, limit);
      if (!window || window.count < limit.most) return 0;
      return Math.max(1, Math.ceil((window.start + limit.seconds * 1_000 - now()) / 1_000));
    },
    count(name, limit) {
      const window = current(name, limit);
      if (window) window.count += 1;
      else windows.set(name, { start: now(), count: 1 });
      if (windows.size > MOST_NAMES) windows.delete(windows.keys().next().value!);
    }
  };
}
