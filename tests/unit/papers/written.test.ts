import { expect, it } from 'vitest';
import { boldWidth } from '$lib/domain/papers/text-width';
import { blankDay, ended, writtenDay, writtenDayInWords, writtenPart } from '$lib/domain/papers/written';

it('dates carry a 0 before days under ten and months 1 and 2, and nowhere else (NĐ 30/2020)', () => {
  expect(writtenDayInWords('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
  expect(writtenDayInWords('2025-09-09')).toBe('ngày 09 tháng 9 năm 2025');
  expect(writtenDay('2025-12-10')).toBe('10/12/2025');
  expect(blankDay('2025-12-10')).toMatch(/^ngày\s+tháng 12 năm 2025$/);
});

it('a share stands beside what it is of; nothing to count is neither 0 nor 100 %', () => {
  expect(writtenPart(470, 480, 1)).toBe('470/480 (97,9%)');
  expect(writtenPart(10_560, 11_000)).toBe('10.560/11.000 (96,0%)');
  expect(writtenPart(0, 480)).toBe('0/480 (0,0%)');
  expect(writtenPart(0, 0)).toBe('Không phát sinh');
});

it('a paper ends with ./. and never with two full stops', () => {
  expect(ended('trân trọng báo cáo.')).toBe('trân trọng báo cáo./.');
});

it('the length of a bold line is that of the sample form', () => {
  expect(boldWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13)).toBeCloseTo(5424, -1);
  expect(boldWidth('Độc lập - Tự do - Hạnh phúc', 14)).toBeCloseTo(3415, -1);
  expect(boldWidth('PHƯỜNG AN HẢI', 13)).toBeCloseTo(2138, -1);
});
