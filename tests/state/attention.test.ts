import { describe, expect, it } from 'vitest';
import { Attention } from '$lib/state/attention.svelte';
import { SecondCopyMaker } from '$lib/state/second-copy.svelte';
import { aNotebook } from './stand-in-notebook';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('what is said aloud about unsent work', () => {
  it.each([
    [47 * HOUR, undefined],
    [49 * HOUR, { count: 2, oldest: 0 }]
  ])('after %i ms of waiting', (waited, said) => {
    const { phone } = aNotebook({ unsentAt: [0, waited - 1], now: waited });
    expect(new Attention(phone, undefined).longUnsent).toEqual(said);
  });

  it.each([
    [29, HOUR, false],
    [30, HOUR, true],
    [1, 3 * DAY - 1, false],
    [1, 3 * DAY, true],
    [0, 30 * DAY, false]
  ])('[OB6] %i entries after %i ms offer a second copy: %s', (count, now, offered) => {
    const { phone } = aNotebook({ unsentAt: Array.from({ length: count }, () => 0), now });
    expect(new Attention(phone, undefined).copyDue).toBe(offered);
  });

  it.each([
    [9 * 60_000, undefined],
    [-11 * 60_000, -11 * 60_000],
    [11 * 60_000, 11 * 60_000]
  ])('[TI1] a clock %i ms ahead', (clockAhead, told) => {
    const { phone } = aNotebook({ clockAhead });
    expect(new Attention(phone, undefined).clockOff).toBe(told);
  });
});

describe('the second copy', () => {
  const kept = () => {
    const notes = new Map<string, string>();
    return {
      getItem: (key: string) => notes.get(key) ?? null,
      setItem: (key: string, value: string) => void notes.set(key, value),
      notes
    };
  };
  const making = (world: Parameters<typeof aNotebook>[0], handed: 'shared' | 'downloaded' | 'dropped') => {
    const files: { text: string; name: string }[] = [];
    const notes = kept();
    const { phone } = aNotebook(world);
    const attention = new Attention(phone, notes);
    const maker = new SecondCopyMaker(phone, attention, {
      async handOver(text, name) {
        files.push({ text, name });
        return handed;
      },
      notes
    });
    return { phone, attention, maker, files, notes };
  };
  const thirty = Array.from({ length: 30 }, () => 0);

  it('[OB6] is not offered again for what lies in it, not even after the app was closed', async () => {
    const { phone, attention, maker, notes } = making({ unsentAt: thirty, now: HOUR }, 'downloaded');
    await maker.make();
    expect(maker.outcome).toMatchObject({ kind: 'downloaded', entries: 30 });
    expect(attention.copyDue).toBe(false);
    expect(new Attention(phone, notes).copyDue).toBe(false);
  });

  it('is offered again for the next thirty', async () => {
    const { maker, notes } = making({ unsentAt: thirty, now: HOUR }, 'shared');
    await maker.make();
    const { phone } = aNotebook({ unsentAt: [...thirty, ...thirty], now: HOUR });
    expect(new Attention(phone, notes).copyDue).toBe(true);
  });

  it('that was not sent anywhere after all is still offered', async () => {
    const { attention, maker } = making({ unsentAt: thirty, now: HOUR }, 'dropped');
    await maker.make();
    expect(attention.copyDue).toBe(true);
  });

  it('says so before the first contact, when there is no key to seal with', async () => {
    const { maker, files } = making({ unsentAt: [0], hasSeal: false }, 'shared');
    await maker.make();
    expect(maker.outcome?.kind).toBe('not-yet');
    expect(files).toEqual([]);
  });

  it('names day and hour in Viet Nam, and nobody', async () => {
    const { maker, files } = making({ unsentAt: [0], now: Date.UTC(2026, 10, 23, 18, 5) }, 'shared');
    await maker.make();
    expect(files[0]?.name).toBe('ban-sao-thi-dua-2026-11-24-0105');
  });

  it('a phone that refuses notes only offers it once more', () => {
    const refusing = {
      getItem: () => '{"n":"x"}',
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      }
    };
    const { phone } = aNotebook({ unsentAt: thirty, now: HOUR });
    expect(new Attention(phone, refusing).copyDue).toBe(true);
  });
});
