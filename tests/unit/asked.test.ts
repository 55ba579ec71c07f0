import { describe, expect, it } from 'vitest';
import { askedOfHouseholds, askedOfPerson } from '$lib/domain/plan/asked';
import type { Campaign } from '$lib/domain/plan/campaign';
import { aCampaign } from '../support/factories';

const fields = (campaign: Campaign, birth: string | null) =>
  askedOfPerson(campaign, birth).map(({ field }) => field);

describe('whom the plan asks', () => {
  it('asks about school only those who are 5, 6 or 11 by their year of birth, whatever the month', () => {
    const campaign = aCampaign();
    for (const birth of ['2020-01-01', '2020-12-31', '2020', '2019-05', '2014-12-31']) {
      expect(fields(campaign, birth), birth).toContain('q-schooling');
    }
    for (const birth of ['2021-01-01', '2018-12-31', '2013', '1960']) {
      expect(fields(campaign, birth), birth).not.toContain('q-schooling');
    }
  });

  it('asks everybody what counts at any age, and nobody about school before the year of birth is known', () => {
    expect(fields(aCampaign(), '1950')).toEqual(['q-exercise']);
    expect(fields(aCampaign(), null)).toEqual(['q-exercise']);
  });

  it('asks a question that an officer has just written, before anything counts by it', () => {
    const campaign = aCampaign({
      questions: [
        {
          field: 'q-new',
          subject: 'person',
          text: 'Có dùng VNeID không?',
          shortText: 'VNeID',
          help: null,
          answer: { kind: 'choice', choices: [{ code: 'yes', label: 'Có' }] }
        }
      ]
    });
    expect(fields(campaign, null)).toEqual(['q-new']);
    expect(askedOfHouseholds(campaign)).toEqual([]);
  });
});
