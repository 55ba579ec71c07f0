import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_STATES } from '$lib/domain/people/assessment';
import { shownRules } from '$lib/domain/plan/rules';
import { classify } from '$lib/domain/figures/classify';
import { compare, fraction } from '$lib/domain/figures/fraction';
import { CLOSING_REASONS } from '$lib/domain/people/household';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import {
  ACTIVITIES,
  ANSWERS,
  INACTIVE_REASONS,
  type Person,
  RESIDENCES,
  SEXES,
  TRAININGS
} from '$lib/domain/people/person';
import { rankGroups } from '$lib/domain/figures/ranking';
import { addFigures, denominatorOf, tallyFiles } from '$lib/domain/figures/tally';
import type { Tally } from '$lib/domain/figures/group-figures';
import {
  aCampaign,
  aFile,
  aHousehold,
  anAssessment,
  aPerson,
  someFigures,
  THE_DAY
} from '../support/factories';

const campaign = aCampaign();
const rules = shownRules(campaign);
const subjectOf = (rule: string) =>
  campaign.indicators.find((indicator) => indicator.rule === rule)?.counting?.subject;

const aCode = (...codes: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...codes) },
    fc.constant(null),
    fc.constant('of-a-later-version')
  );
const aDay = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    birth: fc.option(
      fc.oneof(
        aDay,
        aDay.map((day) => day.slice(0, 4))
      )
    ),
    sex: aCode(...SEXES),
    residence: aCode(...RESIDENCES),
    arrivedOn: fc.option(aDay, { freq: 1 }),
    insurance: aCode(...ANSWERS),
    insuranceExpiry: fc.option(aDay),
    activity: aCode(...ACTIVITIES),
    inactiveReason: aCode(...INACTIVE_REASONS),
    training: aCode(...TRAININGS),
    closed: fc.option(fc.constantFrom(...CLOSING_REASONS, 'of-a-later-version'), { freq: 1 }),
    closedOn: fc.option(aDay)
  })
  .map(aPerson);

const anyFile: fc.Arbitrary<HouseholdFile> = fc
  .record({
    people: fc.array(anyPerson, { maxLength: 5 }),
    state: aCode(...ASSESSMENT_STATES),
    closed: fc.option(fc.constantFrom(...CLOSING_REASONS), { freq: 1 }),
    closedOn: fc.option(aDay)
  })
  .map(({ people, state, ...closing }) =>
    aFile({ household: aHousehold(closing), people, assessments: [anAssessment({ state })] })
  );

const shareOf = (tally: Tally) => fraction(tally[0], Math.max(1, denominatorOf(tally)));

/** The answers that a leader can leave out or take back. */
const ANSWERED = ['insurance', 'activity', 'inactiveReason', 'training', 'birth', 'sex'] as const;

describe('for any households whatever', () => {
  it('every rule says one word on each, and everybody is in exactly one class', () => {
    fc.assert(
      fc.property(anyFile, aDay, (file, asOf) => {
        for (const rule of rules) {
          const classified = classify(rule, file, asOf, campaign);
          const isOne = rule.startsWith('culture') || subjectOf(rule) === 'household';
          const expected = isOne ? [file.household.id] : file.people.map(({ id }) => id);
          expect(classified.map(({ id }) => id)).toEqual(expected);
        }
      })
    );
  });

  it('a share never rises by taking an answer back', () => {
    const choices = { ...campaign.choices, ableToWork: ['housework', 'other'] };
    const readings = [campaign, aCampaign({ choices })];
    fc.assert(
      fc.property(
        fc.array(anyFile, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...ANSWERED),
        fc.constantFrom(...readings),
        (files, whose, which, answer, reading) => {
          const place = whose % files.length;
          const file = files[place]!;
          fc.pre(file.people.length > 0);
          const one = file.people[which % file.people.length]!;
          // Who is recorded as not born yet is no answer about work but a person not there.
          fc.pre(answer !== 'birth' || (one.birth ?? '') <= THE_DAY);
          const people = file.people.map((person) =>
            person === one ? { ...person, [answer]: null } : person
          );
          const after = files.with(place, { ...file, people });
          const [before, then] = [files, after].map((all) => tallyFiles(all, reading, THE_DAY).tallies);
          for (const rule of rules)
            expect(compare(shareOf(then![rule]!), shareOf(before![rule]!))).toBeLessThanOrEqual(0);
        }
      ),
      { numRuns: 400 }
    );
  });

  it('nor by taking an assessment back', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { minLength: 1, maxLength: 5 }), (files) => {
        const after = files.with(0, { ...files[0]!, assessments: [] });
        const [before, then] = [files, after].map(
          (all) => tallyFiles(all, campaign, THE_DAY).tallies['culture-expected']!
        );
        expect(compare(shareOf(then!), shareOf(before!))).toBeLessThanOrEqual(0);
      })
    );
  });

  it('the order of households does not matter, nor how they are divided into groups', () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 8 }), fc.nat(8), (files, cut) => {
        const whole = tallyFiles(files, campaign, THE_DAY);
        expect(tallyFiles([...files].reverse(), campaign, THE_DAY)).toEqual(whole);
        const parts = [files.slice(0, cut), files.slice(cut)].map((part) =>
          tallyFiles(part, campaign, THE_DAY)
        );
        expect(addFigures(parts)).toEqual(whole);
      })
    );
  });
});

describe('for any figures whatever', () => {
  const anyTally: fc.Arbitrary<Tally> = fc.tuple(fc.nat(900), fc.nat(900), fc.nat(900), fc.nat(900));
  const ids = campaign.groups.map(({ id }) => id);

  it('equal shares tie, however large the groups', () => {
    fc.assert(
      fc.property(
        anyTally,
        fc.integer({ min: 2, max: 1_000_003 }),
        ([counted, missing, unknown, outside], times) => {
          fc.pre(counted + missing + unknown > 0);
          const tally: Tally = [counted, missing, unknown, outside];
          const larger: Tally = [counted * times, missing * times, unknown * times, outside];
          for (const by of ['total', 'insurance'] as const) {
            const ranks = rankGroups(
              campaign,
              [someFigures(ids[0]!, tally), someFigures(ids[1]!, larger)],
              by
            );
            expect(ranks.map(({ rank }) => rank)).toEqual([1, 1]);
          }
        }
      )
    );
  });

  it('a rank is one more than the number of those who are better, by integers', () => {
    fc.assert(
      fc.property(fc.array(anyTally, { minLength: 1, maxLength: 23 }), (tallies) => {
        const all = tallies.map((tally, index) => someFigures(ids[index]!, tally));
        const isBetter = (a: Tally, b: Tally) => a[0] * denominatorOf(b) > b[0] * denominatorOf(a);
        for (const { rank, figures } of rankGroups(campaign, all, 'insurance')) {
          const own = figures.tallies.insurance!;
          if (denominatorOf(own) === 0) expect(rank).toBeNull();
          else
            expect(rank).toBe(
              1 + tallies.filter((other) => denominatorOf(other) > 0 && isBetter(other, own)).length
            );
        }
      })
    );
  });
});
