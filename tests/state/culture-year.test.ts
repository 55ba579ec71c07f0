import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/domain/entry/row';
import type { HouseholdId } from '$lib/domain/ids';
import { CultureYear, savedIn } from '$lib/state/culture-year.svelte';
import { aCampaign, aFile, aHousehold, anAssessment, aPerson } from '../support/factories';
import { aStandInPhone } from './stand-in-phone';

const group = aCampaign().groups[0]!.id;

const aHouseIn = (state: string | null, changed = {}) => {
  const household = aHousehold();
  const assessments = state === null ? [] : [anAssessment({ household: household.id, state, ...changed })];
  return aFile({ household, people: [aPerson({ household: household.id })], assessments });
};

const aMeeting = (set: Record<string, string | number>): Row => ({
  ...{ type: 'meeting', id: `${group}/2025`, household: group as string as HouseholdId, group, seq: 1 },
  fields: Object.fromEntries(Object.entries(set).map(([field, value]) => [field, [value, 1]]))
});

describe('the year of gia đình văn hóa on the phone', () => {
  it('takes all that are not assessed in one act of few entries, and leaves the exceptions as they are', async () => {
    const files = [
      ...Array.from({ length: 95 }, () => aHouseIn(null)),
      aHouseIn('barred'),
      aHouseIn('too-new')
    ];
    const { phone, recorded } = aStandInPhone({ files });
    const said = await new CultureYear(phone).expectTheRest(41);
    expect(recorded.map(({ changes }) => changes.length)).toEqual([40, 40, 15]);
    expect(savedIn(said)).toHaveLength(3);
    const sets = recorded.flatMap(({ changes }) => changes.map(({ set }) => set));
    expect(new Set(sets.map((set) => JSON.stringify(set)))).toEqual(
      new Set([JSON.stringify({ state: 'expected', agreed: 41 })])
    );
  });

  it('a meeting is valid with 60 in a hundred of those invited, and not with one fewer', () => {
    const validity = (present: number) =>
      new CultureYear(aStandInPhone({ papers: [aMeeting({ invited: 50, present })] }).phone).isMeetingValid;
    expect([validity(29), validity(30)]).toEqual([false, true]);
  });

  it('proposes after ten days in public, each household by its own day, and not what has an objection open', () => {
    const files = [
      aHouseIn('published', { publishedOn: '2025-11-20' }),
      aHouseIn('published', { publishedOn: '2025-11-21' }),
      aHouseIn('objected', { publishedOn: '2025-11-10' })
    ];
    const culture = new CultureYear(aStandInPhone({ files }).phone);
    expect(culture.proposable.map(({ file }) => file)).toEqual([files[0]]);
  });
});
