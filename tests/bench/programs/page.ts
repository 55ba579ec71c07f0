import * as bare from './bare-phone';
import * as ours from './our-phone';

/** What the benchmark calls in the browser: our phone's floors, and the least that could do. */
export const bench = { ours, bare };

declare global {
  var bench: { ours: typeof ours; bare: typeof bare };
}

globalThis.bench = bench;
