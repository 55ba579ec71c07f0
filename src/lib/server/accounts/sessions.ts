import type { Actor } from '$lib/domain/actor';
import { actorAt } from './actor';
import { readAuthor } from '../queries/accounts';
import { deleteSession, insertSession, readSession, renewSession } from '../queries/sessions';
import { readGroups } from '../queries/ward';
import type { Services } from '../services';
import { sumOf } from '../sums';

/** Somebody who is signed in; `renewed` when the cookie should be given again. */
export type Session = Readonly<{ actor: Actor; token: string; renewed: boolean }>;

const DAY = 86_400_000;
/** A phone may lie in a drawer for a season. */
export const SESSION_DAYS = 90;

/** Opens a session and returns the token that only the cookie holds; the table holds its sum. */
export async function openSession({ db, now, newToken }: Services, account: string): Promise<string> {
  const token = newToken();
  const at = Math.round(now());
  await insertSession(db, {
    token: sumOf(token),
    account,
    created: at,
    seen: at,
    expires: at + SESSION_DAYS * DAY
  });
  return token;
}

/** Who holds this token; renewed at most once a day, so that most requests only read. */
export async function findSession({ db, now }: Services, token: string): Promise<Session | null> {
  const at = Math.round(now());
  const stored = await readSession(db, sumOf(token), at);
  const author = stored && (await readAuthor(db, stored.account));
  if (!author) return null;
  const renewed = at - stored.seen >= DAY;
  if (renewed) await renewSession(db, stored.token, at, at + SESSION_DAYS * DAY);
  return { actor: actorAt(author, at, await readGroups(db)), token: stored.token, renewed };
}

export const closeSession = ({ db }: Services, { token }: Session): Promise<void> => deleteSession(db, token);
