import type { DBSchema } from 'idb';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { keyOf, type RowKey } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import type { Standings } from '$lib/domain/figures/standings';
import type { Cursor, Receipt, SyncResponse } from '$lib/protocol/sync';
import { openStore, type Store } from './database';

/** Where this device stands, and what is confirmed beside the rows. */
export type Place = Readonly<{
  cursor: Cursor | null;
  /** Where the ward stood at the last contact, if that is beyond the cursor; not there in what older versions stored. */
  head?: Cursor | null;
  /** Names the history that the receipts belong to: a new one with every reset (EP1). */
  history: string;
  /** The rows on show contain all of `history` up to `seq`. */
  contained: { history: string; seq: number };
  /** A reset is under way: push what is held, then gather a snapshot aside, then swap. */
  resetting: boolean;
  /** The device's and the server's clock at the last contact, milliseconds (TI1). */
  contact: { device: number; server: number } | null;
  safe: number;
  /** Changes when rows were taken away: what is in memory must be read anew. */
  generation: number;
  /** Households, people and visits that have left this phone's groups; forgotten once nothing waits (SV7). */
  leaving: readonly HouseholdId[];
  /** What the ward counts of this device (EP3, EP4). */
  day: SyncResponse['day'] | null;
  lost: number;
  /** The ward's campaign or standings hold words that this version does not know: the old ones are kept (EN4). */
  hasNewWords?: boolean;
}>;

export type CampaignHere = Readonly<{ version: string; campaign: Campaign; groups: GroupId[] }>;

/** What the server said. May be dropped and filled again at any time (OB4). */
interface ConfirmedSchema extends DBSchema {
  rows: { key: string; value: { key: string; row: Row }; indexes: { seq: number; household: string } };
  staging: { key: string; value: { key: string; row: Row } };
  /** Absorbed receipts, answer by answer, on their way to the sent book, which lives in the other database. */
  receipts: { key: number; value: Receipt[] };
  meta: { key: string; value: unknown };
}
export type ConfirmedStore = Store<ConfirmedSchema>;

export const openConfirmed = (prefix: string, account: string): ConfirmedStore =>
  openStore<ConfirmedSchema>(`${prefix}-confirmed-${account}`, 1, (db) => {
    const rows = db.createObjectStore('rows', { keyPath: 'key' });
    rows.createIndex('seq', 'row.seq');
    rows.createIndex('household', 'row.household');
    db.createObjectStore('staging', { keyPath: 'key' });
    db.createObjectStore('receipts', { autoIncrement: true });
    db.createObjectStore('meta');
  });

const NOWHERE: Place = {
  cursor: null,
  history: 'first',
  contained: { history: 'first', seq: 0 },
  resetting: false,
  contact: null,
  safe: 0,
  generation: 0,
  leaving: [],
  day: null,
  lost: 0
};

export const readPlace = (confirmed: ConfirmedStore): Promise<Place> =>
  confirmed.run(async (db) => ((await db.get('meta', 'place')) as Place | undefined) ?? NOWHERE);

/** In which history the numbers of the rows on show were given; in none that is known while they are being replaced (EP1). */
export const epochOnShow = (place: Place | undefined): string | null =>
  (!place?.resetting && place?.cursor?.epoch) || null;

/** As it was stored, perhaps by an earlier version of the app. */
export const readCampaign = (confirmed: ConfirmedStore): Promise<CampaignHere | undefined> =>
  confirmed.run(async (db) => (await db.get('meta', 'campaign')) as CampaignHere | undefined);

export const readStandings = (confirmed: ConfirmedStore): Promise<Standings | undefined> =>
  confirmed.run(async (db) => (await db.get('meta', 'standings')) as Standings | undefined);

/** The ward's public key, as it came with an answer (OB6). */
export type Seal = NonNullable<SyncResponse['seal']>;

export const readSeal = (confirmed: ConfirmedStore): Promise<Seal | undefined> =>
  confirmed.run(async (db) => (await db.get('meta', 'seal')) as Seal | undefined);

/** Absorbed receipts that have not reached the sent book yet: the last word on each entry, and where it all lies. */
export const pendingReceipts = (
  confirmed: ConfirmedStore
): Promise<{ receipts: Receipt[]; keys: number[] }> =>
  confirmed.run(async (db) => {
    const tx = db.transaction('receipts');
    const [answers, keys] = await Promise.all([tx.store.getAll(), tx.store.getAllKeys()]);
    return { receipts: [...new Map(answers.flat().map((receipt) => [receipt.id, receipt])).values()], keys };
  });

/** An answer is in the rows, but its receipts have not reached the sent book, or what is to be forgotten still lies here. */
export const isHalfAbsorbed = async (confirmed: ConfirmedStore): Promise<boolean> =>
  (await confirmed.run((db) => db.count('receipts'))) > 0 || (await readPlace(confirmed)).leaving.length > 0;

export const forgetPendingReceipts = (confirmed: ConfirmedStore, keys: readonly number[]): Promise<void> =>
  confirmed.run(async (db) => {
    const tx = db.transaction('receipts', 'readwrite');
    keys.forEach((key) => void tx.store.delete(key));
    await tx.done;
  });

/** Forgets what left, household by household or one by one, and says so to whoever has it in memory (SV7). */
export const forgetLeaving = (confirmed: ConfirmedStore): Promise<void> =>
  confirmed.run(async (db) => {
    const tx = db.transaction(['rows', 'meta'], 'readwrite');
    const place = (await tx.objectStore('meta').get('place')) as Place;
    const rows = tx.objectStore('rows');
    for (const name of place.leaving) {
      const keys = await rows.index('household').getAllKeys(name);
      const own = [`person:${name}`, `visit:${name}`];
      [...keys, ...own].forEach((key) => void rows.delete(key));
      void rows.delete(IDBKeyRange.bound(`difference:person/${name}/`, `difference:person/${name}/\uffff`));
    }
    void tx.objectStore('meta').put({ ...place, leaving: [], generation: place.generation + 1 }, 'place');
    await tx.done;
  });

/** A reset begins (EP1): the new place is noted at once, so that it happens once. */
export const beginReset = (
  confirmed: ConfirmedStore,
  cursor: Cursor | null,
  history: string
): Promise<void> =>
  confirmed.run(async (db) => {
    const tx = db.transaction(['meta', 'staging', 'receipts'], 'readwrite', { durability: 'strict' });
    const place = ((await tx.objectStore('meta').get('place')) as Place | undefined) ?? NOWHERE;
    void tx.objectStore('staging').clear();
    void tx.objectStore('receipts').clear();
    // It may be another group's history from now on.
    void tx.objectStore('meta').delete('history');
    void tx
      .objectStore('meta')
      .put({ ...place, cursor, head: null, history, resetting: true, safe: 0 }, 'place');
    await tx.done;
  });

/**
 * The rows in memory, read once per opening, kept by this one place: encryption at rest can come in here.
 * `refresh` takes what another page or the worker has stored and says which rows changed.
 */
export class ConfirmedRows {
  readonly #confirmed: ConfirmedStore;
  #rows = new Map<RowKey, Row>();
  #contained = { history: '', seq: -1 };
  #generation = -1;

  constructor(confirmed: ConfirmedStore) {
    this.#confirmed = confirmed;
  }

  get = (key: RowKey): Row | undefined => this.#rows.get(key);

  all = (): IterableIterator<Row> => this.#rows.values();

  get contained(): { history: string; seq: number } {
    return this.#contained;
  }

  /** Rows that are new here; "all" when the whole picture was replaced. */
  async refresh(): Promise<Row[] | 'all'> {
    const { rows, place, replaced } = await this.#confirmed.run(async (db) => {
      const tx = db.transaction(['rows', 'meta']);
      const place = ((await tx.objectStore('meta').get('place')) as Place | undefined) ?? NOWHERE;
      const replaced = place.generation !== this.#generation;
      const found = replaced
        ? await tx.objectStore('rows').getAll()
        : await tx.objectStore('rows').index('seq').getAll(IDBKeyRange.lowerBound(this.#contained.seq, true));
      return { rows: found.map(({ row }) => row), place, replaced };
    });
    if (replaced) this.#rows = new Map();
    rows.forEach((row) => this.#rows.set(keyOf(row), row));
    this.#contained = place.contained;
    this.#generation = place.generation;
    return replaced ? 'all' : rows;
  }
}
