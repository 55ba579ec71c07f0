import { describe, expect, it } from 'vitest';
import { birthYear } from '$lib/domain/calendar';
import { type Against, doubtsAbout } from '$lib/domain/figures/doubts';
import { signsOf } from '$lib/domain/figures/household-signs';
import { isShownAsCounts, publicCells } from '$lib/domain/figures/small-numbers';
import { tallyFiles } from '$lib/domain/figures/tally';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { Person } from '$lib/domain/people/person';
import { aCampaign, aFile, aGroupId, aHousehold, aPerson, aVisit, THE_DAY } from '../support/factories';

const plan = aCampaign();
const group = aGroupId(1);

function doubts(files: HouseholdFile[], changed: Partial<Against> = {}) {
  const figures = { group, ...tallyFiles(files, plan, THE_DAY) };
  const signs = files.flatMap((file) => signsOf(file, birthYear(THE_DAY)) ?? []);
  return doubtsAbout(plan, { signs, figures, earlier: undefined, officialHouseholds: null, ...changed });
}
const codes = (...args: Parameters<typeof doubts>) => doubts(...args).map(({ code }) => code);

const many = (count: number, person: (place: number) => Partial<Person>, visits = false): HouseholdFile[] =>
  Array.from({ length: count }, (_, place) =>
    aFile({ people: [aPerson(person(place))], visits: visits ? [aVisit({ on: '2025-10-12' })] : [] })
  );

describe('figures worth a second look', () => {
  it('an ordinary group raises none', () => {
    const person = (place: number) => ({
      insurance: place % 9 ? 'yes' : 'no',
      activity: place % 7 ? 'employed' : 'unemployed',
      training: place % 3 ? 'college' : 'none',
      answers: { 'q-exercise': place % 4 ? 'yes' : 'no' }
    });
    const files = many(60, person);
    const failing = { ...files[0]!, assessments: [{ ...files[0]!.assessments[0]!, state: 'not-expected' }] };
    expect(codes([failing, ...files.slice(1)])).toEqual([]);
  });

  it('everybody on the good side, of fifty and more', () => {
    const alike = doubts(many(60, () => ({})));
    expect(alike.filter(({ code }) => code === 'all-alike').map(({ about }) => about)).toContain('10');
    expect(codes(many(30, () => ({})))).not.toContain('all-alike');
  });

  it('too many "chưa rõ"', () => {
    const unclear = many(60, (place) => (place < 25 ? { insurance: 'unclear' } : {}));
    expect(doubts(unclear).find(({ code }) => code === 'many-unclear')).toMatchObject({ count: 25 });
    expect(codes(many(60, (place) => (place < 9 ? { insurance: 'unclear' } : {})))).not.toContain(
      'many-unclear'
    );
  });

  it('a denominator that shrank: who has no card was taken out', () => {
    const files = many(90, () => ({}));
    const earlier = {
      group,
      ...tallyFiles([...files, ...many(10, () => ({ insurance: 'no' }))], plan, THE_DAY)
    };
    expect(doubts(files, { earlier })).toContainEqual(
      expect.objectContaining({ code: 'denominator-shrank', about: '10', count: 10, of: 100 })
    );
    expect(
      codes(
        many(98, () => ({})),
        { earlier }
      )
    ).not.toContain('denominator-shrank');
  });

  it('households far from the office’s number', () => {
    const files = many(40, () => ({}));
    expect(codes(files, { officialHouseholds: 43 })).toContain('households-differ');
    expect(codes(files, { officialHouseholds: 42 })).not.toContain('households-differ');
  });

  it('more households in a day than anybody can visit', () => {
    expect(codes(many(81, () => ({}), true))).toContain('round-too-fast');
    expect(codes(many(80, () => ({}), true))).not.toContain('round-too-fast');
  });

  const family = (...people: Person[]) => aFile({ household: aHousehold({ head: people[0]!.id }), people });

  it.each<[string, HouseholdFile]>([
    ['two-heads', family(aPerson(), aPerson({ relation: 'head' }))],
    ['age-impossible', family(aPerson({ birth: '1914' }))],
    ['head-too-young', family(aPerson({ birth: '2011-02-03' }))],
    ['child-older-than-head', family(aPerson(), aPerson({ relation: 'child', birth: '1985' }))]
  ])('%s, with the household named', (code, file) => {
    expect(doubts([file]).find((doubt) => doubt.code === code)?.households).toEqual([file.household.id]);
  });

  it('who has left makes nobody a second head', () => {
    expect(codes([family(aPerson(), aPerson({ closed: 'moved-away', closedOn: '2025-01-01' }))])).toEqual([]);
  });
});

describe('small numbers', () => {
  it('under ten a share is shown as counts', () => {
    expect([isShownAsCounts(9), isShownAsCounts(10)]).toEqual([true, false]);
  });

  it('in public fewer than five, on either side, are hidden, and so is what the sum would tell', () => {
    const cells = [
      { counted: 470, of: 480 },
      { counted: 478, of: 480 },
      { counted: 90, of: 100 },
      { counted: 0, of: 50 }
    ];
    expect(publicCells(cells)).toEqual([cells[0], null, cells[2], null]);
    expect(publicCells([cells[0]!, cells[2]!])).toEqual([cells[0], cells[2]]);
    expect(publicCells([cells[0]!, cells[1]!, { counted: 3, of: 400 }])).toEqual([cells[0], null, null]);
  });
});
