/** What is wrong with a campaign; the screen has the sentence. */
export type CampaignProblemCode =
  | 'no-title'
  | 'dates-reversed'
  | 'not-a-date'
  | 'no-groups'
  | 'code-twice'
  | 'no-name'
  | 'target-out-of-range'
  | 'unknown-rule'
  | 'rule-twice'
  | 'no-counting'
  | 'unknown-question'
  | 'unknown-answer'
  | 'nothing-counted'
  | 'range-reversed'
  | 'field-twice'
  | 'too-few-choices'
  | 'period-outside'
  | 'period-reversed'
  | 'period-twice'
  | 'points-not-positive'
  | 'unknown-indicator'
  | 'indicator-twice'
  | 'steps-wrong'
  | 'bands-not-descending'
  | 'unknown-band'
  | 'grant-not-positive'
  | 'coverage-out-of-range'
  | 'digits-out-of-range';

/** One problem and what it is about: an indicator's code, a question's field, an item, a period's name. */
export type CampaignProblem = Readonly<{ code: CampaignProblemCode; about: string }>;
