import { fold } from '../people/names';

/** What a column of an office's list can hold; "skip" is read by nobody. */
export const COLUMNS = [
  'skip',
  'household-number',
  'group',
  'head',
  'relation',
  'name',
  'birth',
  'birth-male',
  'birth-female',
  'sex',
  'male',
  'female',
  'national-id',
  'insurance',
  'phone',
  'residence',
  'address',
  'house-number',
  'sub-alley',
  'alley',
  'street',
  'note'
] as const;
export type ColumnCode = (typeof COLUMNS)[number];

/** The first that fits is meant: "quan hệ với chủ hộ" is no head, "số nhân khẩu" no name. */
const WORDS: readonly [RegExp, ColumnCode][] = [
  [/^(stt|tt|so tt|so thu tu|thu tu)$/, 'skip'],
  [/quan he|^qh\b/, 'relation'],
  [
    /(stt|so tt|thu tu|ma|so) (cua )?ho( khau| gia dinh)?$|^ho so$|^so so ho khau$|^ma so ho\b/,
    'household-number'
  ],
  [/so (nhan )?khau|tong so|so nguoi|so luong/, 'skip'],
  [/(nam|ngay|thang) sinh.* nam$|^nam .*(nam|ngay) sinh$/, 'birth-male'],
  [/(nam|ngay|thang) sinh.* nu$|^nu .*(nam|ngay) sinh$/, 'birth-female'],
  [/(nam|ngay|thang) sinh|^sinh ngay|^ns$|^sinh$|^tuoi$/, 'birth'],
  [/gioi tinh|^phai$|^nam nu$|^gt$/, 'sex'],
  [/^(gioi tinh )?nam$/, 'male'],
  [/^(gioi tinh )?nu$/, 'female'],
  [/cccd|cmnd|cmt|can cuoc|dinh danh|chung minh|sddcn/, 'national-id'],
  [/bhyt|bao hiem y te|bhxh|so the|ma the/, 'insurance'],
  [/dien thoai|^(so )?(sdt|dt|dtdd)$|di dong/, 'phone'],
  [
    /^(noi|ho khau|cho o|dia chi|nha|thuong tru tai|tam tru tai)|dia chi|noi cu tru|noi thuong tru|noi o/,
    'address'
  ],
  [/cu tru|thuong tru|tam tru|kt[1-4]/, 'residence'],
  [/to dan pho|^tdp|^to( so)?$|khu pho/, 'group'],
  [/chu ho/, 'head'],
  [
    /ho (va )?(chu dem )?(va )?ten|ho dem ten|ho chu dem|thanh vien|nhan khau|ten (khai sinh|nguoi)|^ten$/,
    'name'
  ],
  [/^ngach( so)?$/, 'sub-alley'],
  [/^(ngo|xom|ngo xom|toa nha|toa)( so)?$/, 'alley'],
  [/^(duong|pho|duong pho|ten duong)$/, 'street'],
  [/ghi chu/, 'note']
];

/** "Họ và tên (chữ in hoa)" is a name: what a column is, by the words above it. */
export function columnOf(label: string): ColumnCode {
  const plain = plainLabel(label);
  if (/^(so nha|sn|so nha can ho|can ho|so can)$/.test(plain)) return 'house-number';
  return WORDS.find(([words]) => words.test(plain))?.[1] ?? 'skip';
}

/** Letters and digits of a label, without marks and what stands in brackets. */
export const plainLabel = (label: string): string =>
  fold(label)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
