import { describe, expect, it } from 'vitest';
import { startOf } from '$lib/domain/calendar';
import { readDay, readPartialDay } from '$lib/domain/said-day';
import { showCount, showDay, showMoment, showShare } from '$lib/ui/format';
import { tellTruth } from '$lib/ui/truth';

const TODAY = '2026-11-23';
const at = (day: string, hour: number, minute = 0) => startOf(day) + (hour * 60 + minute) * 60_000;

describe('as people write and read', () => {
  it.each([
    ['5/3/1958', '1958-03-05'],
    ['05-03-1958', '1958-03-05'],
    [' 5.3.1958 ', '1958-03-05'],
    ['1958-03-05', '1958-03-05'],
    ['3/1958', '1958-03'],
    ['1958', '1958'],
    ['31/2/1958', undefined],
    ['5/3/58', undefined],
    ['1/2/3/1958', undefined],
    ['năm 58', undefined],
    ['', undefined]
  ])('reads "%s"', (typed, expected) => expect(readPartialDay(typed)).toBe(expected));

  it('a card ends on a whole day', () => {
    expect(readDay('31/12/2026')).toBe('2026-12-31');
    expect(readDay('12/2026')).toBeUndefined();
  });

  it.each(['1958-03-05', '1958-03', '1958'])('shows %s as it can be typed again', (day) =>
    expect(readPartialDay(showDay(day))).toBe(day)
  );

  it.each([
    [at(TODAY, 18, 40), '18:40 hôm nay'],
    [at('2026-11-22', 0, 0), '00:00 hôm qua'],
    [at('2026-11-19', 7, 5), '07:05 thứ Năm 19/11'],
    [at('2025-11-19', 7, 5), '07:05 19/11/2025']
  ])('tells a moment near today', (instant, expected) => expect(showMoment(instant, TODAY)).toBe(expected));

  it('numbers', () => {
    expect(showCount(1234567)).toBe('1.234.567');
    expect(showShare(968, 1000)).toBe('96,8\u00a0%');
    expect(showShare(0, 0)).toBe('–');
  });
});

describe('the line of truth', () => {
  const truth = {
    unsent: 0,
    review: 0,
    quarantined: 0,
    lastContact: at(TODAY, 18, 40),
    state: 'idle'
  } as const;

  it.each([
    [truth, 'Phường đã nhận hết · 18:40'],
    [{ ...truth, unsent: 12 }, '12 mục trên máy, chưa gửi'],
    [{ ...truth, unsent: 12, state: 'exchanging' }, '12 mục trên máy, đang gửi'],
    [{ ...truth, unsent: 12, state: 'signed-out' }, 'Cần đăng nhập lại · 12 mục vẫn giữ trên máy'],
    [{ ...truth, quarantined: 1, review: 2 }, 'Phường đã nhận hết · 3 mục cần xem lại'],
    [{ ...truth, lastContact: null }, 'Chưa liên lạc với phường lần nào']
  ] as const)('%j', (told, expected) => expect(tellTruth(told, TODAY).text).toBe(expected));

  it('[PH2] never says received while something waits', () => {
    expect(tellTruth({ ...truth, unsent: 1 }, TODAY).text).not.toContain('đã nhận');
  });
});
