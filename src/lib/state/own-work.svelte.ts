import type { OwnWork } from '$lib/device/open';
import { owedActs } from '$lib/device/owed';
import type { SentEntry } from '$lib/device/work';
import { capturedAt, isAbout } from '$lib/domain/delivery/captured-time';
import type { Entry, EntryBody } from '$lib/domain/entry/entry';
import type { EntryId, GroupId } from '$lib/domain/ids';
import type { OwnAct } from '$lib/domain/entry/overlay';
import { keyOf } from '$lib/domain/entry/reading';
import { bodyOf } from '$lib/domain/entry/upcast';
import type { Receipt } from '$lib/protocol/sync';
import { type Ledger, ledgerOf } from './ledger';

/** One of the person's entries as the screen lists it. */
export type OwnEntry = Readonly<{
  id: EntryId;
  n: number;
  kind: string;
  group: GroupId;
  /** When it was tapped, corrected (TI1); milliseconds. */
  at: number;
  /** The time is only about so: the phone's clock said what cannot be (TI1). */
  isAbout: boolean;
  entry: Entry;
  stage: 'on-phone' | 'received';
  receipt?: Receipt;
  received?: Pick<SentEntry, 'receipt' | 'history'>;
  readonly body: EntryBody;
}>;

const LATEST = 300;

/** The person's own entries in memory: what waits and what was sent. */
export class OwnWorkBook {
  #entries: readonly OwnEntry[] = $state.raw([]);
  #made = $state(0);

  /** In the order of n. */
  get entries(): readonly OwnEntry[] {
    return this.#entries;
  }

  readonly unsent = $derived(this.#entries.filter(({ stage }) => stage === 'on-phone'));

  /** Where the newest own value of each field is; only of the latest entries, which a screen may still speak of. */
  readonly #stages = $derived(
    new Map(
      this.#entries
        .slice(-LATEST)
        .flatMap(({ stage, body }) =>
          body.changes.flatMap((change) =>
            Object.keys(change.set).map((field) => [`${keyOf(change)}.${field}`, stage] as const)
          )
        )
    )
  );

  stage(type: string, id: string, field: string): 'on-phone' | 'received' | undefined {
    return this.#stages.get(`${type}:${id}.${field}`);
  }

  /** What the device holds; an entry made while it was being read is kept. */
  take({ outbox, sent, counts }: OwnWork): void {
    const newer = this.#entries.filter(({ n }) => n > counts.n);
    this.#made = Math.max(this.#made, counts.n);
    this.#entries = [
      ...outbox.map((entry) => listed(entry)),
      ...sent.map((received) => listed(received.entry, received)),
      ...newer
    ].sort((a, b) => a.n - b.n);
  }

  add(entry: Entry): void {
    this.#made = Math.max(this.#made, entry.n);
    this.#entries = [...this.#entries, listed(entry)];
  }

  /** Entries that the rows on show do not contain: to be laid over them (PH1). */
  owed(contained: { history: string; seq: number }): OwnAct[] {
    return owedActs(this.#entries, contained);
  }

  ledger(openDifferences: ReadonlySet<string>, lost: number): Ledger {
    return ledgerOf(this.#made, this.#entries, openDifferences, lost);
  }
}

function listed(entry: Entry, received?: SentEntry): OwnEntry {
  const receipt = received?.receipt;
  let body: EntryBody | undefined;
  return {
    id: entry.id,
    n: entry.n,
    kind: entry.kind,
    group: entry.group,
    at: capturedAt(entry.clock, receipt?.at ?? Infinity),
    isAbout: isAbout(entry.clock, receipt?.at ?? Infinity),
    entry,
    stage: receipt ? 'received' : 'on-phone',
    receipt,
    received,
    // Thousands may lie in the sent book; only the few that are looked at are read.
    get body() {
      return (body ??= bodyOf(entry));
    }
  };
}
