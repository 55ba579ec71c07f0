import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { absorb } from '$lib/device/absorb';
import { beginReset, readCampaign } from '$lib/device/confirmed';
import { completeCampaign } from '$lib/state/complete-campaign';
import { openDevice } from '$lib/device/open';
import { readPast, readPastHeld } from '$lib/device/past';
import { readCounts } from '$lib/device/work';
import type { ClosedPeriod } from '$lib/domain/figures/closed-period';
import type { SyncResponse } from '$lib/protocol/sync';
import { anAnswer, newId } from '../support/entries';
import { aCampaign, aGroupId, anId, someFigures } from '../support/factories';

async function aDevice() {
  const device = openDevice(newId(), `test-${newId()}`);
  await readCounts(device.work, newId);
  const takes = (said: Partial<SyncResponse>) =>
    absorb(device.confirmed, device.work, anAnswer(said), true, 0);
  return { ...device, takes };
}

const aClosedPeriod = (asOf: string, reason?: string): ClosedPeriod => ({
  ...{ period: anId(), name: 'Kỳ tháng 11', asOf, closedAt: 0, closedBy: 'canbo', campaign: aCampaign() },
  ...{ groups: [], typed: [] },
  amendments: reason ? [{ at: 1, by: 'canbo', reason, groups: [] }] : []
});

const aDay = (day: string, counted: number) => ({
  day,
  figures: someFigures(aGroupId(1), [counted, 1, 0, 0]),
  ranks: [1]
});

const aHistory = (days: ReturnType<typeof aDay>[], group = aGroupId(1)) => ({ group, groups: [group], days });

describe('closed periods on a phone', () => {
  it('stay when others come, are told to the ward by version, and one that was amended takes the place of the old', async () => {
    const { takes, confirmed } = await aDevice();
    const [october, november] = [aClosedPeriod('2025-10-31'), aClosedPeriod('2025-11-30')];
    await takes({ closed: { versions: ['a'], periods: [{ version: 'a', period: october }] } });
    await takes({ closed: { versions: ['a', 'b'], periods: [{ version: 'b', period: november }] } });
    expect((await readPast(confirmed)).closed.map(({ asOf }) => asOf)).toEqual(['2025-11-30', '2025-10-31']);
    expect((await readPastHeld(confirmed)).closed).toEqual(['a', 'b']);

    const amended = { ...october, amendments: aClosedPeriod('2025-10-31', 'đếm lại').amendments };
    await takes({ closed: { versions: ['b', 'c'], periods: [{ version: 'c', period: amended }] } });
    const { closed } = await readPast(confirmed);
    expect(closed.map(({ amendments }) => amendments.length)).toEqual([0, 1]);
  });

  it('an answer that says nothing of them takes nothing away', async () => {
    const { takes, confirmed } = await aDevice();
    await takes({
      closed: { versions: ['a'], periods: [{ version: 'a', period: aClosedPeriod('2025-10-31') }] }
    });
    await takes({});
    expect((await readPast(confirmed)).closed).toHaveLength(1);
  });
});

describe('the history of the group on a phone', () => {
  it('grows day by day, and a day that comes again is the newer word on it', async () => {
    const { takes, confirmed } = await aDevice();
    await takes({ history: aHistory([aDay('2025-11-20', 1), aDay('2025-11-21', 2)]) });
    expect((await readPastHeld(confirmed)).history).toBe('2025-11-21');
    await takes({ history: aHistory([aDay('2025-11-21', 3), aDay('2025-11-22', 4)]) });
    const days = (await readPast(confirmed)).history!.days;
    expect(days.map(({ day, figures }) => [day, figures.tallies.insurance![0]])).toEqual([
      ['2025-11-20', 1],
      ['2025-11-21', 3],
      ['2025-11-22', 4]
    ]);
  });

  it('of another group, or of another history of the ward, begins anew', async () => {
    const { takes, confirmed } = await aDevice();
    await takes({ history: aHistory([aDay('2025-11-20', 1)]) });
    await takes({ history: aHistory([aDay('2025-11-22', 5)], aGroupId(2)) });
    expect((await readPast(confirmed)).history!.days).toHaveLength(1);
    await beginReset(confirmed, null, newId());
    expect((await readPastHeld(confirmed)).history).toBeNull();
  });
});

it('[EN4] a campaign that an earlier version stored has no questions and no periods, and breaks nothing', async () => {
  const { takes, confirmed } = await aDevice();
  const { questions: _q, periods: _p, culture: _c, ...campaign } = aCampaign();
  const indicators = campaign.indicators.map(({ counting: _counting, isProxy: _proxy, ...rest }) => rest);
  const old = { ...campaign, indicators } as unknown as ReturnType<typeof aCampaign>;
  await takes({ campaign: { version: '1', campaign: old, groups: [aGroupId(1)] } });
  const read = await completeCampaign((await readCampaign(confirmed))!.campaign);
  expect(read).toMatchObject({ questions: [], periods: [], culture: null });
  expect(read.indicators[0]!.counting).toBeNull();
});
