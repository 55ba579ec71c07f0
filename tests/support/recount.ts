/**
 * The sample ward counted a second time by somebody who has read the law and not the code: nothing here imports from src.
 * Each line of a group is [counted, missing, unknown, outside], as the plan's indicators ask for them.
 */
type RawRow = Readonly<{
  type: string;
  id: string;
  household: string;
  group: string;
  values: Readonly<Record<string, unknown>>;
}>;
type Values = RawRow['values'];
type Line = [counted: number, missing: number, unknown: number, outside: number];
type Word = 'counted' | 'missing' | 'unknown' | 'outside';
type Home = { group: string; values: Values; people: Values[]; state: unknown; visits: Values[] };

export type Counted = { coverage: [number, number]; lines: Map<string, Line> };

const PLACES: readonly Word[] = ['counted', 'missing', 'unknown', 'outside'];

export function recount(rows: readonly RawRow[], today: string, startsOn: string): Map<string, Counted> {
  const homes = new Map<string, Home>();
  for (const { id, household, group, type, values } of rows) {
    const home = homes.get(household) ?? { group, values: {}, people: [], state: undefined, visits: [] };
    if (type === 'household') home.values = values;
    if (type === 'person') home.people.push(values);
    if (type === 'assessment' && id.endsWith(`/${today.slice(0, 4)}`)) home.state = values.state;
    if (type === 'visit') home.visits.push(values);
    homes.set(household, home);
  }
  const groups = new Map<string, Counted>();
  for (const home of homes.values()) {
    const counted = groups.get(home.group) ?? { coverage: [0, 0], lines: new Map() };
    groups.set(home.group, counted);
    const add = (indicator: string, word: Word) => {
      const line = counted.lines.get(indicator) ?? [0, 0, 0, 0];
      line[PLACES.indexOf(word)]! += 1;
      counted.lines.set(indicator, line);
    };
    countHousehold(home, today, add);
    if (!livesHere(home, today)) continue;
    counted.coverage[1] += 1;
    const isSeen = home.visits.some(
      ({ on, outcome }) => String(on) >= startsOn && String(on) <= today && outcome !== 'absent'
    );
    if (isSeen) counted.coverage[0] += 1;
  }
  return groups;
}

function countHousehold(home: Home, today: string, add: (indicator: string, word: Word) => void): void {
  const year = Number(today.slice(0, 4));
  const isHere = livesHere(home, today);
  const { 'q-poverty': poverty, 'q-waste': waste, 'q-water': water } = home.values;
  const ofHousehold = (word: Word): Word => (isHere ? word : 'outside');
  add('13a', ofHousehold(culture(home.state, ['expected', 'published', 'proposed', 'recognised'])));
  add('13a công nhận', ofHousehold(culture(home.state, ['recognised'])));
  add('7a', ofHousehold(answer(poverty, ['poor'], ['near-poor', 'none'])));
  add('7b', ofHousehold(answer(poverty, ['near-poor'], ['poor', 'none'])));
  add('11', ofHousehold(answer(waste, ['sorted', 'collected'], ['no'])));
  for (const person of home.people) {
    const isResident = isThere(home.values, today) && isPresent(person, today);
    const of = (word: Word): Word => (isResident ? word : 'outside');
    add('12', of(answer(water, ['piped'], ['well', 'other'])));
    add('13c', of(answer(person['q-exercise'], ['yes'], ['no'])));
    add('10', of(card(person, today)));
    const work = of(workOf(person, today));
    add('8a', work);
    add('8b', trainingOf(person, work, ['none']));
    add(
      '8b có bằng',
      trainingOf(person, work, ['none', 'skilled-no-certificate', 'certificate-under-3-months'])
    );
    const school = person['q-schooling'];
    const bornIn = Number(String(person.birth).slice(0, 4));
    const inYear = (age: number, word: Word): Word => of(bornIn === year - age ? word : 'outside');
    const exempt = school === 'exempt';
    add(
      '9a',
      inYear(
        5,
        exempt
          ? 'outside'
          : answer(school, ['preschool', 'primary'], ['secondary', 'no', 'not-finished-primary'])
      )
    );
    add(
      '9b',
      inYear(
        6,
        exempt
          ? 'outside'
          : answer(school, ['primary'], ['preschool', 'secondary', 'no', 'not-finished-primary'])
      )
    );
    const isStillThere = school === 'primary' || school === 'not-finished-primary';
    add(
      '9c',
      inYear(11, exempt || isStillThere ? 'outside' : answer(school, ['secondary'], ['preschool', 'no']))
    );
    const isCounted = !['permanent-away'].includes(String(person.residence));
    add('sinh', isCounted && bornIn === year ? 'counted' : 'outside');
    const died = person.closed === 'died' && String(person.closedOn).startsWith(String(year));
    add('mất', isCounted && died ? 'counted' : 'outside');
  }
}

const isThere = (values: Values, today: string): boolean =>
  values.closed === undefined || values.closed === null || String(values.closedOn) > today;

const isPresent = (person: Values, today: string): boolean =>
  isThere(person, today) && hasArrived(person, today) && person.residence !== 'permanent-away';

const hasArrived = ({ arrivedOn }: Values, today: string): boolean =>
  arrivedOn === undefined || String(arrivedOn) <= today;

const livesHere = ({ values, people }: Home, today: string): boolean =>
  isThere(values, today) && people.some((person) => isPresent(person, today));

function culture(state: unknown, counted: readonly string[]): Word {
  if (state === undefined || state === 'objected') return 'unknown';
  return counted.includes(String(state)) ? 'counted' : 'missing';
}

function answer(given: unknown, counted: readonly string[], missing: readonly string[]): Word {
  if (counted.includes(String(given))) return 'counted';
  return missing.includes(String(given)) ? 'missing' : 'unknown';
}

function card({ insurance, insuranceExpiry }: Values, today: string): Word {
  if (insurance === 'no') return 'missing';
  if (insurance !== 'yes') return 'unknown';
  return insuranceExpiry && String(insuranceExpiry) < today ? 'missing' : 'counted';
}

/** Điều 169: men 61 years 6 months in 2026, women 57; three and four months less the year before. */
const RETIREMENT: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  2025: { male: 735, female: 680 },
  2026: { male: 738, female: 684 }
};

function workOf({ birth, sex, activity, inactiveReason }: Values, today: string): Word {
  const year = Number(today.slice(0, 4));
  const born = `${String(birth)}-01-01`.slice(0, 10);
  const at = (of: number) => monthsAfter(born, RETIREMENT[of]![String(sex)]!);
  if (monthsAfter(born, 15 * 12) > today) return 'outside';
  if (at(year) <= today || at(year - 1) <= `${year - 1}-12-31`) return 'outside';
  if (activity === 'employed') return 'counted';
  if (activity === 'unemployed') return 'missing';
  return activity === 'inactive' && inactiveReason ? 'outside' : 'unknown';
}

/** The same date so many months later; where the month has none, its last. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

function trainingOf({ training }: Values, work: Word, untrained: readonly string[]): Word {
  if (work === 'outside' || work === 'unknown') return work;
  if (training === undefined || training === null || training === 'unclear') return 'unknown';
  return untrained.includes(String(training)) ? 'missing' : 'counted';
}
