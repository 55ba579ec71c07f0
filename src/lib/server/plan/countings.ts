import type { Counting } from '$lib/domain/plan/indicator';

/** The parts of an indicator whose figure is an answer. */
export const answered = (code: keyof typeof COUNTINGS) => ({
  code,
  rule: `answer:${code}`,
  counting: COUNTINGS[code],
  unit: '%',
  alsoShown: []
});

const counting = (
  field: string,
  subject: Counting['subject'],
  classes: Counting['classes'],
  bornIn: number | null = null
): Counting => ({ field, subject, classes, range: null, bornIn: bornIn === null ? null : [bornIn] });

const YEAR = 2025;

/** What the answers count for (domain 1.7 to 1.11); by code of the indicator. */
const COUNTINGS = {
  '7a': counting('q-poverty', 'household', { poor: 'counted', 'near-poor': 'missing', none: 'missing' }),
  '7b': counting('q-poverty', 'household', { 'near-poor': 'counted', poor: 'missing', none: 'missing' }),
  // By birth year, whatever the month (phổ cập giáo dục, NĐ 20/2014): 5, 6 and 11 years.
  '9a': schooling(5, ['preschool', 'primary'], []),
  '9b': schooling(6, ['primary'], []),
  '9c': schooling(11, ['secondary'], ['primary', 'not-finished-primary']),
  '11': counting('q-waste', 'household', { sorted: 'counted', collected: 'counted', no: 'missing' }),
  '12': counting('q-water', 'members', { piped: 'counted', well: 'missing', other: 'missing' }),
  // Mỗi tuần ít nhất 03 lần, mỗi lần ít nhất 30 phút (TT 01/2019/TT-BVHTTDL).
  '13c': counting('q-exercise', 'person', { yes: 'counted', no: 'missing' })
};

function schooling(age: number, counted: readonly string[], outside: readonly string[]): Counting {
  const word = (code: string) =>
    counted.includes(code) ? 'counted' : outside.includes(code) ? 'outside' : 'missing';
  const codes = ['preschool', 'primary', 'secondary', 'not-finished-primary', 'no'];
  const classes = Object.fromEntries(codes.map((code) => [code, word(code)] as const));
  return counting('q-schooling', 'person', { ...classes, exempt: 'outside' }, YEAR - age);
}
