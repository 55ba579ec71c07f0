import type { EntryId } from '$lib/domain/ids';
import type { Receipt } from '$lib/protocol/sync';
import type { KnownEntry } from '../queries/entries';

/** The server's word on a stored entry, as it stands now. */
export const receiptOf = (entry: KnownEntry, already = false): Receipt => ({
  id: entry.id as EntryId,
  status: entry.status,
  number: entry.number,
  decided: entry.decided,
  at: entry.received_at,
  ...(already && { already }),
  ...(entry.reason !== null && { reason: entry.reason }),
  ...(entry.field !== null && { field: entry.field })
});
