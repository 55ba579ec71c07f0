import type { Entry, EntryBody } from '$lib/domain/entry/entry';
import type { EntryId } from '$lib/domain/ids';
import type { FieldValue } from '$lib/domain/entry/row';
import { keyOf, type RowKey, valueOf } from '$lib/domain/entry/reading';
import type { Day } from '$lib/domain/calendar';
import { Broken, must } from './broken';
import { figuresAreARecount } from './own-figures';
import type { OwnEntry } from './page';
import type { SimulatedPhone } from './phone';

/** An entry of which the phone said "trên máy". */
export type SavedEntry = Readonly<{ entry: Entry; phone: number }>;

type Own = { key: RowKey; field: string; value: FieldValue; id: EntryId };

/** A mistake in a count kept up change by change stays in it: a recount at every so many looks is enough. */
const RECOUNTED = 5;

/** Watches that an own value, once shown, never goes back unless somebody else touched it (I11). */
export class Shown {
  readonly #own = new Map<number, Map<string, Own>>();
  readonly #touchedBy = new Map<string, Set<number>>();
  readonly #unwatched = new Set<number>();
  /** Phones that have had a picture since nobody took it from them. */
  readonly #filled = new Set<number>();
  #wasSetBack = false;
  #looks = 0;

  saves(phone: SimulatedPhone, entry: Entry): void {
    const body = JSON.parse(entry.body) as EntryBody;
    const own = this.#own.get(phone.number) ?? new Map<string, Own>();
    this.#own.set(phone.number, own);
    for (const change of body.changes) {
      for (const [field, { value }] of Object.entries(change.set)) {
        const key = keyOf(change);
        const name = `${key}.${field}`;
        own.set(name, { key, field, value, id: entry.id });
        this.touches(name, phone.number);
        if (this.#unwatched.has(phone.number)) this.touches(name, -1);
      }
    }
  }

  touches(name: string, phone: number): void {
    this.#touchedBy.set(name, (this.#touchedBy.get(name) ?? new Set()).add(phone));
  }

  /** Its rows may leave it. */
  nevermind(phone: number): void {
    this.#unwatched.add(phone);
    this.forgets(phone);
  }

  /** What others had added may be away until their phones have called again (EP1, SV5). */
  wardWasSetBack(): void {
    this.#wasSetBack = true;
  }

  /** After a fault of its storage a phone has nothing to stand by. */
  forgets(phone: number): void {
    for (const name of this.#own.get(phone)?.keys() ?? []) this.touches(name, -1);
    this.#own.delete(phone);
    this.#filled.delete(phone);
  }

  async stillStands(phone: SimulatedPhone, today: Day): Promise<void> {
    const page = await phone.page();
    await page.rests();
    this.#looks += 1;
    figuresAreARecount(phone, page, today, this.#looks % RECOUNTED === 0);
    if (!phone.hadStorageFault)
      must('I10', !page.place?.lost, () => `phone ${phone.number} is told that ${page.place!.lost} are lost`);
    const isEmpty = page.confirmed().length === 0;
    if (isEmpty && this.#filled.has(phone.number))
      throw new Broken('I11', `${phone.number} shows nothing any more`);
    if (!isEmpty && !this.#unwatched.has(phone.number)) this.#filled.add(phone.number);
    for (const [name, { key, field, value, id }] of this.#own.get(phone.number) ?? []) {
      if (this.#touchedBy.get(name)!.size > 1) continue;
      const now = valueOf(page.row(key), field);
      if (Object.is(now, value)) continue;
      if (page.own.some((own) => isApart(own, key, field, value))) continue;
      if (!page.row(key) && page.own.some((own) => isWaiting(own, id) || isRefused(own, key))) continue;
      if (!page.row(key) && this.#wasSetBack && page.own.some((own) => isUnsent(own, id))) continue;
      if (takesBackWhatIsApart(page.own, id)) continue;
      throw new Broken('I11', `${phone.number} showed ${name} = ${String(value)}, now ${String(now)}`);
    }
  }
}

/** What gave this value is kept apart; taking back what lay over it shows it no more. */
const isApart = ({ body, received }: OwnEntry, key: RowKey, field: string, value: FieldValue): boolean =>
  received?.receipt.status === 'quarantined' &&
  body.changes.some((change) => keyOf(change) === key && change.set[field]?.value === value);

/** What it is about is not at a ward that was set back, until somebody else's phone has called (EP1, SV5). */
const isWaiting = ({ entry, received }: OwnEntry, id: EntryId): boolean =>
  entry.id === id && received?.receipt.status === 'waiting';

const isUnsent = ({ entry, received }: OwnEntry, id: EntryId): boolean => entry.id === id && !received;

/** Who was added by what is kept apart is not on show, nor what was recorded of them. */
const isRefused = ({ body, received }: OwnEntry, key: RowKey): boolean =>
  received?.receipt.status === 'quarantined' && body.changes.some((change) => keyOf(change) === key);

/** What takes back an entry that is kept apart gives no value of its own (CO1). */
function takesBackWhatIsApart(own: readonly OwnEntry[], id: EntryId): boolean {
  const about = own.find(({ entry }) => entry.id === id)?.body.about;
  const target = about && 'entry' in about && own.find(({ entry }) => entry.id === about.entry);
  return !!target && target.received?.receipt.status === 'quarantined';
}
