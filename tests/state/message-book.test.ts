import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/domain/entry/row';
import type { HouseholdId } from '$lib/domain/ids';
import { MessageBook } from '$lib/state/message-book.svelte';
import { aCampaign, anId, THE_DAY } from '../support/factories';
import { aStandInPhone } from './stand-in-phone';

const group = aCampaign().groups[0]!.id;

const aPaper = (type: string, seq: number, set: Record<string, string>): Row => ({
  ...{ type, id: anId<string>(), household: group as string as HouseholdId, group, seq },
  fields: Object.fromEntries(Object.entries(set).map(([field, value]) => [field, [value, seq]]))
});

describe('what the ward says to a group', () => {
  const first = aPaper('message', 5, { text: 'Chốt số liệu trước 10/12.', on: THE_DAY });
  const second = aPaper('message', 9, { text: 'Còn 41 hộ chưa rà soát.', on: THE_DAY });

  it('stands there, the newest first, until somebody of the group says to have read it', async () => {
    const { phone, recorded } = aStandInPhone({ papers: [first, second] });
    const book = new MessageBook(phone);
    expect(book.unseen.map(({ id }) => id)).toEqual([second.id, first.id]);
    await book.markSeen(book.unseen[1]!);
    const [{ kind, changes }] = recorded as [(typeof recorded)[number]];
    expect(kind).toBe('message-seen');
    expect(changes[0]).toMatchObject({
      type: 'message-seen',
      household: group,
      set: { message: first.id, on: THE_DAY }
    });
  });

  it('read by one is read for all, and can still be read again', () => {
    const seen = aPaper('message-seen', 11, { message: first.id, on: THE_DAY });
    const book = new MessageBook(aStandInPhone({ papers: [first, second, seen] }).phone);
    expect(book.unseen.map(({ id }) => id)).toEqual([second.id]);
    expect(book.all).toHaveLength(2);
  });
});
