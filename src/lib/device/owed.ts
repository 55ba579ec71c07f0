import type { Entry, EntryBody } from '$lib/domain/entry/entry';
import type { OwnAct } from '$lib/domain/entry/overlay';
import { fieldNamed, spokenFields } from '$lib/domain/entry/overtaken';
import type { SentEntry } from './work';

/** One of the person's entries, with its receipt where it has one. */
type Own = Readonly<{
  entry: Entry;
  body: EntryBody;
  received?: Pick<SentEntry, 'receipt' | 'history'>;
}>;

type Contained = Readonly<{ history: string; seq: number }>;

/**
 * Entries that the rows on show do not contain: to be laid over them (PH1). An older one that is still owed, while a newer
 * one of this phone is already in the rows, lays nothing over what the newer has said (CO2).
 */
export function owedActs(own: readonly Own[], contained: Contained): OwnAct[] {
  const owed = own.filter(({ received }) => !received || isOwed(received, contained));
  const oldest = owed.reduce((least, { entry }) => Math.min(least, entry.n), Infinity);
  const above = own.filter(
    ({ entry, received }) => entry.n > oldest && received && !isOwed(received, contained)
  );
  return owed.map(({ entry, body }) => ({
    ...entry,
    body: above.length > 0 ? left(entry, body, above, own) : body
  }));
}

/** Received, and not contained yet or waiting for another. One that is not in effect leaves the picture by itself. */
function isOwed({ receipt, history }: NonNullable<Own['received']>, contained: Contained): boolean {
  if (receipt.status === 'quarantined') return false;
  return history !== contained.history || receipt.status === 'waiting' || receipt.decided > contained.seq;
}

function left({ n }: Entry, body: EntryBody, above: readonly Own[], own: readonly Own[]): EntryBody {
  const newer = above
    .filter(({ entry }) => entry.n > n)
    .map((one) => ({ ...one.entry, body: one.body, status: one.received?.receipt.status }));
  const statusOf = (id: string) => own.find(({ entry }) => entry.id === id)?.received?.receipt.status;
  const spoken = spokenFields(newer, statusOf);
  const changes = body.changes.map((change) => ({
    ...change,
    set: Object.fromEntries(
      Object.entries(change.set).filter(([field]) => !spoken.has(fieldNamed(change, field)))
    )
  }));
  return { ...body, changes };
}
