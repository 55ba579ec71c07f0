import type { Pace } from './exchange';
import { waitAfter } from './retry';
import { RefusedError, WireError } from './faults';

/** What the exchange is doing, for the one line of truth. */
export type SyncState =
  | { kind: 'idle' }
  | { kind: 'exchanging' }
  | { kind: 'waiting'; failures: number; retryAt: number }
  | { kind: 'signed-out' }
  | { kind: 'too-old' };

type World = Readonly<{
  /** One whole exchange, under the lock of this device (EX7). */
  exchange: () => Promise<Pace>;
  now: () => number;
  random: () => number;
  setTimer: (run: () => void, ms: number) => unknown;
  clearTimer: (timer: never) => void;
  onState: (state: SyncState) => void;
}>;

export type SyncEngine = Readonly<{
  /** Something waits or may be new. During an exchange any number of nudges make exactly one more (EX8). */
  nudge: () => void;
  /** The network is back: go, but spread over what the server asked for (EX9). */
  nudgeSpread: () => void;
  /** "Gửi ngay" tries at once, whatever was to be waited for. */
  sendNow: () => void;
  stop: () => void;
}>;

export function createSyncEngine(world: World): SyncEngine {
  let running = false;
  let again = false;
  let urgent = false;
  let stopped = false;
  let failures = 0;
  let notBefore = 0;
  let spread = 0;
  let timer: unknown;

  async function run(): Promise<void> {
    running = true;
    world.clearTimer(timer as never);
    world.onState({ kind: 'exchanging' });
    try {
      const pace = await world.exchange();
      failures = 0;
      spread = pace.spread;
      notBefore = world.now() + pace.pause * 1000;
      world.onState({ kind: 'idle' });
    } catch (fault) {
      failures += 1;
      again = false;
      world.onState(afterFault(fault));
    }
    running = false;
    if (urgent) notBefore = 0;
    if (again || urgent) nudge();
  }

  function afterFault(fault: unknown): SyncState {
    if (fault instanceof RefusedError && fault.problem !== 'too-large') return { kind: fault.problem };
    const asked = fault instanceof WireError ? fault.retryAfter * 1000 : 0;
    const wait = waitAfter(failures, world.random, asked);
    notBefore = world.now() + wait;
    later(wait);
    return { kind: 'waiting', failures, retryAt: notBefore };
  }

  function later(ms: number): void {
    world.clearTimer(timer as never);
    timer = world.setTimer(nudge, ms);
  }

  function nudge(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    again = false;
    urgent = false;
    const wait = notBefore - world.now();
    if (wait > 0) later(wait);
    else void run();
  }

  return {
    nudge,
    nudgeSpread() {
      failures = 0;
      notBefore = Math.max(world.now() + Math.round(world.random() * spread * 1000), 0);
      nudge();
    },
    sendNow() {
      urgent = running;
      notBefore = 0;
      nudge();
    },
    stop() {
      stopped = true;
      world.clearTimer(timer as never);
    }
  };
}
