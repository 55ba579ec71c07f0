import type { Day } from '../calendar';
import type { Campaign } from '../plan/campaign';
import { shownRules } from '../plan/rules';
import { judgeFile } from './classify';
import type { HouseholdFile } from '../people/household-file';
import type { Figures, Tally } from './group-figures';
import type { Judgement } from './reason';
import { absenceOfHousehold } from './residence';
import { isReviewed } from '../people/visit';

/** counted: numerator; missing: denominator only; unknown: not asked yet, denominator too; outside: neither. */
export const CLASSES = ['counted', 'missing', 'unknown', 'outside'] as const;
export type Class = (typeof CLASSES)[number];

/** Counts what the rule book says of each file on a day; `since` begins the round that coverage is about. */
export function tallyFiles(
  files: Iterable<HouseholdFile>,
  campaign: Campaign,
  asOf: Day,
  since: Day = campaign.startsOn
): Figures {
  const rules = shownRules(campaign);
  const tallies = rules.map((): Tally => [0, 0, 0, 0]);
  const count = (place: number, { class: word }: Judgement): void => {
    tallies[place]![PLACES[word]] += 1;
  };
  let reviewed = 0;
  let open = 0;
  for (const file of files) {
    const absent = absenceOfHousehold(file, asOf, campaign);
    judgeFile(rules, file, asOf, campaign, count, absent);
    if (absent) continue;
    open += 1;
    if (isReviewed(file.visits, since, asOf)) reviewed += 1;
  }
  const named = Object.fromEntries(rules.map((rule, place) => [rule, tallies[place]!] as const));
  return { coverage: [reviewed, open], tallies: named };
}

const PLACES = { counted: 0, missing: 1, unknown: 2, outside: 3 } as const satisfies Record<Class, number>;

/** The denominator (mẫu số): not asked counts, so that a share never rises by not asking (decision 002). */
export const denominatorOf = ([counted, missing, unknown]: Tally): number => counted + missing + unknown;

export const NO_TALLY: Tally = [0, 0, 0, 0];

export const addTallies = (a: Tally, b: Tally): Tally => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];

/** The ward is the sum of its groups' counts, never the mean of their percentages. */
export function addFigures(all: readonly Figures[]): Figures {
  const tallies: Record<string, Tally> = {};
  let [reviewed, open] = [0, 0];
  for (const figures of all) {
    reviewed += figures.coverage[0];
    open += figures.coverage[1];
    for (const rule in figures.tallies) {
      const tally = figures.tallies[rule]!;
      const sum = (tallies[rule] ??= [0, 0, 0, 0]);
      for (let place = 0; place < 4; place += 1) sum[place]! += tally[place]!;
    }
  }
  return { coverage: [reviewed, open], tallies };
}

/** A total with one part of it put in, or taken out: a change of one household needs no recount. */
export function withPart(total: Figures, { coverage, tallies }: Figures, sign: 1 | -1): Figures {
  const summed: Record<string, Tally> = { ...total.tallies };
  for (const rule in tallies) {
    const signed = tallies[rule]!.map((count) => count * sign) as Tally;
    summed[rule] = addTallies(summed[rule] ?? NO_TALLY, signed);
  }
  const [reviewed, open] = total.coverage;
  return { coverage: [reviewed + coverage[0] * sign, open + coverage[1] * sign], tallies: summed };
}
