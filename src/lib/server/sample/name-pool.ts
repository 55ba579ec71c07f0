import type { Sex } from '$lib/domain/people/person';
import type { Random } from './random';

/** Họ as they are spread in the north, Hải Phòng's own ones more often (domain 6.5). */
const SURNAMES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 33],
  ['Phạm', 11],
  ['Trần', 10],
  ['Vũ', 8],
  ['Lê', 7],
  ['Hoàng', 5],
  ['Bùi', 5],
  ['Đỗ', 5],
  ['Đào', 3],
  ['Ngô', 2.5],
  ['Đặng', 2],
  ['Đoàn', 2],
  ['Đinh', 1.5],
  ['Lương', 1.5],
  ['Mai', 1],
  ['Trịnh', 1],
  ['Dương', 1],
  ['Phan', 1],
  ['Cao', 0.7],
  ['Lưu', 0.7],
  ['Tô', 0.7],
  ['Phùng', 0.5],
  ['Hà', 0.5],
  ['Khúc', 0.3],
  ['Hồ', 0.3],
  ['Lý', 0.2]
];

type Cohort = Readonly<{
  until: number;
  middle: readonly (readonly [string, number])[];
  given: readonly string[];
}>;

const list = (names: string): string[] => names.split(', ');
const even = (names: string): (readonly [string, number])[] => list(names).map((name) => [name, 1] as const);

const MEN: readonly Cohort[] = [
  {
    until: 1970,
    middle: [['Văn', 14], ...even('Đức, Xuân, Đình, Quang, Ngọc, Hữu')],
    given: list('Hùng, Dũng, Bình, Sơn, Minh, Thắng, Hải, Tuấn, Quang, Chiến, Thành, Lợi, Thịnh, Khanh, Bảng')
  },
  {
    until: 1995,
    middle: [['Văn', 8], ...even('Đức, Mạnh, Quang, Anh, Xuân, Hữu, Trọng, Việt')],
    given: list('Tuấn, Cường, Hùng, Anh, Đức, Nam, Long, Hưng, Trung, Mạnh, Hiếu, Thắng, Dũng, Kiên, Tùng')
  },
  {
    until: 2005,
    middle: [['Văn', 3], ...even('Đức, Minh, Quang, Hoàng, Tuấn, Việt, Thành')],
    given: list('Anh, Đạt, Nam, Hoàng, Huy, Dương, Sơn, Việt, Phong, Quân, Thái, Vinh')
  },
  {
    until: 9999,
    middle: even('Gia, Đăng, Nhật, Minh, Bảo, Đức, Quang, Hải'),
    given: list('Minh, Bảo, Khoa, Anh, Khang, Huy, Phúc, Khôi, Nam, Long, Đăng')
  }
];

const WOMEN: readonly Cohort[] = [
  {
    until: 1970,
    middle: [['Thị', 24], ...even('Thanh, Kim')],
    given: list('Lan, Hoa, Hương, Nga, Hà, Thanh, Bình, Loan, Mai, Nhung, Thơm, Liên, Vân, Sửu, Gái')
  },
  {
    until: 1995,
    middle: [['Thị', 9], ...even('Thu, Thanh, Ngọc, Hồng, Thúy, Minh')],
    given: list('Hương, Huyền, Hằng, Trang, Thủy, Thảo, Linh, Hạnh, Hà, Phương, Ngân, Yến, Dung, Oanh')
  },
  {
    until: 2005,
    middle: [['Thị', 3], ...even('Thu, Ngọc, Khánh, Phương, Hồng, Minh')],
    given: list('Linh, Anh, Trang, Ngọc, Huyền, Mai, Thảo, Chi, Hiền, Nhi, Quỳnh')
  },
  {
    until: 9999,
    middle: even('Bảo, Khánh, Phương, Minh, Diệp, Hà, Ngọc, Tuệ'),
    given: list('Ngọc, Linh, Anh, Châu, Chi, My, Nhi, An, Vy, Hân')
  }
];

export const surname = (random: Random): string => random.weighted(SURNAMES);

/** Đệm and tên as they were given in the year of birth; a name taken in the family is not given again. */
export function givenName(random: Random, sex: Sex, birthYear: number, taken: Set<string>): string {
  const cohorts = sex === 'male' ? MEN : WOMEN;
  const cohort = cohorts.find(({ until }) => birthYear <= until)!;
  let [middle, given] = [random.weighted(cohort.middle), random.pick(cohort.given)];
  while (middle === given || taken.has(given))
    [middle, given] = [random.weighted(cohort.middle), random.pick(cohort.given)];
  taken.add(given);
  return `${middle} ${given}`;
}
