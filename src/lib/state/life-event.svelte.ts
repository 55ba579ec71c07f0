import { alleyOf } from '$lib/domain/people/address';
import type { Day } from '$lib/domain/calendar';
import { Finder } from '$lib/domain/people/finding';
import type { Household } from '$lib/domain/people/household';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { HouseholdId, PersonId } from '$lib/domain/ids';
import {
  type Carried,
  changesHead,
  comesIn,
  dies,
  type Happening,
  joins,
  type Leaving,
  type LifeEvent,
  movesAway,
  splits
} from '$lib/domain/people/life-event';
import type { Person, Relation, Residence, Sex } from '$lib/domain/people/person';
import type { Drafts } from './drafts.svelte';
import { FormDraft } from './form-draft.svelte';
import { placeFor } from './new-household';
import type { Phone, Recorded } from './phone.svelte';

type Address = Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street' | 'addressNote'>;

/** What is told of an event before it is recorded; text and nothing else, so that it survives an empty battery. */
export type Told = {
  people: PersonId[];
  name: string;
  birth: string | null;
  sex: Sex | null;
  relation: Relation | null;
  residence: Residence | null;
  on: Day | null;
  place: string;
  head: PersonId | null;
  address: { [Key in keyof Address]: string };
  into: HouseholdId | null;
};

/** What is still to be told; the screen has the sentence. */
export type Lack = 'name' | 'who' | 'head' | 'into' | 'day' | 'birth';

/** As many households as are offered to join. */
const MOST_OFFERED = 6;

/** One event in the life of a household as it is being told (biến động nhân khẩu); recorded as one act. */
export class LifeEventForm {
  readonly #phone: Phone;
  readonly event: LifeEvent;
  readonly id: HouseholdId;
  readonly #finder = new Finder();
  readonly #form: FormDraft<Told>;

  constructor(phone: Phone, drafts: Pick<Drafts, 'read' | 'keep'>, event: LifeEvent, id: HouseholdId) {
    this.#phone = phone;
    this.event = event;
    this.id = id;
    this.#form = new FormDraft(drafts, `${event}/${id}`, () => this.#blank);
  }

  get told(): Told {
    return this.#form.told;
  }

  get #blank(): Told {
    const { houseNumber, subAlley, alley, street, addressNote } = this.file.household;
    const filled = [houseNumber, subAlley, alley, street, addressNote].map((part) => part ?? '');
    const [number = '', sub = '', lane = '', way = '', note = ''] = filled;
    const address = { houseNumber: number, subAlley: sub, alley: lane, street: way, addressNote: note };
    return { ...NOTHING, on: this.#phone.today, address };
  }

  get file(): HouseholdFile {
    return this.#phone.picture.file(this.id)!;
  }

  readonly people = $derived.by((): readonly Person[] => this.file.people.filter(({ closed }) => !closed));

  readonly going = $derived.by(() => this.people.filter(({ id }) => this.told.people.includes(id)));

  readonly staying = $derived.by(() => this.people.filter(({ id }) => !this.told.people.includes(id)));

  /** Who may be head after the event; nobody where it does not ask. */
  readonly candidates = $derived.by((): readonly Person[] => {
    if (this.event === 'split') return this.going;
    const isHeadGoing = this.going.some(({ id }) => id === this.file.household.head);
    return isHeadGoing ? this.staying : [];
  });

  /** Who was chosen to be head; one alone need not be chosen. */
  readonly head = $derived.by((): PersonId | null => {
    const [first, ...others] = this.candidates;
    if (first && others.length === 0) return first.id;
    return this.candidates.find(({ id }) => id === this.told.head)?.id ?? null;
  });

  /** Households of the group that can be joined: those meant by the words, the neighbours where nothing is typed. */
  others(query: string): readonly HouseholdFile[] {
    const { files } = this.#phone.picture;
    const listed = files.filter(({ household }) => household.id !== this.id).map((file) => ({ file }));
    if (query.trim())
      return this.#finder
        .find(query, listed)
        .slice(0, MOST_OFFERED)
        .map(({ listed }) => listed.file);
    const here = files.findIndex(({ household }) => household.id === this.id);
    const from = Math.max(0, here - MOST_OFFERED / 2);
    return listed.slice(from, from + MOST_OFFERED).map(({ file }) => file);
  }

  tell(changed: Partial<Told>): void {
    this.#form.tell(changed);
  }

  /** What keeps the event from being recorded. */
  readonly lack = $derived.by((): Lack | undefined => {
    const { told, event } = this;
    if (event === 'birth' || event === 'arrival') {
      if (!told.name) return 'name';
      return event === 'birth' && !told.birth ? 'birth' : told.on ? undefined : 'day';
    }
    if (event === 'new-head') return told.head ? undefined : 'head';
    if (this.going.length === 0) return 'who';
    if (!told.on) return 'day';
    if (event === 'join' && !told.into) return 'into';
    return this.candidates.length > 0 && !this.head ? 'head' : undefined;
  });

  async record(): Promise<Recorded> {
    const { event, changes, adds } = this.#happening();
    const recorded = await this.#phone.record('life-event', changes, { about: { event, adds } });
    if (recorded.kind === 'saved') this.#form.forget();
    return recorded;
  }

  #happening(): Happening {
    const { told, file } = this;
    switch (this.event) {
      case 'birth':
        return comesIn('birth', file, { ...this.#comer(), residence: 'permanent' });
      case 'arrival':
        return comesIn('arrival', file, { ...this.#comer(), arrivedOn: told.on });
      case 'death':
        return dies(file, this.#leaving());
      case 'departure':
        return movesAway(file, this.#leaving(), told.place || null);
      case 'split':
        return this.#split();
      case 'join':
        return joins(file, this.#leaving(), this.#carried(), told.into!);
      case 'new-head':
        return changesHead(file, told.head!);
    }
  }

  #comer() {
    const { name, birth, sex, relation, residence, place } = this.told;
    const id = this.#phone.newId<PersonId>();
    return { id, name, birth, sex, relation, residence, arrivedOn: null, arrivedFrom: place || null };
  }

  #leaving(): Leaving {
    return { people: this.going, on: this.told.on!, headAfter: this.event === 'split' ? null : this.head };
  }

  /** Where the head founds the new household, the first of those who stay is head here. */
  #split(): Happening {
    const { address } = this.told;
    const id = this.#phone.newId<HouseholdId>();
    const isHeadGoing = this.going.some((person) => person.id === this.file.household.head);
    const leaving = { ...this.#leaving(), headAfter: (isHeadGoing && this.staying[0]?.id) || null };
    return splits(this.file, leaving, this.#carried(), {
      ...{ ...address, id, head: this.head! },
      walkOrder: this.#placeNear(address)
    });
  }

  #carried(): Carried[] {
    return this.going.flatMap(({ id }) => {
      const row = this.#phone.picture.row(`person:${id}`);
      return row ? [{ row, id: this.#phone.newId<PersonId>() }] : [];
    });
  }

  /** Next door, where the new household stays in the alley. */
  #placeNear(address: Address): number {
    const { files } = this.#phone.picture;
    const here = files.findIndex(({ household }) => household.id === this.id);
    if (here < 0 || alleyOf(address) !== alleyOf(this.file.household)) return placeFor(this.#phone, address);
    const { walkOrder } = files[here]!.household;
    const next = files[here + 1]?.household.walkOrder;
    return next === undefined ? walkOrder + 1 : (walkOrder + next) / 2;
  }
}

const NOTHING: Told = {
  ...{ people: [], name: '', birth: null, sex: null, relation: null, residence: null },
  ...{ on: null, place: '', head: null, into: null },
  address: { houseNumber: '', subAlley: '', alley: '', street: '', addressNote: '' }
};
