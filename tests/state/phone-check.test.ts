import { describe, expect, it } from 'vitest';
import { PhoneCheck } from '$lib/state/phone-check.svelte';
import { WardNumber } from '$lib/state/ward-number.svelte';

const NOW = Date.parse('2026-11-23T11:40:00Z');
type World = ConstructorParameters<typeof PhoneCheck>[1];

const aWardThatAnswers = (date: number) => async () =>
  new Response('{"ok":true,"head":1}', { headers: { date: new Date(date).toUTCString() } });

async function looks({ fetch = aWardThatAnswers(NOW), ...world }: Partial<World> = {}, phone = {}) {
  const check = new PhoneCheck(
    {
      clockAhead: 0,
      ledger: { lastContact: NOW },
      sync: { kind: 'idle' },
      update: { waiting: false, reloadWanted: false },
      ...phone
    } as never,
    {
      fetch,
      now: () => NOW,
      storage: {
        persisted: async () => true,
        persist: async () => true,
        estimate: async () => ({ quota: 2e9, usage: 1e6 })
      } as never,
      hasWorker: () => true,
      ...world
    }
  );
  await check.look();
  return check.looked!;
}

describe('kiểm tra máy', () => {
  it('a phone in order: everything is good', async () => {
    expect(new Set(Object.values((await looks()).findings))).toEqual(new Set(['good']));
  });

  it('without a network it says so, and the clock is compared with the last contact', async () => {
    const { findings, roundTrip } = await looks(
      { fetch: () => Promise.reject(new TypeError('no network')) },
      { clockAhead: 25 * 60_000 }
    );
    expect(findings).toMatchObject({ network: 'doubt', clock: 'bad' });
    expect(roundTrip).toBeNull();
  });

  it("the page of a hotel's network is not the ward", async () => {
    const { findings } = await looks({ fetch: async () => new Response('<h1>Đăng nhập Wi-Fi</h1>') });
    expect(findings.network).toBe('bad');
  });

  it('a clock half an hour ahead of the ward is bad', async () => {
    const { findings, clockAhead } = await looks({ fetch: aWardThatAnswers(NOW - 30 * 60_000) });
    expect(findings.clock).toBe('bad');
    expect(clockAhead).toBe(30 * 60_000);
  });

  it.each([
    [{ persisted: async () => false }, { kept: 'doubt' }],
    [{ estimate: async () => ({ quota: 10 * 2 ** 20, usage: 0 }) }, { space: 'bad' }],
    [{}, { kept: 'unknown', space: 'unknown' }]
  ])('%#: storage that says less is told', async (storage, expected) => {
    expect((await looks({ storage: storage as never })).findings).toMatchObject(expected);
  });

  it('a version that the ward no longer takes is bad, one that waits is worth a look', async () => {
    expect((await looks({}, { sync: { kind: 'too-old' } })).findings.version).toBe('bad');
    const update = { waiting: true, reloadWanted: false };
    expect((await looks({}, { update })).findings.version).toBe('doubt');
  });
});

describe("the ward's number on the phone", () => {
  it('is kept for where there is no network, and gone when the ward names none', async () => {
    const kept = new Map<string, string>();
    const notes = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value)
    };
    const says = (phone: string | null) => async () => new Response(JSON.stringify({ phone }));
    const first = new WardNumber({ fetch: says('02253741234'), notes });
    expect(first.current).toBeUndefined();
    await first.refresh();
    const offline = new WardNumber({ fetch: () => Promise.reject(new TypeError('no network')), notes });
    await offline.refresh();
    expect(offline.current).toBe('02253741234');
    const changed = new WardNumber({ fetch: says(null), notes });
    await changed.refresh();
    expect(changed.current).toBeUndefined();
    expect(new WardNumber({ fetch: says(null), notes }).current).toBeUndefined();
  });
});
