import type { Day } from '../calendar';
import type { Campaign } from '../plan/campaign';
import type { HouseholdId } from '../ids';
import type { GroupFigures } from './group-figures';
import { type HouseholdSigns, ODD_SIGNS, type OddSign } from './household-signs';
import { denominatorOf } from './tally';

/** What makes a group's figures worth a second look (dấu hiệu cần kiểm tra); people decide, never a machine. */
export type DoubtCode =
  'all-alike' | 'many-unclear' | 'denominator-shrank' | 'households-differ' | 'round-too-fast' | OddSign;

/** One doubt about a group: how many it is about, which indicator or day, and the households where they can be named. */
export type Doubt = Readonly<{
  code: DoubtCode;
  count: number;
  /** Of how many, or what it was before. */
  of: number;
  about: string | null;
  households: readonly HouseholdId[];
}>;

/** What a group's figures are held against. */
export type Against = Readonly<{
  /** Of its open households. */
  signs: readonly HouseholdSigns[];
  figures: GroupFigures;
  /** Figures of an earlier day, a closed period for instance. */
  earlier: GroupFigures | undefined;
  /** Households by the office's list; null where it is not known. */
  officialHouseholds: number | null;
}>;

const ENOUGH_TO_WONDER = 50;
const MOST_IN_A_DAY = 80;

/** Nothing is refused by it. */
export const doubtsAbout = (campaign: Campaign, against: Against): Doubt[] => [
  ...allAlike(campaign, against),
  ...manyUnclear(against.signs),
  ...shrunk(campaign, against),
  ...differing(against),
  ...tooFast(against.signs),
  ...ODD_SIGNS.flatMap((sign) => showing(against.signs, sign))
];

/** Everybody on the good side, of many: seldom true where the plan itself asks for less than all. */
const allAlike = ({ indicators }: Campaign, { figures }: Against): Doubt[] =>
  indicators.flatMap(({ code, rule, target, direction }): Doubt[] => {
    const tally = rule === null ? undefined : figures.tallies[rule];
    if (!tally || target.kind !== 'share' || direction !== 'up' || tally[1] > 0) return [];
    return tally[0] < ENOUGH_TO_WONDER
      ? []
      : [{ code: 'all-alike', count: tally[0], of: denominatorOf(tally), about: code, households: [] }];
  });

function manyUnclear(signs: readonly HouseholdSigns[]): Doubt[] {
  const unclear = signs.reduce((sum, one) => sum + one.unclear, 0);
  const answers = signs.reduce((sum, one) => sum + one.answers, 0);
  if (unclear < 10 || unclear * 20 <= answers) return [];
  return [{ code: 'many-unclear', count: unclear, of: answers, about: null, households: [] }];
}

/** By more than a fiftieth, and by five at least: removing who has no card raises the share of cards. */
const shrunk = ({ indicators }: Campaign, { figures, earlier }: Against): Doubt[] =>
  indicators.flatMap(({ code, rule }): Doubt[] => {
    const [now, then] = [figures, earlier].map((one) => (rule === null ? undefined : one?.tallies[rule]));
    if (!now || !then) return [];
    const lost = denominatorOf(then) - denominatorOf(now);
    if (lost < 5 || lost * 50 <= denominatorOf(then)) return [];
    return [
      { code: 'denominator-shrank', count: lost, of: denominatorOf(then), about: code, households: [] }
    ];
  });

function differing({ figures, officialHouseholds }: Against): Doubt[] {
  const [, open] = figures.coverage;
  if (officialHouseholds === null || Math.abs(open - officialHouseholds) * 20 <= officialHouseholds)
    return [];
  return [{ code: 'households-differ', count: open, of: officialHouseholds, about: null, households: [] }];
}

function tooFast(signs: readonly HouseholdSigns[]): Doubt[] {
  const perDay = new Map<Day, number>();
  for (const day of signs.flatMap(({ visitedOn }) => visitedOn)) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  return [...perDay].flatMap(([day, seen]): Doubt[] =>
    seen > MOST_IN_A_DAY
      ? [{ code: 'round-too-fast', count: seen, of: signs.length, about: day, households: [] }]
      : []
  );
}

function showing(signs: readonly HouseholdSigns[], code: OddSign): Doubt[] {
  const households = signs.filter(({ odd }) => odd.includes(code)).map(({ household }) => household);
  if (households.length === 0) return [];
  return [{ code, count: households.length, of: signs.length, about: null, households }];
}
