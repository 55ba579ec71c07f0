import { compareWalk } from '../people/address';
import type { Day } from '../calendar';
import type { Campaign } from '../plan/campaign';
import { judgedRules } from '../plan/rules';
import { type Classified, classify, judgeFile } from './classify';
import type { HouseholdFile } from '../people/household-file';
import type { Indicator } from '../plan/indicator';
import type { RuleName } from '../plan/rules';
import { compareNames } from '../people/names';
import type { Person } from '../people/person';
import type { ReasonCode } from './reason';
import { absenceOfHousehold } from './residence';
import type { Class } from './tally';
import { isLessBetter } from './target';
import { isBetween, isReviewed } from '../people/visit';

/** How far a household is in this round (tiến độ rà soát của hộ). */
export type HouseholdProgress = Readonly<{
  classes: Readonly<Partial<Record<RuleName, readonly Classified[]>>>;
  /** Questions without an answer; one that waits for another's answer is not counted twice. */
  unanswered: number;
  /** Answers that lack something: no card, no work. */
  missing: number;
  /** unanswered + missing. */
  open: number;
  /** outside: nobody lives there any more, and there is nobody to ask. */
  reviewed: 'yes' | 'no' | 'absent' | 'outside';
}>;

/** Whether a household still waits for its visit in this round; the same households as the coverage counts (độ phủ). */
export const isToReview = (progress: HouseholdProgress | undefined): boolean =>
  progress?.reviewed !== 'yes' && progress?.reviewed !== 'outside';

/** Whether it is to be visited is asked of every household, the rest of those on the screen: worked out when looked at. */
export function progressOf(file: HouseholdFile, campaign: Campaign, asOf: Day): HouseholdProgress {
  let found: Answered | undefined;
  const answered = () => (found ??= answeredIn(file, campaign, asOf));
  return {
    reviewed: reviewedIn(file, campaign, asOf),
    get classes() {
      return answered().classes;
    },
    get unanswered() {
      return answered().unanswered;
    },
    get missing() {
      return answered().missing;
    },
    get open() {
      return answered().unanswered + answered().missing;
    }
  };
}

type Answered = Pick<HouseholdProgress, 'classes' | 'unanswered' | 'missing'>;

function answeredIn(file: HouseholdFile, campaign: Campaign, asOf: Day): Answered {
  const traits = traitsOf(campaign);
  const all = traits.map((): Classified[] => []);
  const questions = new Set<string>();
  const lacking = new Set<string>();
  judgeFile(judgedRules(campaign), file, asOf, campaign, (place, judgement, subject, id) => {
    const trait = traits[place]!;
    const judged = { class: judgement.class, reason: judgement.reason, subject, id } as Classified;
    all[place]!.push(judged);
    if (judged.class === trait.wrong) lacking.add(keyOf(trait, judged, file));
    else if (isQuestion(judged)) questions.add(keyOf(trait, judged, file));
  });
  const classes = Object.fromEntries(traits.map(({ rule }, place) => [rule, all[place]!] as const));
  return { classes, unanswered: questions.size, missing: lacking.size };
}

/** What progress must know of a rule: who keeps its target away, and which answer stands behind it. */
type Trait = Readonly<{ rule: RuleName; wrong: Class; counting: Indicator['counting'] }>;

const TRAITS = new WeakMap<Campaign, readonly Trait[]>();

function traitsOf(campaign: Campaign): readonly Trait[] {
  const known = TRAITS.get(campaign);
  if (known) return known;
  const traits = judgedRules(campaign).map((rule): Trait => {
    const counting = campaign.indicators.find((indicator) => indicator.rule === rule)?.counting ?? null;
    return { rule, wrong: lackingClass(rule, campaign), counting };
  });
  TRAITS.set(campaign, traits);
  return traits;
}

/** One answer may serve several indicators, and one of a household all its members: it is asked once. */
function keyOf({ rule, counting }: Trait, { id, reason }: Classified, { household }: HouseholdFile): string {
  if (reason === 'no-birth') return `birth ${id}`;
  if (!counting) return `${rule} ${id}`;
  return `${counting.field} ${counting.subject === 'person' ? id : household.id}`;
}

/** Who keeps the target away: where less is better, those who are counted. */
function lackingClass(rule: RuleName, { indicators }: Campaign): Class {
  const indicator = indicators.find((one) => one.rule === rule);
  return indicator && isLessBetter(indicator) ? 'counted' : 'missing';
}

const isQuestion = (judged: Classified): boolean =>
  judged.class === 'unknown' && judged.reason !== 'activity-open';

function reviewedIn(file: HouseholdFile, campaign: Campaign, asOf: Day): HouseholdProgress['reviewed'] {
  const { visits } = file;
  const { startsOn } = campaign;
  if (absenceOfHousehold(file, asOf, campaign)) return 'outside';
  if (isReviewed(visits, startsOn, asOf)) return 'yes';
  return visits.some((visit) => isBetween(visit, startsOn, asOf)) ? 'absent' : 'no';
}

/** One who keeps the share down, with the file to open; the person where the rule is about people. */
export type Lacking = Readonly<{ file: HouseholdFile; person: Person | undefined; judged: Classified }>;

/** "Còn N người nữa", by name and easiest first: a question to ask, a card to renew, then what takes longer. */
export function whoLacks(
  files: Iterable<HouseholdFile>,
  rule: RuleName,
  campaign: Campaign,
  asOf: Day
): Lacking[] {
  const wrong = lackingClass(rule, campaign);
  return select(
    files,
    rule,
    campaign,
    asOf,
    (judged) => judged.class === wrong || judged.class === 'unknown'
  ).sort((a, b) => effortFor(a.judged) - effortFor(b.judged) || inWalkOrder(a, b));
}

/** Those still counted whose card ends within 30 days (sắp hết hạn), the walk's order. */
export function whoExpiresSoon(files: Iterable<HouseholdFile>, campaign: Campaign, asOf: Day): Lacking[] {
  return select(files, 'insurance', campaign, asOf, ({ reason }) => reason === 'card-expires-soon').sort(
    inWalkOrder
  );
}

function select(
  files: Iterable<HouseholdFile>,
  rule: RuleName,
  campaign: Campaign,
  asOf: Day,
  isWanted: (judged: Classified) => boolean
): Lacking[] {
  const found: Lacking[] = [];
  for (const file of files) {
    for (const judged of classify(rule, file, asOf, campaign).filter(isWanted)) {
      found.push({ file, judged, person: file.people.find(({ id }) => id === judged.id) });
    }
  }
  return found;
}

const HARDEST: readonly ReasonCode[] = ['too-new', 'barred'];

function effortFor(judged: Classified): number {
  if (judged.class === 'unknown') return 0;
  if (judged.reason === 'card-expired') return 1;
  return HARDEST.includes(judged.reason) ? 3 : 2;
}

const inWalkOrder = (a: Lacking, b: Lacking): number =>
  compareWalk(a.file.household, b.file.household) || compareNames(nameIn(a), nameIn(b));

/** Of the person, or of the head of the household. */
const nameIn = ({ person, file }: Lacking): string => (person ?? file.people[0])?.name ?? '';
