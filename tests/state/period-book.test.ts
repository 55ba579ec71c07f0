import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/domain/entry/row';
import type { HouseholdId } from '$lib/domain/ids';
import { PeriodBook } from '$lib/state/period-book.svelte';
import { aCampaign, aFile, anId, THE_DAY } from '../support/factories';
import { aStandInPhone } from './stand-in-phone';

const group = aCampaign().groups[0]!.id;
const period = anId<string>();
const periods = [
  { id: period, name: 'Kỳ tháng 11', asOf: THE_DAY, opensOn: '2025-11-20', dueBefore: '2025-12-10' }
];

const aPaper = (type: string, seq: number, set: Record<string, string>, household: string = group): Row => ({
  ...{ type, id: anId<string>(), household: household as HouseholdId, group, seq },
  fields: Object.fromEntries(
    Object.entries({ period, ...set }).map(([field, value]) => [field, [value, seq]])
  )
});

const aBook = (papers: Row[] = []) => {
  const { phone, recorded } = aStandInPhone({ files: [aFile()], papers, campaign: { periods } });
  return { book: new PeriodBook(phone), recorded };
};

describe('a reporting period on the phone', () => {
  it('waits for a signature, and stands under the figures that the screen shows', async () => {
    const { book, recorded } = aBook();
    expect(book.due).toMatchObject({ state: { kind: 'open' }, isLate: false });
    await book.sign(book.due!.period);
    const [{ kind, changes }] = recorded as [(typeof recorded)[number]];
    expect(kind).toBe('sign-off');
    expect(changes[0]).toMatchObject({ type: 'sign-off', household: group, set: { period, on: THE_DAY } });
    expect(JSON.parse(String(changes[0]!.set.figures))).toEqual(book.figuresFor(book.due!.period));
  });

  it('comes back with a reason, names the households sent back, and is due again until it is signed anew', () => {
    const signed = aPaper('sign-off', 5, { on: THE_DAY, figures: '{}' });
    const returned = aPaper('review', 6, { signOff: signed.id, verdict: 'returned', reason: 'BHYT sai' });
    const house = anId<string>(77);
    const one = aPaper('review', 7, { signOff: signed.id, verdict: 'returned', reason: 'thiếu thẻ' }, house);

    expect(aBook([signed]).book.due).toBeUndefined();
    const { book } = aBook([signed, returned, one]);
    expect(book.due!.state).toMatchObject({ kind: 'returned', review: { reason: 'BHYT sai' } });
    expect(book.due!.returned.map(({ household, reason }) => [household, reason])).toEqual([
      [house, 'thiếu thẻ']
    ]);

    const again = aPaper('sign-off', 9, { on: THE_DAY, figures: '{}' });
    expect(aBook([signed, returned, one, again]).book.lines[0]).toMatchObject({
      state: { kind: 'signed' },
      isDue: false,
      returned: []
    });
  });
});
