import type { HouseholdId } from '$lib/domain/ids';
import {
  type Message,
  messageFrom,
  type MessageSeen,
  messageSeenFrom,
  unseenOf
} from '$lib/domain/people/message';
import type { Phone, Recorded } from './phone.svelte';

/** What the ward has said to the group, and what the group has said to have read (lời phường nhắn). */
export class MessageBook {
  readonly #phone: Phone;

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  /** The newest first. */
  readonly all = $derived.by((): Message[] =>
    this.#ofType('message')
      .map(messageFrom)
      .sort((a, b) => b.seq - a.seq)
  );

  readonly unseen = $derived.by((): Message[] =>
    unseenOf(this.all, this.#ofType('message-seen').map(messageSeenFrom))
  );

  /** Says once, for the whole group, that it was read; who and when is the entry's to say. */
  markSeen({ id }: Message): Promise<Recorded> {
    const { groupId, today } = this.#phone;
    const set: Pick<MessageSeen, 'message' | 'on'> = { message: id, on: today };
    return this.#phone.record('message-seen', [
      {
        type: 'message-seen',
        id: this.#phone.newId(),
        household: groupId as string as HouseholdId,
        set
      }
    ]);
  }

  #ofType(wanted: string) {
    return this.#phone.picture.papers.filter(({ type }) => type === wanted);
  }
}
