import type {
  JobPosition,
  Schooling,
  SocialInsurance,
  UnemployedFor,
  WorkedBefore
} from '$lib/domain/people/labour-form';
import type { InactiveReason } from '$lib/domain/people/person';

export const JOB_POSITION_WORDS: Readonly<Record<JobPosition, string>> = {
  owner: 'Chủ cơ sở SXKD',
  'own-account': 'Tự làm',
  family: 'Lao động gia đình',
  employee: 'Làm công ăn lương'
};

export const SOCIAL_INSURANCE_WORDS: Readonly<Record<SocialInsurance, string>> = {
  compulsory: 'Bắt buộc',
  voluntary: 'Tự nguyện',
  none: 'Không tham gia'
};

export const WORKED_BEFORE_WORDS: Readonly<Record<WorkedBefore, string>> = {
  never: 'Chưa bao giờ làm việc',
  before: 'Đã từng làm việc'
};

export const UNEMPLOYED_FOR_WORDS: Readonly<Record<UnemployedFor, string>> = {
  'under-3-months': 'Dưới 3 tháng',
  '3-to-12-months': '3 tháng đến 1 năm',
  'over-a-year': 'Trên 1 năm'
};

export const SCHOOLING_WORDS: Readonly<Record<Schooling, string>> = {
  'below-primary': 'Chưa học xong tiểu học',
  primary: 'Tốt nghiệp tiểu học',
  'lower-secondary': 'Tốt nghiệp THCS',
  'upper-secondary': 'Tốt nghiệp THPT'
};

/** Tình trạng tham gia HĐKT and the reason, as the form itself writes them: to be copied onto it word for word. */
const ACTIVITY_ON_FORM: Readonly<Record<string, string>> = {
  employed: 'Người có việc làm',
  unemployed: 'Người thất nghiệp',
  inactive: 'Không tham gia HĐKT'
};

const REASON_ON_FORM: Readonly<Record<InactiveReason, string>> = {
  study: 'Đi học',
  retired: 'Hưu trí',
  housework: 'Nội trợ',
  unable: 'Khuyết tật',
  military: 'Khác',
  other: 'Khác'
};

/** "Không tham gia HĐKT · Hưu trí"; nothing before the work is known. */
export function activityOnForm(activity: string | null, reason: string | null): string | undefined {
  if (activity === null || !Object.hasOwn(ACTIVITY_ON_FORM, activity)) return;
  const why = activity === 'inactive' && reason !== null && Object.hasOwn(REASON_ON_FORM, reason);
  return [ACTIVITY_ON_FORM[activity], why && REASON_ON_FORM[reason as InactiveReason]]
    .filter(Boolean)
    .join(' · ');
}
