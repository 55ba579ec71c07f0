import { describe, expect, it } from 'vitest';
import type { AccountId, GroupId } from '$lib/domain/ids';
import { PRACTICE_GROUP } from '$lib/domain/practice';
import { FirstRun } from '$lib/state/first-run.svelte';
import type { Phone } from '$lib/state/phone.svelte';
import { anId } from '../support/factories';

const aPhone = (made = 0, groupId = anId<GroupId>(), account = anId<AccountId>()) =>
  ({ ledger: { made }, groupId, actor: { account } }) as unknown as Phone;

const theNotes = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  };
};

describe('a first run', () => {
  it('is led until the way was shown or waved off, by each person on the phone', () => {
    const [hoa, lan, notes] = [aPhone(), aPhone(), theNotes()];
    const run = new FirstRun(hoa, notes);
    expect(run.current).toBe(true);
    run.end();
    expect([run.current, new FirstRun(hoa, notes).current]).toEqual([false, false]);
    expect(new FirstRun(lan, notes).current).toBe(true);
  });

  it('is not led for who has recorded something, however long ago, nor on the made-up group', () => {
    expect(new FirstRun(aPhone(1), theNotes()).current).toBe(false);
    expect(new FirstRun(aPhone(0, PRACTICE_GROUP), theNotes()).current).toBe(false);
  });

  it('is waved off on a full phone too, for this time', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const run = new FirstRun(aPhone(), { getItem: () => null, setItem: full });
    run.end();
    expect(run.current).toBe(false);
  });
});
