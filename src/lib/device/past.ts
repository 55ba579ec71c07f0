import type { ClosedPeriod } from '$lib/domain/figures/closed-period';
import type { History } from '$lib/domain/figures/history';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import type { ConfirmedStore } from './confirmed';

/** A closed period (kỳ đã chốt) on this phone; its version changes with every amendment. */
export type ClosedHere = Readonly<{ version: string; period: ClosedPeriod }>;

/** What the ward keeps of earlier days, as far as this phone holds it. */
export type Past = Readonly<{ closed: readonly ClosedPeriod[]; history: History | undefined }>;

/** The store of a transaction in which an answer is taken in. */
type Kept = Readonly<{
  get: (key: string) => Promise<unknown>;
  put: (value: unknown, key: string) => Promise<unknown>;
}>;

/** Takes in what an answer says of earlier days, inside the transaction of all the rest (EX4). */
export async function keepPast(meta: Kept, { closed, history }: SyncResponse): Promise<void> {
  if (closed) {
    const held = ((await meta.get('closed')) as ClosedHere[] | undefined) ?? [];
    const known = [...held, ...closed.periods].filter(({ version }) => closed.versions.includes(version));
    void meta.put([...new Map(known.map((one) => [one.version, one])).values()], 'closed');
    void meta.put(
      known.map(({ version }) => version),
      'closed-versions'
    );
  }
  if (history) {
    const held = (await meta.get('history')) as History | undefined;
    void meta.put(joined(held, history), 'history');
  }
}

/** A day that comes again is the newer word on it; another group's days are not this one's. */
function joined(held: History | undefined, news: History): History {
  if (!held || held.group !== news.group || held.groups.join() !== news.groups.join()) return news;
  const [first] = news.days;
  return { ...news, days: [...held.days.filter(({ day }) => !first || day < first.day), ...news.days] };
}

/** For the next request: what need not be sent again. */
export const readPastHeld = (
  confirmed: ConfirmedStore
): Promise<Required<Pick<SyncRequest, 'closed' | 'history'>>> =>
  confirmed.run(async (db) => {
    const [closed, history] = await Promise.all([
      db.get('meta', 'closed-versions') as Promise<string[] | undefined>,
      db.get('meta', 'history') as Promise<History | undefined>
    ]);
    return { closed: closed ?? [], history: history?.days.at(-1)?.day ?? null };
  });

/** Closed periods, the newest first, and the history. */
export const readPast = (confirmed: ConfirmedStore): Promise<Past> =>
  confirmed.run(async (db) => {
    const closed = ((await db.get('meta', 'closed')) as ClosedHere[] | undefined) ?? [];
    const history = (await db.get('meta', 'history')) as History | undefined;
    const periods = closed.map(({ period }) => period).sort((a, b) => b.asOf.localeCompare(a.asOf));
    return { closed: periods, history };
  });
