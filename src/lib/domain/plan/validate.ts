import { isDay } from '../calendar';
import type { Campaign } from './campaign';
import type { CampaignProblem, CampaignProblemCode } from './campaign-problem';
import type { Indicator } from './indicator';
import { isPortion } from './portion';
import { isAnswerRule, isCodedRule } from './rules';
import { REPORTING } from './rules';
import { validateCulture } from './validate-culture';
import { validateScale } from './validate-scale';

/** Everything that keeps a campaign from being saved; empty where it is sound. */
export function validateCampaign(campaign: Campaign): CampaignProblem[] {
  return [
    ...validateHead(campaign),
    ...twice(
      campaign.indicators.map(({ code }) => code),
      'code-twice'
    ),
    ...twice(
      campaign.indicators.flatMap(({ rule }) => rule ?? []),
      'rule-twice'
    ),
    ...campaign.indicators.flatMap((indicator) => validateIndicator(indicator, campaign)),
    ...validateQuestions(campaign),
    ...(campaign.culture ? validateCulture(campaign.culture) : []),
    ...validatePeriods(campaign),
    ...validateScale(campaign, [...campaign.indicators.map(({ code }) => code), REPORTING])
  ];
}

function validateHead({ title, startsOn, endsOn, groups }: Campaign): CampaignProblem[] {
  const problems: CampaignProblem[] = [];
  if (title.trim() === '') problems.push({ code: 'no-title', about: '' });
  for (const day of [startsOn, endsOn]) if (!isDay(day)) problems.push({ code: 'not-a-date', about: day });
  if (startsOn > endsOn) problems.push({ code: 'dates-reversed', about: '' });
  if (groups.length === 0) problems.push({ code: 'no-groups', about: '' });
  return problems;
}

function validateIndicator(indicator: Indicator, campaign: Campaign): CampaignProblem[] {
  const { code: about, name, shortName, target, rule, asOf } = indicator;
  const codes: CampaignProblemCode[] = [];
  if (name.trim() === '' || shortName.trim() === '') codes.push('no-name');
  if (target.kind === 'share' && !isPortion(target)) codes.push('target-out-of-range');
  if (target.kind === 'count' && target.value < 0) codes.push('target-out-of-range');
  if (asOf !== null && !isDay(asOf)) codes.push('not-a-date');
  if (rule !== null && !isCodedRule(rule) && !isAnswerRule(rule)) codes.push('unknown-rule');
  if (rule !== null && isAnswerRule(rule)) codes.push(...validateCounting(indicator, campaign));
  return codes.map((code) => ({ code, about }));
}

function validateCounting({ counting }: Indicator, { questions }: Campaign): CampaignProblemCode[] {
  if (!counting) return ['no-counting'];
  const { field, subject, classes, range } = counting;
  const asked = subject === 'person' ? 'person' : 'household';
  const question = questions.find((one) => one.field === field && one.subject === asked);
  if (!question) return ['unknown-question'];
  if (question.answer.kind === 'number') {
    if (!range || (range.from === null && range.to === null)) return ['nothing-counted'];
    return (range.from ?? -Infinity) > (range.to ?? Infinity) ? ['range-reversed'] : [];
  }
  const offered = question.answer.choices.map(({ code }) => code);
  const problems: CampaignProblemCode[] = [];
  if (offered.some((code) => !Object.hasOwn(classes, code))) problems.push('unknown-answer');
  if (Object.keys(classes).some((code) => !offered.includes(code))) problems.push('unknown-answer');
  if (!Object.values(classes).includes('counted')) problems.push('nothing-counted');
  return [...new Set(problems)];
}

function validateQuestions({ questions }: Campaign): CampaignProblem[] {
  const wanting = questions.flatMap(({ field, text, shortText, answer }): CampaignProblem[] => {
    const problems: CampaignProblem[] = [];
    if (text.trim() === '' || shortText.trim() === '') problems.push({ code: 'no-name', about: field });
    if (answer.kind === 'number') {
      if (answer.least >= answer.most) problems.push({ code: 'range-reversed', about: field });
      return problems;
    }
    if (answer.choices.length < 2) problems.push({ code: 'too-few-choices', about: field });
    const codes = answer.choices.map(({ code }) => code);
    return [...problems, ...twice(codes, 'code-twice').map((problem) => ({ ...problem, about: field }))];
  });
  const fields = questions.map(({ field }) => field);
  return [...wanting, ...twice(fields, 'field-twice')];
}

function validatePeriods({ periods, startsOn, endsOn }: Campaign): CampaignProblem[] {
  const wrong = periods.flatMap(({ name, asOf, opensOn, dueBefore }): CampaignProblem[] => {
    if (![asOf, opensOn, dueBefore].every(isDay)) return [{ code: 'not-a-date', about: name }];
    if (opensOn >= dueBefore || asOf >= dueBefore) return [{ code: 'period-reversed', about: name }];
    return asOf < startsOn || asOf > endsOn ? [{ code: 'period-outside', about: name }] : [];
  });
  const ids = periods.map(({ id }) => id);
  return [...wrong, ...twice(ids, 'period-twice')];
}

/** Those that stand there more than once. */
const twice = (all: readonly string[], code: CampaignProblemCode): CampaignProblem[] =>
  [...new Set(all.filter((one, place) => all.indexOf(one) !== place))].map((about) => ({ code, about }));
