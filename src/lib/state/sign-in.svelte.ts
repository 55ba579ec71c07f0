import { rememberIdentity } from '$lib/device/identity';
import type { Actor } from '$lib/domain/actor';
import { INVITE_PATH, SESSION_PATH } from '$lib/protocol/paths';
import { Problem } from '$lib/protocol/problem';
import { SignedIn } from '$lib/protocol/session';

/** Why nobody came in; the screen has the sentence. */
export type Refusal = {
  code: 'wrong-sign-in' | 'locked-out' | 'too-many' | 'link-used' | 'no-network' | 'not-kept' | 'busy';
  /** Seconds until it is worth trying again. */
  retryAfter?: number;
};

type World = Readonly<{ fetch: typeof fetch; remember: (actor: Actor) => Promise<void> }>;

/** The door to the app (đăng nhập): asks the ward who this is, and remembers it on the phone. */
export class SignIn {
  readonly #world: World;
  #asking = $state(false);
  #refusal: Refusal | undefined = $state.raw();

  constructor(world: World) {
    this.#world = world;
  }

  get asking(): boolean {
    return this.#asking;
  }
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  withPin(login: string, pin: string): Promise<Actor | undefined> {
    return this.#enter(SESSION_PATH, { login: login.trim().normalize('NFC'), pin });
  }

  withInvite(token: string, pin: string): Promise<Actor | undefined> {
    return this.#enter(INVITE_PATH, { token, pin });
  }

  /** A second tap while the first is under way asks nothing. */
  async #enter(path: string, body: unknown): Promise<Actor | undefined> {
    if (this.#asking) return;
    this.#asking = true;
    this.#refusal = undefined;
    const answer = await ask(this.#world.fetch, path, body);
    const kept = 'actor' in answer && (await keep(this.#world.remember, answer.actor));
    this.#asking = false;
    if (kept && 'actor' in answer) return answer.actor;
    this.#refusal = 'actor' in answer ? { code: 'not-kept' } : answer;
  }
}

/** Stands before the phone: there is none until somebody is signed in. */
export const openSignIn = (page: Window & typeof globalThis): SignIn =>
  new SignIn({ fetch: (...request) => page.fetch(...request), remember: rememberIdentity });

/** An answer that is not ours, such as the page of a hotel's network, is no answer (EX6). */
async function ask(fetch: World['fetch'], path: string, body: unknown): Promise<{ actor: Actor } | Refusal> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    });
    const answer: unknown = await response.json();
    return response.ok ? SignedIn.parse(answer) : refusalOf(Problem.parse(answer));
  } catch {
    return { code: 'no-network' };
  }
}

function refusalOf({ problem, retryAfter }: Problem): Refusal {
  switch (problem) {
    case 'wrong-sign-in':
    case 'locked-out':
    case 'too-many':
    case 'link-used':
      return { code: problem, ...(retryAfter !== undefined && { retryAfter }) };
    default:
      return { code: 'busy' };
  }
}

/** False where the browser may store nothing, as in some private windows: the notebook could not work there. */
async function keep(remember: World['remember'], actor: Actor): Promise<boolean> {
  try {
    await remember(actor);
    return true;
  } catch {
    return false;
  }
}
