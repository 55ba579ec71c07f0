import { createHash, randomUUID } from 'node:crypto';
import type { Frozen } from '$lib/device/outbox';
import { ENTRY_SCHEMA, type EntryBody, type FieldChange } from '$lib/domain/entry/entry';
import type { AccountId, EntryId, GroupId, HouseholdId } from '$lib/domain/ids';
import type { Receipt, SyncResponse } from '$lib/protocol/sync';

export const newId = (): string => randomUUID();

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A first answer to a question that nobody had answered. */
export const aChange: FieldChange = { value: 'yes', seen: null, base: 0, own: [] };

/** A body that sets one field of one person. */
export const aBody = (changes: Partial<EntryBody['changes'][number]> = {}): EntryBody => ({
  epoch: null,
  changes: [
    {
      type: 'person',
      id: newId(),
      household: newId() as HouseholdId,
      set: { insurance: aChange },
      ...changes
    }
  ]
});

/** An entry as it is at the tap, before the device has counted it. */
export function aFrozenEntry(changed: Partial<Frozen> = {}): Frozen {
  const body = changed.body ?? JSON.stringify(aBody());
  return {
    id: newId() as EntryId,
    kind: 'person.change',
    schema: ENTRY_SCHEMA,
    group: newId() as GroupId,
    author: newId() as AccountId,
    clock: { wall: Date.UTC(2026, 10, 20), contact: null },
    buildsOn: [],
    body,
    sha: sha256(body),
    ...changed
  };
}

export const aReceipt = (id: EntryId, changed: Partial<Receipt> = {}): Receipt => ({
  id,
  status: 'applied',
  number: 1,
  decided: changed.number ?? 1,
  at: Date.UTC(2026, 10, 20),
  ...changed
});

/** A whole answer of the ward that says nothing new. */
export const anAnswer = (changed: Partial<SyncResponse> = {}): SyncResponse => ({
  ...{ request: newId(), reset: false, receipts: [], rows: [], more: false },
  cursor: { ward: 'w', epoch: 'e', seq: 3, chain: 'c', scope: 's' },
  ...{ serverTime: Date.UTC(2026, 10, 20), safe: 0, pause: 0, spread: 0, end: 'end' },
  ...changed
});
