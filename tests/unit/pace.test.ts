import { describe, expect, it } from 'vitest';
import { paceOf } from '$lib/domain/figures/pace';
import { aCampaign, aFile, aVisit } from '../support/factories';

const campaign = aCampaign();
const TODAY = '2025-11-24';
const seenOn = (on: string, changed: object = {}) => aFile({ visits: [aVisit({ on, ...changed })] });

describe('when the round will be done', () => {
  it('goes on as in the last seven days, today included', () => {
    const files = [seenOn('2025-11-24'), seenOn('2025-11-18'), seenOn('2025-11-17')];
    expect(paceOf(files, 4, campaign, TODAY)).toMatchObject({ seen: 2, doneOn: '2025-12-08' });
  });

  it('who was away, or was taken back, was not seen', () => {
    const files = [seenOn(TODAY, { outcome: 'absent' }), seenOn(TODAY, { undone: true })];
    expect(paceOf(files, 4, campaign, TODAY)).toMatchObject({ seen: 0, doneOn: undefined });
  });

  it('says how many a day it takes until figures are frozen, that day included', () => {
    expect(paceOf([], 15, campaign, TODAY)).toMatchObject({ freezesOn: '2025-11-30', neededADay: 3 });
    expect(paceOf([], 15, campaign, '2025-11-30')).toMatchObject({ neededADay: 15 });
    expect(paceOf([], 15, campaign, '2025-12-01')).toMatchObject({
      freezesOn: undefined,
      neededADay: undefined
    });
  });
});
