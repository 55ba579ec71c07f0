import type { WrittenIndicator } from '$lib/domain/plan/indicator';
import { answered } from './countings';

// Ngày chốt số liệu (domain 1.12): sport is fixed at 31/10, bình xét ends before 25/11, the groups' figures freeze at 30/11,
// the poverty list is of 14/12. What is due "trước ngày" has its last good day the day before.
const SPORT = '2025-10-31';
const CULTURE = '2025-11-24';
const FREEZE = '2025-11-30';
const POVERTY = '2025-12-14';
const YEAR_END = '2025-12-31';

const stated = (text: string, value: string, unit = '%') => [{ text, value, unit, period: 'năm 2025' }];

const typed = { rule: null, alsoShown: [] as string[], unit: '%' } as const;
const byPerson = { ...typed, level: 'person', direction: 'up', asOf: FREEZE } as const;

const everyChild = { level: 'person', direction: 'equal', target: { kind: 'all' }, asOf: FREEZE } as const;

/** (5) to (14). Shares are exact: 96,8 % is 968/1000. What has no rule is typed by the ward. */
export const socialIndicators: WrittenIndicator[] = [
  {
    ...typed,
    alsoShown: ['births', 'deaths'],
    code: '5',
    name: 'Tỷ lệ tăng dân số tự nhiên',
    shortName: 'Tăng dân số tự nhiên',
    level: 'ward',
    direction: 'informational',
    target: { kind: 'figure', value: '0.92' },
    asOf: YEAR_END,
    stated: stated('0,92%', '0.92')
  },
  {
    ...typed,
    code: '6',
    name: 'Trạm y tế đạt Bộ tiêu chí quốc gia y tế xã',
    shortName: 'Trạm y tế',
    level: 'ward',
    direction: 'equal',
    target: { kind: 'all' },
    asOf: YEAR_END,
    stated: stated('Duy trì 100%', '100')
  },
  {
    ...answered('7a'),
    name: 'Duy trì không còn hộ nghèo',
    shortName: 'Không còn hộ nghèo',
    level: 'household',
    direction: 'equal',
    target: { kind: 'count', value: 0 },
    unit: 'hộ',
    asOf: POVERTY,
    stated: stated('không còn hộ nghèo', '0', 'hộ')
  },
  {
    ...answered('7b'),
    name: 'Tỷ lệ hộ cận nghèo',
    shortName: 'Hộ cận nghèo',
    level: 'household',
    direction: 'down',
    target: { kind: 'share', part: 6, of: 1000 },
    asOf: POVERTY,
    stated: stated('0,6%', '0.6')
  },
  {
    ...byPerson,
    code: '8a',
    name: 'Tỷ lệ lao động có việc làm',
    shortName: 'Có việc làm',
    target: { kind: 'share', part: 968, of: 1000 },
    rule: 'employment',
    hasOfficial: true,
    stated: stated('96,8%', '96.8')
  },
  {
    ...byPerson,
    code: '8b',
    name: 'Tỷ lệ lao động qua đào tạo',
    shortName: 'Qua đào tạo',
    target: { kind: 'share', part: 75, of: 100 },
    rule: 'training',
    hasOfficial: true,
    alsoShown: ['training-certified'],
    stated: stated('75%', '75')
  },
  {
    ...everyChild,
    ...answered('9a'),
    name: 'Tỷ lệ huy động trẻ 5 tuổi ra lớp',
    shortName: 'Trẻ 5 tuổi ra lớp',
    stated: stated('100%', '100')
  },
  {
    ...everyChild,
    ...answered('9b'),
    name: 'Trẻ đúng độ tuổi vào học lớp 1',
    shortName: 'Vào lớp 1',
    stated: stated('100%', '100')
  },
  {
    ...everyChild,
    ...answered('9c'),
    name: 'Học sinh hoàn thành chương trình tiểu học vào học lớp 6',
    shortName: 'Vào lớp 6',
    stated: stated('100%', '100')
  },
  {
    ...byPerson,
    code: '10',
    name: 'Tỷ lệ người dân tham gia bảo hiểm y tế',
    shortName: 'Bảo hiểm y tế',
    target: { kind: 'share', part: 98, of: 100 },
    rule: 'insurance',
    hasOfficial: true,
    stated: stated('98%', '98')
  },
  {
    ...answered('11'),
    isProxy: true,
    hasOfficial: true,
    name: 'Tỷ lệ chất thải rắn đô thị được thu gom và xử lý hợp vệ sinh',
    shortName: 'Thu gom, xử lý rác',
    level: 'household',
    direction: 'up',
    target: { kind: 'all' },
    asOf: FREEZE,
    stated: stated('100%', '100')
  },
  {
    ...answered('12'),
    hasOfficial: true,
    name: 'Tỷ lệ dân số đô thị được cung cấp nước sạch',
    shortName: 'Nước sạch',
    level: 'person',
    direction: 'up',
    target: { kind: 'all' },
    asOf: FREEZE,
    stated: stated('100%', '100')
  },
  {
    code: '13a',
    name: 'Tỷ lệ gia đình đạt tiêu chuẩn “Gia đình văn hóa” (dự kiến)',
    shortName: 'Gia đình văn hóa (dự kiến)',
    level: 'household',
    direction: 'up',
    target: { kind: 'share', part: 98, of: 100 },
    unit: '%',
    rule: 'culture-expected',
    alsoShown: ['culture-recognised'],
    asOf: CULTURE,
    stated: stated('98%', '98')
  },
  {
    ...typed,
    code: '13b',
    name: 'Tổ dân phố đạt tiêu chuẩn “Tổ dân phố văn hóa”',
    shortName: 'Tổ dân phố văn hóa',
    level: 'group',
    direction: 'equal',
    target: { kind: 'all' },
    unit: 'tổ dân phố',
    asOf: CULTURE,
    stated: stated('23/23 tổ dân phố', '23', 'tổ dân phố')
  },
  {
    ...answered('13c'),
    hasOfficial: true,
    name: 'Tỷ lệ người luyện tập thể thao thường xuyên',
    shortName: 'Thể thao thường xuyên',
    level: 'person',
    direction: 'up',
    target: { kind: 'share', part: 90, of: 100 },
    asOf: SPORT,
    stated: stated('90%', '90')
  },
  {
    ...typed,
    code: '14',
    name: 'Hoàn thành chỉ tiêu giao quân',
    shortName: 'Giao quân',
    level: 'ward',
    direction: 'equal',
    target: { kind: 'all' },
    asOf: YEAR_END,
    stated: stated('100%', '100')
  }
];
