import { showAddress } from '$lib/domain/people/address';
import { dayOf } from '$lib/domain/calendar';
import { type Approval, approvalOf } from '$lib/domain/people/approval';
import { reviewFrom, signOffFrom } from '$lib/domain/people/sign-off';
import { findTakeable } from '$lib/domain/entry/take-back';
import type { OwnEntry } from './own-work.svelte';
import type { Phone, Recorded } from './phone.svelte';

export const SHELVES = ['quarantined', 'review', 'waiting', 'unsent', 'received-today'] as const;
export type Shelf = (typeof SHELVES)[number];

/** What was recorded on this phone and where it is (sổ gửi). */
export class OutboxList {
  readonly #phone: Phone;

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  /** Each shelf newest first; only what waits may be long. */
  readonly shelves = $derived.by((): Record<Shelf, readonly OwnEntry[]> => {
    const { entries, picture, today } = this.#phone;
    const sent = entries.filter(({ stage }) => stage === 'received');
    const withStatus = (status: string) => sent.filter(({ receipt }) => receipt?.status === status);
    return {
      quarantined: withStatus('quarantined'),
      review: withStatus('review').filter(({ id }) => picture.openDifferences.has(id)),
      waiting: withStatus('waiting'),
      unsent: entries.filter(({ stage }) => stage === 'on-phone'),
      'received-today': sent.filter(({ receipt }) => receipt && dayOf(receipt.at) === today)
    };
  });

  /** What the ward has approved with a period (đã duyệt): told from receipts and reviews only (PH2). */
  readonly #approval = $derived.by((): Approval => {
    const { campaign, picture } = this.#phone;
    const of = (type: string) => picture.papers.filter((row) => row.type === type);
    return approvalOf(campaign?.periods ?? [], of('sign-off').map(signOffFrom), of('review').map(reviewFrom));
  });

  isApproved({ receipt, body }: OwnEntry): boolean {
    const { upTo, except } = this.#approval;
    if (receipt?.status !== 'applied' || receipt.number > upTo) return false;
    return !body.changes.some(({ household }) => except.has(household));
  }

  /** Of what this phone still keeps. */
  readonly approved = $derived.by((): number =>
    this.#approval.upTo === 0 ? 0 : this.#phone.entries.filter((entry) => this.isApproved(entry)).length
  );

  readonly #takeable = $derived.by((): ReadonlySet<string> => {
    const { entries, today } = this.#phone;
    const ofToday = entries.filter(({ at }) => dayOf(at) === today);
    return findTakeable(ofToday.filter(({ receipt }) => isInEffect(receipt?.status)));
  });

  /** Whether one of today's entries can be taken back: nothing newer of one's own stands upon it. */
  mayTakeBack({ id }: OwnEntry): boolean {
    return this.#takeable.has(id);
  }

  takeBack({ id }: OwnEntry): Promise<Recorded> {
    return this.#phone.undo(id);
  }

  /** Of whom an entry speaks: the person and the house, as far as this phone knows them. */
  subjectOf(entry: OwnEntry): {
    name: string | undefined;
    address: string | undefined;
    household: string | undefined;
  } {
    const [change] = entry.body.changes;
    const file = change && this.#phone.picture.file(change.household);
    const person = file?.people.find(({ id }) => id === change?.id) ?? file?.people[0];
    return {
      name: person?.name,
      address: file && showAddress(file.household),
      household: file && file.household.id
    };
  }
}

/** What the ward keeps aside, or what a person has to choose first, changes nothing that could be taken back. */
const isInEffect = (status: string | undefined): boolean => status !== 'quarantined' && status !== 'review';
