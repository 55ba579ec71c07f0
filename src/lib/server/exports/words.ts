import type { FieldValue } from '$lib/domain/entry/row';
import type { Activity, Answer, Relation, Residence, Sex, Training } from '$lib/domain/people/person';
import type { ActCode } from '../audit';

const SEX: Readonly<Record<Sex, string>> = { male: 'Nam', female: 'Nữ' };

const RELATION: Readonly<Partial<Record<Relation, string>> & Record<string, string>> = {
  head: 'Chủ hộ',
  spouse: 'Vợ/chồng',
  child: 'Con',
  parent: 'Bố/mẹ',
  sibling: 'Anh/chị/em',
  grandchild: 'Cháu',
  other: 'Khác'
};

const RESIDENCE: Readonly<Record<Residence, string>> = {
  permanent: 'Thường trú',
  'permanent-away': 'Thường trú, đi vắng',
  temporary: 'Tạm trú',
  new: 'Mới đến'
};

const ANSWER: Readonly<Record<Answer, string>> = { yes: 'Có', no: 'Không', unclear: 'Chưa rõ' };

const ACTIVITY: Readonly<Record<Activity, string>> = {
  employed: 'Có việc làm',
  unemployed: 'Thất nghiệp',
  inactive: 'Không tham gia lao động',
  unclear: 'Chưa rõ'
};

const TRAINING: Readonly<Record<Training, string>> = {
  none: 'Chưa qua đào tạo',
  'skilled-no-certificate': 'Thợ không có bằng',
  'certificate-under-3-months': 'Chứng chỉ dưới 3 tháng',
  elementary: 'Sơ cấp',
  intermediate: 'Trung cấp',
  college: 'Cao đẳng',
  university: 'Đại học',
  postgraduate: 'Trên đại học',
  unclear: 'Chưa rõ'
};

const ALL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{ sex: SEX, relation: RELATION, residence: RESIDENCE },
  ...{ insurance: ANSWER, activity: ACTIVITY, training: TRAINING }
};

/** A code as an office's list writes it; what this version does not know stays as it came (EN4). */
export function officeWord(field: string, value: FieldValue): string | null {
  if (value === null) return null;
  return ALL[field]?.[String(value)] ?? String(value);
}

const ACTS: Readonly<Partial<Record<ActCode, string>>> = {
  'campaign-copied': 'Lập đợt thi đua mới',
  'campaign-saved': 'Sửa đợt thi đua',
  'campaign-used': 'Dùng đợt thi đua',
  'draft-deleted': 'Xóa bản nháp',
  'figure-typed': 'Nhập số',
  'mark-given': 'Cho điểm thưởng, điểm trừ',
  'mark-revoked': 'Rút điểm thưởng, điểm trừ',
  'period-closed': 'Chốt kỳ báo cáo',
  'period-amended': 'Điều chỉnh kỳ báo cáo',
  'public-opened': 'Mở trang công khai',
  'public-shut': 'Đóng trang công khai',
  'list-entered': 'Nhập danh sách',
  'list-taken-back': 'Hoàn tác lần nhập',
  'table-exported': 'Xuất bảng',
  'reader-made': 'Cấp khóa đọc số liệu',
  'reader-revoked': 'Thu khóa đọc số liệu'
};

export const wordOfAct = (act: string): string => ACTS[act as ActCode] ?? 'Việc khác';

/** What was typed with an act; "{…}" of a program is for nobody's eyes. */
export const detailOfAct = (detail: string): string => (detail.startsWith('{') ? '' : detail);
