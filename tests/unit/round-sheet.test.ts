import { expect, it } from 'vitest';
import { sheetQuestions } from '$lib/domain/figures/round-sheet';
import { optionsFor } from '$lib/ui/answer-options';
import { aCampaign, aFile, aHousehold, aPerson, THE_DAY } from '../support/factories';

const campaign = aCampaign();
const asked = (...args: Parameters<typeof aFile>) => sheetQuestions(aFile(...args), campaign, THE_DAY);
const fields = (...args: Parameters<typeof aFile>) => asked(...args).map(({ field }) => field);

const fresh = { sex: null, insurance: null, activity: null, training: null, answers: {} };

it('a sheet asks nothing that the book knows; cards and work have columns of their own', () => {
  expect(fields()).toEqual([]);
  expect(fields({ people: [aPerson({ insurance: null })] })).toEqual([]);
});

it('training is printed beside work that is not known yet: paper cannot ask it afterwards', () => {
  expect(fields({ people: [aPerson(fresh)] })).toEqual(expect.arrayContaining(['training', 'q-exercise']));
  expect(fields({ people: [aPerson({ activity: null })] })).toEqual([]);
  expect(fields({ people: [aPerson({ training: null })] })).toEqual(['training']);
});

it('of the household it asks the plan’s questions and the year’s assessment', () => {
  const home = { household: aHousehold({ answers: {} }), assessments: [] };
  expect(fields(home)).toEqual(expect.arrayContaining(['q-poverty', 'q-water', 'q-waste', 'state']));
});

it('each box has a word, and nobody ticks that he could not tell', () => {
  const questions = asked({
    household: aHousehold({ answers: {} }),
    people: [aPerson(fresh)],
    assessments: []
  });
  for (const { field, codes } of questions) {
    const words = optionsFor(field, campaign.questions).map(({ value }) => value);
    expect(words).toEqual(expect.arrayContaining([...codes]));
    expect(codes).not.toContain('unclear');
    expect(codes.length).toBeGreaterThan(1);
  }
});
