import type { Answers } from '../people/answers';
import { birthYear, type Day } from '../calendar';
import type { Campaign } from '../plan/campaign';
import type { HouseholdFile } from '../people/household-file';
import { isOpen } from '../people/household-file';
import type { HouseholdId } from '../ids';
import { UNCLEAR } from '../plan/answer-rules';
import type { Person } from '../people/person';
import { denominatorOf } from './tally';
import type { GroupFigures } from './group-figures';

/** What makes a group's figures worth a second look (dấu hiệu cần kiểm tra); people decide, never a machine. */
export type DoubtCode =
  | 'all-alike'
  | 'many-unclear'
  | 'denominator-shrank'
  | 'households-differ'
  | 'round-too-fast'
  | 'two-heads'
  | 'age-impossible'
  | 'head-too-young'
  | 'child-older-than-head';

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
  files: readonly HouseholdFile[];
  figures: GroupFigures;
  /** Figures of an earlier day, a closed period for instance. */
  earlier: GroupFigures | undefined;
  /** Households by the office's list; null where it is not known. */
  officialHouseholds: number | null;
}>;

const ENOUGH_TO_WONDER = 50;
const MOST_IN_A_DAY = 80;
const OLDEST = 110;

/** Nothing is refused by it. */
export function doubtsAbout(campaign: Campaign, against: Against, asOf: Day): Doubt[] {
  const files = against.files.filter(isOpen);
  return [
    ...allAlike(campaign, against),
    ...manyUnclear(files),
    ...shrunk(campaign, against),
    ...differing(against),
    ...tooFast(files),
    ...within(files, 'two-heads', hasTwoHeads),
    ...within(files, 'age-impossible', (file) => file.people.some((person) => isTooOld(person, asOf))),
    ...within(files, 'head-too-young', (file) => isHeadTooYoung(file, asOf)),
    ...within(files, 'child-older-than-head', hasOlderChild)
  ];
}

/** Everybody on the good side, of many: seldom true where the plan itself asks for less than all. */
const allAlike = ({ indicators }: Campaign, { figures }: Against): Doubt[] =>
  indicators.flatMap(({ code, rule, target, direction }): Doubt[] => {
    const tally = rule === null ? undefined : figures.tallies[rule];
    if (!tally || target.kind !== 'share' || direction !== 'up' || tally[1] > 0) return [];
    return tally[0] < ENOUGH_TO_WONDER
      ? []
      : [{ code: 'all-alike', count: tally[0], of: denominatorOf(tally), about: code, households: [] }];
  });

function manyUnclear(files: readonly HouseholdFile[]): Doubt[] {
  let [unclear, answers] = [0, 0];
  const count = (given: readonly unknown[]) => {
    for (const answer of given) {
      if (answer === null || answer === undefined) continue;
      answers += 1;
      if (answer === UNCLEAR) unclear += 1;
    }
  };
  for (const { household, people } of files) {
    count(valuesOf(household.answers));
    for (const person of people) {
      count([person.insurance, person.activity, person.training, ...valuesOf(person.answers)]);
    }
  }
  if (unclear < 10 || unclear * 20 <= answers) return [];
  return [{ code: 'many-unclear', count: unclear, of: answers, about: null, households: [] }];
}

const valuesOf = (answers: Answers): unknown[] => Object.values(answers);

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

function tooFast(files: readonly HouseholdFile[]): Doubt[] {
  const perDay = new Map<string, Set<HouseholdId>>();
  for (const { household, visits } of files) {
    for (const { on, undone, outcome } of visits) {
      if (on === null || undone || outcome === 'absent') continue;
      const before = perDay.get(on);
      if (before) before.add(household.id);
      else perDay.set(on, new Set([household.id]));
    }
  }
  return [...perDay].flatMap(([day, seen]): Doubt[] =>
    seen.size > MOST_IN_A_DAY
      ? [{ code: 'round-too-fast', count: seen.size, of: files.length, about: day, households: [] }]
      : []
  );
}

function within(
  files: readonly HouseholdFile[],
  code: DoubtCode,
  isDoubtful: (file: HouseholdFile) => boolean
): Doubt[] {
  const households = files.filter(isDoubtful).map(({ household }) => household.id);
  if (households.length === 0) return [];
  return [{ code, count: households.length, of: files.length, about: null, households }];
}

const present = ({ people }: HouseholdFile): Person[] => people.filter(({ closed }) => closed === null);

const hasTwoHeads = (file: HouseholdFile): boolean =>
  present(file).filter(({ relation }) => relation === 'head').length > 1;

const isTooOld = ({ birth, closed }: Person, asOf: Day): boolean =>
  closed === null && birth !== null && birthYear(asOf) - birthYear(birth) > OLDEST;

const headOf = (file: HouseholdFile): Person | undefined =>
  present(file).find(({ id }) => id === file.household.head);

function isHeadTooYoung(file: HouseholdFile, asOf: Day): boolean {
  const birth = headOf(file)?.birth;
  return Boolean(birth) && birthYear(asOf) - birthYear(birth!) < 15;
}

function hasOlderChild(file: HouseholdFile): boolean {
  const born = headOf(file)?.birth;
  if (!born) return false;
  return present(file).some(
    ({ relation, birth }) => relation === 'child' && birth !== null && birthYear(birth) <= birthYear(born)
  );
}
