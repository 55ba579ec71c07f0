import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, isPartialDay } from '$lib/domain/calendar';
import { possibleBirths, readDay, readPartialDay } from '$lib/domain/said-day';

const TODAY = '2026-11-23';

describe('a birth as people say it', () => {
  it.each([
    ['5/3/58', '1958-03-05'],
    ['5/3/1958', '1958-03-05'],
    ['05-03-1958', '1958-03-05'],
    [' 5.3.58 ', '1958-03-05'],
    ['5 3 58', '1958-03-05'],
    ['1958-03-05', '1958-03-05'],
    ['05031958', '1958-03-05'],
    ['050358', '1958-03-05'],
    ['19580305', '1958-03-05'],
    ['031958', '1958-03'],
    ['ngày 5 tháng 3 năm 1958', '1958-03-05'],
    ['Mùng 5 tháng 3 năm 58', '1958-03-05'],
    ['sinh ngày 5/3/1958', '1958-03-05'],
    ['tháng 3/1958', '1958-03'],
    ['tháng 3 năm 58', '1958-03'],
    ['thang 3/08', '2008-03'],
    ['3/1958', '1958-03'],
    ['3/58', '1958-03'],
    ['năm 1958', '1958'],
    ['nam 58', '1958'],
    ['sinh năm 58', '1958'],
    ['sn 58', '1958'],
    ['sn58', '1958'],
    ['năm 08', '2008'],
    ['1958', '1958'],
    ['67 tuổi', '1959'],
    ['67t', '1959'],
    ['67 TUOI', '1959'],
    ['8 tháng tuổi', '2026-03'],
    ['11 tháng', '2025-12'],
    ['29/2/2024', '2024-02-29'],
    ['năm 1958'.normalize('NFD'), '1958']
  ])('"%s" is %s', (typed, expected) => expect(readPartialDay(typed, TODAY)).toBe(expected));

  it.each([
    '31/2/1958',
    '29/2/2023',
    '3/12',
    '67',
    '1/2/3/1958',
    '5/3',
    'Lan',
    'tháng 3',
    '123',
    '05/19/58',
    ''
  ])('"%s" is none, or could be two: nothing is guessed', (typed) =>
    expect(readPartialDay(typed, TODAY)).toBeUndefined()
  );

  it('a year of two digits is the last such day that has been', () => {
    expect(readPartialDay('23/11/26', TODAY)).toBe('2026-11-23');
    expect(readPartialDay('24/11/26', TODAY)).toBe('1926-11-24');
  });

  it('a lone number of two digits is an age or a year: both are offered', () => {
    expect(possibleBirths('67', TODAY)).toEqual({ age: 67, ofAge: '1959', ofYear: '1967' });
    expect(possibleBirths('1967', TODAY)).toBeUndefined();
  });

  const births = fc.integer({ min: 0, max: 36_000 }).map((back): Day => addDays(TODAY, -back));
  const signs = fc.constantFrom('/', '-', '.', ' ');

  it('every day of a lifetime is read as it was typed, with each sign, whole or with two digits of the year', () => {
    fc.assert(
      fc.property(births, signs, fc.boolean(), fc.boolean(), (birth, sign, isShort, isPadded) => {
        const [year = '', month = '', date = ''] = birth.split('-');
        const few = (part: string) => (isPadded ? part : String(Number(part)));
        const typed = [few(date), few(month), isShort ? year.slice(2) : year].join(sign);
        expect(readPartialDay(typed, TODAY)).toBe(birth);
      })
    );
  });

  it('whatever is typed, what comes out can be recorded', () => {
    const typing = fc.string({ unit: fc.constantFrom(...'0123456789/-. thángnămtuổi') });
    fc.assert(
      fc.property(typing, (typed) => {
        const read = readPartialDay(typed, TODAY);
        expect(read === undefined || isPartialDay(read)).toBe(true);
      })
    );
  });
});

describe('a whole day as typed', () => {
  it.each([
    ['31/12/2026', '2026-12-31'],
    ['31/12/26', '2026-12-31'],
    ['311226', '2026-12-31'],
    ['31122026', '2026-12-31'],
    ['ngày 31 tháng 12 năm 2026', '2026-12-31'],
    ['12/2026', undefined],
    ['31/6/2026', undefined],
    ['2026', undefined]
  ])('"%s": %s', (typed, expected) => expect(readDay(typed)).toBe(expected));
});
