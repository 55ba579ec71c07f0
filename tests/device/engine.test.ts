import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createSyncEngine, type SyncState } from '$lib/sync/engine';
import type { Pace } from '$lib/sync/exchange';
import { waitAfter } from '$lib/sync/retry';
import { RefusedError, WireError } from '$lib/sync/faults';
import { installTriggers } from '$lib/sync/triggers';

/** An engine whose exchanges end when the test says so, on a clock that the test moves. */
function anEngine(chance = 0.5) {
  const states: SyncState[] = [];
  const under: { resolve: (pace: Pace) => void; reject: (fault: Error) => void }[] = [];
  const timers = new Map<number, { at: number; run: () => void }>();
  let now = 0;
  let nextTimer = 1;
  const engine = createSyncEngine({
    exchange: () => new Promise((resolve, reject) => under.push({ resolve, reject })),
    now: () => now,
    random: () => chance,
    setTimer(run, ms) {
      timers.set(nextTimer, { at: now + ms, run });
      return nextTimer++;
    },
    clearTimer: (timer) => void timers.delete(timer as number),
    onState: (state) => void states.push(state)
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    engine,
    started: () => under.length,
    state: () => states.at(-1),
    async ends(pace: Pace = { pause: 0, spread: 0 }) {
      under.at(-1)!.resolve(pace);
      await settled();
    },
    async fails(fault: Error) {
      under.at(-1)!.reject(fault);
      await settled();
    },
    async passes(ms: number) {
      now += ms;
      for (const [timer, { at, run }] of timers) {
        if (at > now) continue;
        timers.delete(timer);
        run();
      }
      await settled();
    }
  };
}

describe('when to exchange', () => {
  it('[EX8] during one, any number of nudges make exactly one more', async () => {
    const { engine, started, ends } = anEngine();
    engine.nudge();
    engine.nudge();
    engine.nudge();
    expect(started()).toBe(1);
    await ends();
    expect(started()).toBe(2);
    await ends();
    expect(started()).toBe(2);
  });

  it('[EX9] a failure waits, a nudge does not shorten it, "Gửi ngay" tries at once', async () => {
    const { engine, started, fails, passes, state } = anEngine();
    engine.nudge();
    await fails(new WireError('cut'));
    expect(state()).toMatchObject({ kind: 'waiting', failures: 1, retryAt: 2_500 });
    engine.nudge();
    expect(started()).toBe(1);
    engine.sendNow();
    expect(started()).toBe(2);
    await fails(new WireError('cut'));
    expect(state()).toMatchObject({ kind: 'waiting', failures: 2, retryAt: 5_000 });
    await passes(5_000);
    expect(started()).toBe(3);
  });

  it('[EX9] "Gửi ngay" while a failing exchange is under way is not forgotten', async () => {
    const { engine, started, fails } = anEngine();
    engine.nudge();
    engine.sendNow();
    await fails(new WireError('cut'));
    expect(started()).toBe(2);
    await fails(new WireError('cut'));
    expect(started()).toBe(2);
  });

  it('[EX9] the pause that the server asked for is kept, and so is its word after a failure', async () => {
    const { engine, started, ends, fails, passes } = anEngine();
    engine.nudge();
    await ends({ pause: 20, spread: 0 });
    engine.nudge();
    await passes(19_999);
    expect(started()).toBe(1);
    await passes(1);
    expect(started()).toBe(2);
    await fails(new WireError('busy', 60));
    await passes(59_999);
    expect(started()).toBe(2);
    await passes(1);
    expect(started()).toBe(3);
  });

  it('[EX9] when the network comes back the phones spread over what the server asked for', async () => {
    const { engine, started, ends, passes } = anEngine(0.5);
    engine.nudge();
    await ends({ pause: 0, spread: 10 });
    engine.nudgeSpread();
    await passes(4_999);
    expect(started()).toBe(1);
    await passes(1);
    expect(started()).toBe(2);
  });

  it('[EX9] waits have full jitter and never pass five minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, chance) => {
          const wait = waitAfter(failures, () => chance);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(Math.min(300_000, 5_000 * 2 ** (failures - 1)));
        }
      )
    );
  });

  it('[EX10] signed out and too old are said, each by its name; neither speaks of an entry', async () => {
    const { engine, fails, state } = anEngine();
    engine.nudge();
    await fails(new RefusedError('signed-out'));
    expect(state()).toEqual({ kind: 'signed-out' });
    engine.sendNow();
    await fails(new RefusedError('too-old'));
    expect(state()).toEqual({ kind: 'too-old' });
  });

  it('[EX8] start, network back, shown again and a timer while seen each wake it', async () => {
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
    const woken: string[] = [];
    const engine = {
      nudge: () => void woken.push('nudge'),
      nudgeSpread: () => void woken.push('spread'),
      sendNow: () => undefined,
      stop: () => undefined
    };
    let tick = () => {};
    const repeating = (run: () => void) => {
      tick = run;
      return () => undefined;
    };
    const stop = installTriggers(engine, window, document, repeating, (run) => run());
    window.dispatchEvent(new Event('online'));
    tick();
    document.visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    tick();
    expect(woken).toEqual(['nudge', 'spread', 'nudge', 'nudge']);
    stop();
    window.dispatchEvent(new Event('online'));
    expect(woken).toHaveLength(4);
  });
});
