import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { absorb } from '$lib/device/absorb';
import { ConfirmedRows, readPlace, readStandings } from '$lib/device/confirmed';
import { countDay, resendIfCountsDiffer } from '$lib/device/day-count';
import { openDevice, readOwnWork } from '$lib/device/open';
import { enqueue, firstWaiting } from '$lib/device/outbox';
import { readCounts, readKey } from '$lib/device/work';
import type { AccountId, GroupId, HouseholdId } from '$lib/domain/ids';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { exchange } from '$lib/sync/exchange';
import { RefusedError } from '$lib/sync/faults';
import { aFrozenEntry, anAnswer, aReceipt, newId } from '../support/entries';

const NOON = Date.UTC(2026, 10, 20, 5);

async function aDevice() {
  const device = openDevice(newId(), `test-${newId()}`);
  await readCounts(device.work, newId);
  const takes = (said: Partial<SyncResponse>) =>
    absorb(device.confirmed, device.work, anAnswer(said), true, NOON);
  return { ...device, takes };
}

const aRow = (household: HouseholdId, seq: number) => ({
  ...{ type: 'household', id: household, household, group: newId() as GroupId, seq },
  fields: { alley: ['ngõ 124', seq] as [string, number] }
});

describe('a household that leaves the group', () => {
  it('[SV7] is forgotten at once where nothing waits, and from memory too', async () => {
    const { takes, confirmed } = await aDevice();
    const [stays, leaves] = [newId(), newId()] as HouseholdId[];
    await takes({ rows: [aRow(stays!, 1), aRow(leaves!, 2)] });
    const rows = new ConfirmedRows(confirmed);
    await rows.refresh();
    await takes({ gone: [leaves!] });
    expect(await rows.refresh()).toBe('all');
    expect([...rows.all()].map(({ household }) => household)).toEqual([stays]);
  });

  it('[SV7] stays until the outbox is empty: unsent work never loses what it speaks of', async () => {
    const { takes, confirmed, work } = await aDevice();
    const leaves = newId() as HouseholdId;
    await takes({ rows: [aRow(leaves, 1)] });
    const entry = await enqueue(work, aFrozenEntry());
    await takes({ gone: [leaves] });
    const rows = new ConfirmedRows(confirmed);
    await rows.refresh();
    expect([...rows.all()]).toHaveLength(1);
    await takes({ receipts: [aReceipt(entry.id)] });
    await rows.refresh();
    expect([...rows.all()]).toEqual([]);
  });
});

it('[SV7] a person who goes without the household is forgotten alone, with what is open about them', async () => {
  const { takes, confirmed } = await aDevice();
  const [household, person] = [newId() as HouseholdId, newId()];
  const named = (type: string, id: string) => ({ ...aRow(household, 1), type, id });
  await takes({
    rows: [
      aRow(household, 1),
      named('person', person),
      named('difference', `person/${person}/note/${newId()}`),
      named('person', newId())
    ]
  });
  await takes({ gone: [person as HouseholdId] });
  const rows = new ConfirmedRows(confirmed);
  await rows.refresh();
  expect([...rows.all()].map(({ type }) => type).sort()).toEqual(['household', 'person']);
});

describe('the count of a day', () => {
  it('[EP4] the same entries have the same count and code, whatever the order of the receipts', async () => {
    const { takes, work } = await aDevice();
    const entries = [];
    for (let count = 0; count < 3; count += 1) entries.push(await enqueue(work, aFrozenEntry()));
    await takes({ receipts: entries.map(({ id }) => aReceipt(id, { at: NOON })).reverse() });
    const { sent } = await readOwnWork(work);
    const own = await countDay(sent, 'first', '2026-11-20');
    expect(own).toMatchObject({
      day: '2026-11-20',
      entries: 3,
      code: expect.stringMatching(/^[0-9A-F]{4}$/)
    });
    expect(await countDay([...sent].reverse(), 'first', '2026-11-20')).toEqual(own);
    expect((await countDay(sent.slice(1), 'first', '2026-11-20')).code).not.toBe(own.code);
    expect((await countDay(sent, 'first', '2026-11-21')).entries).toBe(0);
  });

  it('[EP4] a mismatch sends the day again, once', async () => {
    const { takes, work, confirmed } = await aDevice();
    const entry = await enqueue(work, aFrozenEntry());
    const receipts = [aReceipt(entry.id, { at: NOON })];
    const own = { day: '2026-11-20', entries: 0, code: 'E3B0' };
    await takes({ receipts, day: own });
    expect(await resendIfCountsDiffer(confirmed, work)).toBe(true);
    expect(await firstWaiting(work, 9)).toEqual([entry]);
    await takes({ receipts, day: own });
    expect(await resendIfCountsDiffer(confirmed, work)).toBe(false);
    expect(await firstWaiting(work, 9)).toEqual([]);
  });

  it('[EP3] what the ward misses is told to the person', async () => {
    const { takes, confirmed } = await aDevice();
    await takes({ lost: 4 });
    expect((await readPlace(confirmed)).lost).toBe(4);
  });
});

it('[SV6] the key by which the ward knows this device lies with the work', async () => {
  const { takes, work } = await aDevice();
  await takes({ key: 'a key of the ward' });
  await takes({});
  expect(await readKey(work)).toBe('a key of the ward');
});

it('[OB5] an answer for somebody else, who signed in beside this page, is not taken in', async () => {
  const { confirmed, work, takes } = await aDevice();
  await takes({});
  const [own, other] = [newId(), newId()];
  const ends = {
    ...{ account: own, confirmed, work, now: () => NOON, newId, app: 'test', absorbed: () => undefined },
    post: async ({ request }: SyncRequest) =>
      anAnswer({ request, account: other as AccountId, rows: [aRow(newId() as HouseholdId, 9)] }),
    storage: async () => ({ persisted: null, freeBytes: null })
  };
  await expect(exchange(ends)).rejects.toThrow(RefusedError);
  const rows = new ConfirmedRows(confirmed);
  await rows.refresh();
  expect([...rows.all()]).toEqual([]);
});

it('[PH3] standings that have not changed are as of now', async () => {
  const { confirmed, takes } = await aDevice();
  await takes({ standings: { version: 'a', asOf: 1_000, groups: [] } });
  await takes({ standingsAsOf: 9_000 });
  expect(await readStandings(confirmed)).toEqual({ version: 'a', asOf: 9_000, groups: [] });
});
