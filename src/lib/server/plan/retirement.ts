import type { Campaign } from '$lib/domain/plan/campaign';

const [FIRST, LAST] = [2021, 2035];
const MALE = { first: 60 * 12 + 3, step: 3, last: 62 * 12 };
const FEMALE = { first: 55 * 12 + 4, step: 4, last: 60 * 12 };

/** Tuổi nghỉ hưu in normal conditions (Bộ luật Lao động 2019, Điều 169; NĐ 135/2020, Điều 4): 62 for men in 2028, 60 for women in 2035. */
export const retirement: Campaign['retirement'] = Array.from({ length: LAST - FIRST + 1 }, (_, years) => ({
  year: FIRST + years,
  male: Math.min(MALE.last, MALE.first + MALE.step * years),
  female: Math.min(FEMALE.last, FEMALE.first + FEMALE.step * years)
}));
