import type { Campaign } from './campaign';

/** The rules that need more than one answer; a campaign may name others, which are then "chưa tính được" (EN4). */
export const RULES = [
  'culture-expected',
  'culture-recognised',
  'insurance',
  'employment',
  'training',
  'training-certified',
  'births',
  'deaths'
] as const;
export type CodedRule = (typeof RULES)[number];
export type AnswerRule = `answer:${string}`;
/** What a tally is named by. */
export type RuleName = CodedRule | AnswerRule;

export const isCodedRule = (rule: string): rule is CodedRule => (RULES as readonly string[]).includes(rule);
export const isAnswerRule = (rule: string): rule is AnswerRule => rule.startsWith('answer:');

/** The rules that this campaign judges by and this version knows, each once. */
export const judgedRules = (campaign: Campaign): readonly RuleName[] => rulesOf(campaign).judged;

/** The same with the readings that are only shown beside them. */
export const shownRules = (campaign: Campaign): readonly RuleName[] => rulesOf(campaign).shown;

const RULES_OF = new WeakMap<Campaign, Readonly<{ judged: RuleName[]; shown: RuleName[] }>>();

/** Asked for every household: found out once. */
function rulesOf(campaign: Campaign) {
  const before = RULES_OF.get(campaign);
  if (before) return before;
  const { indicators } = campaign;
  const found = {
    judged: known(indicators.map(({ rule }) => rule)),
    shown: known(indicators.flatMap(({ rule, alsoShown }) => [rule, ...alsoShown]))
  };
  RULES_OF.set(campaign, found);
  return found;
}

function known(named: readonly (string | null)[]): RuleName[] {
  const answered = named.filter((rule) => rule !== null && isAnswerRule(rule)) as RuleName[];
  return [...new Set([...RULES.filter((rule) => named.includes(rule)), ...answered])];
}

/** Stands among the indicators of a line for "chế độ báo cáo": periods signed in time, of those due. */
export const REPORTING = 'reporting';

/** What an officer types for it among the codes of a line (chế độ báo cáo). */
export const REPORTING_WORD = 'báo cáo';
