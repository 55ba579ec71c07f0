import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { understood } from '$lib/sync/transport';
import { WireError } from '$lib/sync/faults';
import type { Chance } from './chance';
import type { Fate, ServerFault } from './step';
import type { Answer } from './ward';

/** Asks the ward, in the name of who is signed in on the phone. */
export type Ask = (text: string, fault?: ServerFault) => Promise<Answer>;

/** One exchange's bad luck, and what happens while its first request is under way. */
export type Trip = { fates: Fate[]; server?: ServerFault; meanwhile?: () => Promise<void> };

/** The wire between the phones and the ward. Everything crosses as text, as it does in life. */
export class Network {
  readonly #chance: Chance;
  /** Requests that their phones have given up, and that will still arrive. */
  readonly #late: (() => Promise<unknown>)[] = [];

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** The oldest late request comes after all; its answer reaches nobody. */
  async arrives(): Promise<void> {
    await this.#late.shift()?.();
  }

  async allArrive(): Promise<void> {
    while (this.#late.length > 0) await this.arrives();
  }

  /** What a phone calls to post, for as long as one trip lasts. */
  post(ask: Ask, trip: Trip, earlier: { answer?: string }) {
    return async (request: SyncRequest): Promise<SyncResponse> => {
      const text = JSON.stringify(request);
      const fate = trip.fates.shift() ?? 'good';
      const server = trip.server;
      trip.server = undefined;
      for (let turn = this.#chance.below(6); turn > 0; turn -= 1) await undefined;
      if (fate === 'lost') throw new WireError('lost on the way');
      if (fate === 'foreign') return understood(200, '<html>Wi-Fi</html>', request.request);
      if (fate === 'busy') return understood(503, '{"problem":"busy","retryAfter":3}', request.request);
      if (fate === 'late') {
        this.#late.push(() => ask(text));
        throw new WireError('no progress');
      }
      const sent = this.#underWay(text, fate);
      let answer = await ask(sent, server);
      if (fate === 'twice') answer = await ask(sent);
      const meanwhile = trip.meanwhile;
      trip.meanwhile = undefined;
      await meanwhile?.();
      const before = earlier.answer;
      if (answer.status === 200) earlier.answer = answer.text;
      if (fate === 'answer-lost') throw new WireError('the answer was lost');
      if (fate === 'old-answer' && before) return understood(200, before, request.request);
      const whole = answer.text;
      const heard = fate === 'cut-answer' ? whole.slice(0, this.#chance.below(whole.length)) : whole;
      return understood(answer.status, heard, request.request);
    };
  }

  #underWay(text: string, fate: Fate): string {
    if (fate === 'cut-request') return text.slice(0, this.#chance.below(text.length));
    if (fate !== 'damaged') return text;
    const at = text.indexOf('\\"value\\":\\"');
    return at < 0 ? text : `${text.slice(0, at + 12)}~${text.slice(at + 13)}`;
  }
}
