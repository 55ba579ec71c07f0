/** How busy the server is, and what it asks phones for because of it (EX9). */
export type Load = Readonly<{
  measure: <T>(work: () => Promise<T>) => Promise<T>;
  pace: () => { pause: number; spread: number };
}>;

/** Phones come back spread over at least so long. Seconds. */
const LEAST_SPREAD = 30;
/** The longest that phones are asked to stay away. Seconds. */
const LONGEST_PAUSE = 300;
/** Exchanges waiting at once from which a pause is asked for. */
const CROWD = 50;
const WINDOW = 60_000;

/** Reckons with the exchanges of the last minute and what they cost: with a fifth to spare they must fit the spread. */
export function createLoad(now: () => number): Load {
  let waiting = 0;
  let seconds = 0.02;
  let recent: number[] = [];
  return {
    async measure(work) {
      const start = now();
      waiting += 1;
      try {
        return await work();
      } finally {
        waiting -= 1;
        seconds = seconds * 0.9 + ((now() - start) / 1_000) * 0.1;
        recent = [...recent.filter((at) => at > start - WINDOW), start].slice(-5_000);
      }
    },
    pace: () => ({
      pause: waiting < CROWD ? 0 : Math.min(LONGEST_PAUSE, Math.ceil(waiting * seconds)),
      spread: Math.min(LONGEST_PAUSE, Math.max(LEAST_SPREAD, Math.ceil(recent.length * seconds * 1.2)))
    })
  };
}
