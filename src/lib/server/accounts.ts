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
} from './queries/accounts';
import { insertInvite, useInvite } from './queries/invites';
import { readGroups } from './queries/ward';
import { WRONG_SIGN_INS } from './rates';
import type { Services } from './services';
import { openSession } from './sessions';
import { sumOf } from './sums';

/** Somebody let in, with the token for the cookie; or why not, and after how many seconds again. */
export type Entrance =
  | { kind: 'open'; actor: Actor; token: string }
  | { kind: 'closed'; problem: ProblemCode; retryAfter?: number };

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Wrong PINs before the door waits a minute; each further one doubles it, up to a day. */
const WRONG_PINS = 5;
const INVITE_DAYS = 14;
/** Logins that nobody has, remembered for their lock. */
const MOST_STRANGERS = 10_000;

/** Login name and PIN. A login that does not exist answers the same, and as slowly, as a wrong PIN. */
export async function signIn(
  services: Services,
  { login, pin }: SignInRequest,
  address: string
): Promise<Entrance> {
  const { db, rates, hashing, now, strangers } = services;
  const tooMany = rates.waitFor(`sign-in ${address}`, WRONG_SIGN_INS);
  if (tooMany > 0) return { kind: 'closed', problem: 'too-many', retryAfter: tooMany };

  const name = normaliseLogin(login);
  const account = await readAccountByLogin(db, name);
  const locked = (account ? account.locked_until : strangers.get(name)?.lockedUntil) ?? 0;
  // The lock stands before the hash: whoever guesses must not keep the machine busy.
  if (locked > now())
    return { kind: 'closed', problem: 'locked-out', retryAfter: Math.ceil((locked - now()) / 1_000) };

  const isRight = await hashing.matches(pin, account?.pin_hash ?? null);
  if (!account || !isRight || account.disabled_at !== null) {
    rates.count(`sign-in ${address}`, WRONG_SIGN_INS);
    return account ? refuse(services, account.id) : refuseStranger(services, name);
  }
  if (account.fails > 0) await saveFails(db, account.id, 0, null);
  return letIn(services, account.id);
}

/** A one-time link is worth one PIN, once. */
export async function acceptInvite(
  services: Services,
  { token, pin }: AcceptInvite,
  address: string
): Promise<Entrance> {
  const { db, rates, hashing, now } = services;
  const tooMany = rates.waitFor(`invite ${address}`, WRONG_SIGN_INS);
  if (tooMany > 0) return { kind: 'closed', problem: 'too-many', retryAfter: tooMany };
  const account = await useInvite(db, sumOf(token), Math.round(now()));
  if (!account) {
    rates.count(`invite ${address}`, WRONG_SIGN_INS);
    return { kind: 'closed', problem: 'link-used' };
  }
  await savePin(db, account, await hashing.hash(pin));
  return letIn(services, account);
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

async function refuse({ write, now }: Services, id: string): Promise<Entrance> {
  const lock = await write(async (trx) => {
    // Read again inside: guesses that come at once must all be counted.
    const { fails } = (await readAccount(trx, id))!;
    const until = lockAfter(fails + 1, now());
    await saveFails(trx, id, fails + 1, until);
    return until;
  });
  return refusal(lock, now());
}

/** A login that nobody has is locked like any other, or the lock would tell which ones exist. */
function refuseStranger({ strangers, now }: Services, name: string): Entrance {
  const fails = (strangers.get(name)?.fails ?? 0) + 1;
  const lockedUntil = lockAfter(fails, now());
  strangers.set(name, { fails, lockedUntil });
  if (strangers.size > MOST_STRANGERS) strangers.delete(strangers.keys().next().value!);
  return refusal(lockedUntil, now());
}

function lockAfter(fails: number, now: number): number | null {
  if (fails < WRONG_PINS) return null;
  return Math.round(now) + Math.min(DAY, 2 ** Math.min(fails - WRONG_PINS, 11) * MINUTE);
}

const refusal = (lockedUntil: number | null, now: number): Entrance =>
  lockedUntil === null
    ? { kind: 'closed', problem: 'wrong-sign-in' }
    : { kind: 'closed', problem: 'locked-out', retryAfter: Math.ceil((lockedUntil - now) / 1_000) };

async function letIn(services: Services, account: string): Promise<Entrance> {
  const author = (await readAuthor(services.db, account))!;
  const actor = actorAt(author, services.now(), await readGroups(services.db));
  return { kind: 'open', actor, token: await openSession(services, account) };
}
