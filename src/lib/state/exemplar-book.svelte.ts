import { keepPhoto, type KeptPhoto, openPhotos, type PhotoStore, readPhoto } from '$lib/device/photos';
import type { HouseholdId } from '$lib/domain/ids';
import {
  type Exemplar,
  exemplarFrom,
  type ExemplarText,
  type Nomination,
  nominationFrom,
  nominationReviewFrom,
  nominationState,
  type NominationState
} from '$lib/domain/people/exemplar';
import { PHOTO_PATH } from '$lib/protocol/paths';
import type { Phone, Recorded } from './phone.svelte';

/** A photo as the phone has shrunk it. */
export type ChosenPhoto = Readonly<{ bytes: ArrayBuffer; type: string }>;

/** Where a photo of one's own is: on this phone, with the ward, or refused there. */
export type PhotoPlace = 'on-phone' | 'received' | 'refused';

/** What the group has nominated, and what the ward has spread to all groups (điển hình tiên tiến). */
export class ExemplarBook {
  readonly #phone: Phone;
  readonly #photos: PhotoStore;

  constructor(phone: Phone) {
    this.#phone = phone;
    this.#photos = openPhotos(phone.deviceName);
  }

  /** The newest first; what is on its way before all that has a number. */
  readonly own = $derived.by((): (Nomination & { state: NominationState })[] => {
    const reviews = this.#ofType('nomination-review').map(nominationReviewFrom);
    return this.#ofType('nomination')
      .map(nominationFrom)
      .map((one) => ({ ...one, state: nominationState(one, reviews, this.published) }))
      .sort((a, b) => (b.seq || Infinity) - (a.seq || Infinity));
  });

  /** The newest first. */
  readonly published = $derived.by((): Exemplar[] =>
    this.#ofType('exemplar')
      .map(exemplarFrom)
      .filter(({ isShown }) => isShown)
      .sort((a, b) => b.seq - a.seq)
  );

  stage(id: string): 'on-phone' | 'received' | undefined {
    return this.#phone.picture.stage('nomination', id, 'title');
  }

  /** The photo is durable before the nomination that names it is; it goes to the ward after the figures (PO1). */
  async nominate(text: Omit<ExemplarText, 'photo'>, photo: ChosenPhoto | string | null): Promise<Recorded> {
    const { groupId, today, wardTime: at } = this.#phone;
    const id = this.#phone.newId();
    let sum = typeof photo === 'string' ? photo : null;
    try {
      if (photo && typeof photo !== 'string')
        sum = await keepPhoto(this.#photos, { ...photo, nomination: id, at });
    } catch {
      return { kind: 'failed', reason: 'storage' };
    }
    const set = { ...text, ...(sum && { photo: sum }), on: today };
    return this.#phone.record('nomination', [
      { type: 'nomination', id, household: groupId as string as HouseholdId, set }
    ]);
  }

  /** From this phone where it is here, else from the ward. */
  async addressOf(sha: string): Promise<string> {
    const kept = await this.#kept(sha);
    return kept
      ? URL.createObjectURL(new Blob([kept.bytes], { type: kept.type }))
      : `${PHOTO_PATH}/${encodeURIComponent(sha)}`;
  }

  /** Nothing where it was chosen on another phone. */
  async placeOf(sha: string): Promise<PhotoPlace | undefined> {
    const kept = await this.#kept(sha);
    if (!kept) return;
    if (kept.refused !== null) return 'refused';
    return kept.sentTo === null ? 'on-phone' : 'received';
  }

  close = (): Promise<void> => this.#photos.close();

  async #kept(sha: string): Promise<KeptPhoto | undefined> {
    try {
      return await readPhoto(this.#photos, sha);
    } catch {
      return undefined;
    }
  }

  #ofType(wanted: string) {
    return this.#phone.picture.papers.filter(({ type }) => type === wanted);
  }
}
