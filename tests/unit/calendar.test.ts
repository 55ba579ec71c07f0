import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  ageInMonths,
  dayOf,
  daysBetween,
  firstDayOf,
  isDay,
  isPartialDay,
  latestBirth,
  startOf
} from '$lib/domain/calendar';

describe('a day is a day in Viet Nam', () => {
  it('until 07:00 the UTC day is the day before', () => {
    expect(dayOf(Date.parse('2025-12-09T16:59:59.999Z'))).toBe('2025-12-09');
    expect(dayOf(Date.parse('2025-12-09T17:00:00Z'))).toBe('2025-12-10');
    expect(dayOf(startOf('2025-12-10'))).toBe('2025-12-10');
    expect(dayOf(startOf('2025-12-10') - 1)).toBe('2025-12-09');
  });

  it('days are counted over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(daysBetween('2024-02-01', '2024-03-01')).toBe(29);
  });
});

describe('dates as people know them', () => {
  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['', false]
  ])('%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected));

  it.each([
    ['1958', true],
    ['1958-03', true],
    ['1958-03-05', true],
    ['1958-13', false],
    ['58', false]
  ])('%s is a day, month or year: %s', (text, expected) => expect(isPartialDay(text)).toBe(expected));
});

describe('months of age', () => {
  it.each([
    ['2019-11-30', '2025-11-29', 71],
    ['2019-11-30', '2025-11-30', 72],
    ['1964-08-31', '2025-11-29', 734],
    ['1964-08-31', '2025-11-30', 735],
    ['2008-02-29', '2023-02-28', 180],
    ['2008-02-29', '2024-02-28', 191],
    ['1958', '2025-01-01', 804],
    ['1958-03', '2025-02-28', 803],
    ['2025-12-01', '2025-11-30', -1]
  ])('born %s, on %s: %i', (birth, on, months) => expect(ageInMonths(birth, on)).toBe(months));

  it('the latest birth of an age is where age in months says so, for any day', () => {
    const aDay = fc.integer({ min: -20_000, max: 25_000 }).map((days) => addDays('1970-01-01', days));
    const born = fc.oneof(
      aDay,
      aDay.map((day) => day.slice(0, 4)),
      aDay.map((day) => day.slice(0, 7))
    );
    fc.assert(
      fc.property(born, aDay, fc.constantFrom(180, 680, 735, 738, 744), (birth, on, months) => {
        expect(firstDayOf(birth) <= latestBirth(months, on)).toBe(ageInMonths(birth, on) >= months);
      }),
      { numRuns: 500 }
    );
  });
});
