import { isDay } from '../calendar';
import type { CampaignProblem, CampaignProblemCode } from './campaign-problem';
import type { CultureRules } from './culture';
import { isPortion } from './portion';

/** What is wrong with the year's rules of gia đình văn hóa; a frame without points is sound. */
export function validateCulture(rules: CultureRules): CampaignProblem[] {
  const criteria = rules.standards.flatMap((standard) => standard.criteria);
  const most = criteria.reduce((sum, criterion) => sum + criterion.most, 0);
  const portions = [rules.leastOfStandard, rules.leastPresent, rules.leastAgreed];
  return [
    ...when(rules.decree.trim() === '', 'no-name', 'Căn cứ'),
    ...when(criteria.length === 0, 'no-criteria', ''),
    ...rules.standards.flatMap(({ code, title, criteria: own }) => [
      ...when(title.trim() === '', 'no-name', code),
      ...when(own.length === 0, 'no-criteria', code)
    ]),
    ...when(rules.passMark !== null && (rules.passMark <= 0 || rules.passMark > most), 'pass-mark-wrong', ''),
    ...when(!portions.every((one) => one === null || isPortion(one)), 'target-out-of-range', ''),
    ...when(!isDay(rules.completeBefore), 'not-a-date', rules.completeBefore)
  ];
}

const when = (isWrong: boolean, code: CampaignProblemCode, about: string): CampaignProblem[] =>
  isWrong ? [{ code, about }] : [];
