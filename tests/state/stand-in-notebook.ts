import type { AccountId, EntryId } from '$lib/domain/ids';
import type { OwnEntry } from '$lib/state/own-work.svelte';
import type { Phone } from '$lib/state/phone.svelte';
import { SECOND_COPY_FORMAT, type SecondCopy } from '$lib/protocol/second-copy';
import { anId } from '../support/factories';

type World = {
  /** When each unsent entry was tapped, by the ward's time. */
  unsentAt?: readonly number[];
  now?: number;
  clockAhead?: number;
  hasSeal?: boolean;
};

const ACCOUNT = anId<AccountId>();

/** What Sổ gửi asks of a phone with unsent work. */
export function aNotebook({ unsentAt = [], now = 0, clockAhead = 0, hasSeal = true }: World) {
  const unsent = unsentAt.map(
    (at, index) => ({ id: anId<EntryId>(), n: index + 1, at, stage: 'on-phone' }) as OwnEntry
  );
  const copy = { format: SECOND_COPY_FORMAT, entries: unsent.length } as SecondCopy;
  const phone = {
    actor: { account: ACCOUNT },
    wardTime: now,
    clockAhead,
    sync: { kind: 'idle' },
    own: { unsent },
    entries: [...unsent].reverse(),
    ledger: { unsent: unsent.length },
    sealSecondCopy: async () => (hasSeal && unsent.length > 0 ? copy : undefined)
  };
  return { phone: phone as unknown as Phone };
}
