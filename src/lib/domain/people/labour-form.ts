/** Vị thế việc làm, of who works (TT 01/2022/TT-BLĐTBXH, Mẫu 01). */
export const JOB_POSITIONS = ['owner', 'own-account', 'family', 'employee'] as const;
export type JobPosition = (typeof JOB_POSITIONS)[number];

/** Tham gia bảo hiểm xã hội, of who works (Mẫu 01). */
export const SOCIAL_INSURANCES = ['compulsory', 'voluntary', 'none'] as const;
export type SocialInsurance = (typeof SOCIAL_INSURANCES)[number];

/** Người thất nghiệp: đã từng làm việc hay chưa, và thời gian thất nghiệp (Mẫu 01). */
export const WORKED_BEFORE = ['never', 'before'] as const;
export type WorkedBefore = (typeof WORKED_BEFORE)[number];
export const UNEMPLOYED_FOR = ['under-3-months', '3-to-12-months', 'over-a-year'] as const;
export type UnemployedFor = (typeof UNEMPLOYED_FOR)[number];

/** Trình độ giáo dục phổ thông cao nhất (Mẫu 01). */
export const SCHOOLINGS = ['below-primary', 'primary', 'lower-secondary', 'upper-secondary'] as const;
export type Schooling = (typeof SCHOOLINGS)[number];
