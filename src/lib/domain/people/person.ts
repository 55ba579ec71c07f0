import type { HouseholdId, PersonId } from '../ids';
import { type Answers, answersFrom } from './answers';
import type { Row } from '../entry/row';
import { textOf, valueOf } from '../entry/reading';

export const SEXES = ['male', 'female'] as const;
export type Sex = (typeof SEXES)[number];

/** Quan hệ với chủ hộ. */
export const RELATIONS = ['head', 'spouse', 'child', 'parent', 'sibling', 'grandchild', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Loại cư trú: thường trú đang ở, thường trú vắng, tạm trú, mới đến. */
export const RESIDENCES = ['permanent', 'permanent-away', 'temporary', 'new'] as const;
export type Residence = (typeof RESIDENCES)[number];

export const ANSWERS = ['yes', 'no', 'unclear'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Nhóm tham gia BHYT (Luật BHYT, Điều 12, sửa đổi 51/2024/QH15). */
export const INSURANCE_GROUPS = [1, 2, 3, 4, 5] as const;

/** Nguồn xác minh thẻ: VssID/VNeID, thẻ giấy, lời khai, danh sách BHXH. */
export const INSURANCE_SOURCES = ['app', 'paper', 'said', 'list'] as const;
export type InsuranceSource = (typeof INSURANCE_SOURCES)[number];

/** Tình trạng tham gia hoạt động kinh tế (TT 01/2022/TT-BLĐTBXH). */
export const ACTIVITIES = ['employed', 'unemployed', 'inactive', 'unclear'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Lý do không tham gia HĐKT; "unable" without a diagnosis, since health is sensitive (NĐ 356/2025, Điều 4). */
export const INACTIVE_REASONS = ['study', 'retired', 'housework', 'unable', 'military', 'other'] as const;
export type InactiveReason = (typeof INACTIVE_REASONS)[number];

/** Trình độ chuyên môn kỹ thuật, lowest first (TT 01/2022/TT-BLĐTBXH, Mẫu 01). */
export const TRAININGS = [
  'none',
  'skilled-no-certificate',
  'certificate-under-3-months',
  'elementary',
  'intermediate',
  'college',
  'university',
  'postgraduate',
  'unclear'
] as const;
export type Training = (typeof TRAININGS)[number];

/** A person of a household (nhân khẩu). Codes are text here: one that this version does not know is kept (EN4). */
export type Person = Readonly<{
  id: PersonId;
  household: HouseholdId;
  name: string;
  birth: string | null;
  sex: string | null;
  relation: string | null;
  residence: string | null;
  arrivedOn: string | null;
  nationalId: string | null;
  insurance: string | null;
  insuranceGroup: number | null;
  insuranceExpiry: string | null;
  insuranceSource: string | null;
  activity: string | null;
  inactiveReason: string | null;
  training: string | null;
  schooling: string | null;
  jobPosition: string | null;
  socialInsurance: string | null;
  workedBefore: string | null;
  unemployedFor: string | null;
  /** Answers to the campaign's questions, by field. */
  answers: Answers;
  closed: string | null;
  closedOn: string | null;
}>;

export const personFrom = (row: Row): Person => ({
  id: row.id as PersonId,
  household: row.household,
  name: textOf(row, 'name') ?? '',
  birth: textOf(row, 'birth'),
  sex: textOf(row, 'sex'),
  relation: textOf(row, 'relation'),
  residence: textOf(row, 'residence'),
  arrivedOn: textOf(row, 'arrivedOn'),
  nationalId: textOf(row, 'nationalId'),
  insurance: textOf(row, 'insurance'),
  insuranceGroup: valueOf(row, 'insuranceGroup') as number | null,
  insuranceExpiry: textOf(row, 'insuranceExpiry'),
  insuranceSource: textOf(row, 'insuranceSource'),
  activity: textOf(row, 'activity'),
  inactiveReason: textOf(row, 'inactiveReason'),
  training: textOf(row, 'training'),
  schooling: textOf(row, 'schooling'),
  jobPosition: textOf(row, 'jobPosition'),
  socialInsurance: textOf(row, 'socialInsurance'),
  workedBefore: textOf(row, 'workedBefore'),
  unemployedFor: textOf(row, 'unemployedFor'),
  answers: answersFrom(row),
  closed: textOf(row, 'closed'),
  closedOn: textOf(row, 'closedOn')
});
