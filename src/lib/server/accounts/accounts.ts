import type { Actor, Role } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import type { AccountId, GroupId } from '$lib/domain/ids';
import type { ProblemCode } from '$lib/protocol/problem';
import type { AcceptInvite, SignInRequest } from '$lib/protocol/session';
import { actorAt } from './actor';
import {
  insertAccount,
  readAccount,
  readAccountByLogin,
  readAuthor,
  saveFails,
  savePin
} from '../queries/accounts';
import { insertInvite, isInviteOpen, useInvite } from '../queries/invites';
import { readGroups } from '../queries/ward';
import { WRONG_SIGN_INS } from './rates';
import type { Services } from '../services';
import { openSession } from './sessions';
import { sumOf } from '../sums';

/** Somebody let in, with the token for the cookie; or why not, and after how many seconds again. */
export type Entrance =
  | { kind: 'open'; actor: Actor; token: string }
  | { kind: 'closed'; problem: ProblemCode; retryAfter?: number };

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Wrong PINs before the door waits a minute; each further one doubles it, up to a day. */
const WRONG_PINS = 5;
/** How long a one-time link can be used. */
export const INVITE_DAYS = 14;
/** Logins that nobody has, remembered for their lock. */
const MOST_STRANGERS = 10_000;

/** Login name and PIN. A login that does not exist answers the same, and as slowly, as a wrong PIN. */
export async function signIn(
  services: Services,
  { login, pin }: SignInRequest,
  address: string
): Promise<Entrance> {
  const { db, rates, hashing, now } = services;
  const tooMany = rates.waitFor(`sign-in ${address}`, WRONG_SIGN_INS);
  if (tooMany > 0) return { kind: 'closed', problem: 'too-many', retryAfter: tooMany };
  if (hashing.isFull()) return CROWDED;

  const name = normaliseLogin(login);
  const account = await readAccountByLogin(db, name);
  // The attempt is counted and the lock stands before the hash: guesses that come at once are guesses one by one.
  const attempt = account ? await reserve(services, account.id) : reserveStranger(services, name);
  if (attempt.kind === 'locked') return lockedOut(attempt.until, now());

  const isRight = await hashing.matches(pin, account?.pin_hash ?? null);
  if (account && isRight && account.disabled_at === null) {
    const until = await forgive(services, account.id, attempt.fails);
    return until === null ? letIn(services, account.id) : lockedOut(until, now());
  }
  rates.count(`sign-in ${address}`, WRONG_SIGN_INS);
  const until = lockAfter(attempt.fails, now());
  return until === null ? { kind: 'closed', problem: 'wrong-sign-in' } : lockedOut(until, now());
}

/** A one-time link is worth one PIN, once: it is used up and the PIN saved together, or neither. */
export async function acceptInvite(
  services: Services,
  { token, pin }: AcceptInvite,
  address: string
): Promise<Entrance> {
  const { db, rates, hashing, now, write } = services;
  const tooMany = rates.waitFor(`invite ${address}`, WRONG_SIGN_INS);
  if (tooMany > 0) return { kind: 'closed', problem: 'too-many', retryAfter: tooMany };
  if (hashing.isFull()) return CROWDED;
  const link = sumOf(token);
  const hash = (await isInviteOpen(db, link, Math.round(now()))) ? await hashing.hash(pin) : undefined;
  const account =
    hash &&
    (await write(async (trx) => {
      const invited = await useInvite(trx, link, Math.round(now()));
      if (invited) await savePin(trx, invited, hash);
      return invited;
    }));
  if (account) return letIn(services, account);
  rates.count(`invite ${address}`, WRONG_SIGN_INS);
  return { kind: 'closed', problem: 'link-used' };
}

/** Someone who may sign in, from today on. `pin` only for a ward that is there to be tried out. */
export async function addAccount(
  services: Services,
  {
    login,
    name,
    role,
    groups,
    pin
  }: { login: string; name: string; role: Role; groups: readonly GroupId[]; pin?: string }
): Promise<AccountId> {
  const { db, newId, now, hashing } = services;
  const id = newId() as AccountId;
  const pinHash = pin ? await hashing.hash(pin) : null;
  const from = dayOf(now());
  const assignments = groups.map((group) => ({ group, from, to: null }));
  await insertAccount(db, { id, login: normaliseLogin(login), name, role, pin_hash: pinHash }, assignments);
  return id;
}

/** The token of a link `/invite#TOKEN`: behind "#" it reaches no server, log or preview of a chat. */
export async function invite({ db, now, newToken }: Services, account: AccountId): Promise<string> {
  const token = newToken();
  const at = Math.round(now());
  await insertInvite(db, sumOf(token), account, at, at + INVITE_DAYS * DAY);
  return token;
}

export const normaliseLogin = (login: string): string => login.normalize('NFC').trim().toLowerCase();

/** One attempt, counted before it is looked at; or the lock that stands. */
type Attempt = { kind: 'counted'; fails: number } | { kind: 'locked'; until: number };

const CROWDED: Entrance = { kind: 'closed', problem: 'busy', retryAfter: 10 };

const reserve = ({ write, now }: Services, id: string): Promise<Attempt> =>
  write(async (trx) => {
    const { fails, locked_until: until } = (await readAccount(trx, id))!;
    if (until !== null && until > now()) return { kind: 'locked', until };
    await saveFails(trx, id, fails + 1, lockAfter(fails + 1, now()));
    return { kind: 'counted', fails: fails + 1 };
  });

/** A login that nobody has is locked like any other, or the lock would tell which ones exist. */
function reserveStranger({ strangers, now }: Services, name: string): Attempt {
  const { fails = 0, lockedUntil = null } = strangers.get(name) ?? {};
  if (lockedUntil !== null && lockedUntil > now()) return { kind: 'locked', until: lockedUntil };
  strangers.set(name, { fails: fails + 1, lockedUntil: lockAfter(fails + 1, now()) });
  if (strangers.size > MOST_STRANGERS) strangers.delete(strangers.keys().next().value!);
  return { kind: 'counted', fails: fails + 1 };
}

/** The right PIN forgets the wrong ones; not where others were tried beside it until the door was locked. */
const forgive = ({ write, now }: Services, id: string, mine: number): Promise<number | null> =>
  write(async (trx) => {
    const { fails, locked_until: until } = (await readAccount(trx, id))!;
    if (fails > mine && until !== null && until > now()) return until;
    await saveFails(trx, id, 0, null);
    return null;
  });

function lockAfter(fails: number, now: number): number | null {
  if (fails < WRONG_PINS) return null;
  return Math.round(now) + Math.min(DAY, 2 ** Math.min(fails - WRONG_PINS, 11) * MINUTE);
}

const lockedOut = (until: number, now: number): Entrance => ({
  kind: 'closed',
  problem: 'locked-out',
  retryAfter: Math.ceil((until - now) / 1_000)
});

async function letIn(services: Services, account: string): Promise<Entrance> {
  const author = (await readAuthor(services.db, account))!;
  const actor = actorAt(author, services.now(), await readGroups(services.db));
  return { kind: 'open', actor, token: await openSession(services, account) };
}
