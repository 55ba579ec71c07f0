import { addDays, addMonths, type Day, endOfMonth } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { HouseholdId, PersonId } from '$lib/domain/ids';
import type { Values } from './answers';
import type { Draft } from './draft';
import type { Random } from './random';

/** The households and people that every data set must contain (domain 6.6), by name, for tests and for showing. */
export type SpecialCases = Readonly<{
  sameHeadInOneAlley: readonly HouseholdId[];
  oneWordName: PersonId;
  noMiddleName: PersonId;
  decomposedName: PersonId;
  childWhoseCardEnds: PersonId;
  studentTurnedWorker: PersonId;
  womanNearRetirement: PersonId;
  manNearRetirement: PersonId;
  soldiersWife: PersonId;
  temporaryHousehold: HouseholdId;
  movedOut: Readonly<{ household: HouseholdId; on: Day }>;
  split: Readonly<{ from: HouseholdId; to: HouseholdId; on: Day }>;
  barred: HouseholdId;
}>;

type Maker = Readonly<{
  random: Random;
  campaign: Campaign;
  today: Day;
  drafts: Draft[];
  used: Set<HouseholdId>;
}>;

/** Changes some of a group's households into the special cases; the split adds one. */
export function makeSpecialCases(
  random: Random,
  campaign: Campaign,
  today: Day,
  drafts: Draft[]
): SpecialCases {
  const maker: Maker = { random, campaign, today, drafts, used: new Set() };
  return {
    sameHeadInOneAlley: nameHeadsAlike(maker),
    oneWordName: changePerson(maker, isGrown, { name: 'Thảo' }),
    noMiddleName: changePerson(maker, isGrown, { name: 'Lê An' }),
    decomposedName: changePerson(maker, isWoman, { name: 'Vũ Thị Thúy Nga'.normalize('NFD') }),
    childWhoseCardEnds: endCardOfChild(maker),
    studentTurnedWorker: changePerson(maker, (values) => bornIn(values, today, 19, 24), {
      ...valid(4, addDays(today, -20)),
      activity: 'employed',
      inactiveReason: null,
      training: 'college'
    }),
    womanNearRetirement: nearRetirement(maker, 'female'),
    manNearRetirement: nearRetirement(maker, 'male'),
    soldiersWife: changePerson(maker, (values) => isWoman(values) && bornIn(values, today, 25, 45), {
      ...valid(1, null),
      insuranceSource: 'paper',
      note: 'Thẻ thân nhân quân đội, không có trong danh sách BHXH'
    }),
    temporaryHousehold: makeTemporary(maker),
    movedOut: moveOut(maker),
    split: splitHousehold(maker),
    barred: bar(maker)
  };
}

const isGrown = ({ relation }: Values): boolean => relation === 'head' || relation === 'spouse';
const isWoman = (values: Values): boolean => isGrown(values) && values.sex === 'female';

const bornIn = ({ birth }: Values, today: Day, least: number, most: number): boolean => {
  const years = Number(today.slice(0, 4)) - Number(String(birth).slice(0, 4));
  return years >= least && years <= most;
};

const valid = (insuranceGroup: number, insuranceExpiry: Day | null): Values => ({
  insurance: 'yes',
  insuranceGroup,
  insuranceExpiry
});

/** The first household not yet used that will do. */
function take({ drafts, used }: Maker, willDo: (draft: Draft, index: number) => boolean): Draft {
  const found = drafts.find((draft, index) => !used.has(draft.id) && willDo(draft, index));
  if (!found) throw new Error('The sample ward is too small for its special cases.');
  used.add(found.id);
  return found;
}

function changePerson(maker: Maker, isWanted: (values: Values) => boolean, change: Values): PersonId {
  const draft = take(maker, ({ people }) => people.some(({ values }) => isWanted(values)));
  const person = draft.people.find(({ values }) => isWanted(values))!;
  Object.assign(person.values, change);
  return person.id;
}

function nameHeadsAlike(maker: Maker): HouseholdId[] {
  const isManly = (draft: Draft | undefined) => draft?.people[0]?.values.sex === 'male';
  const isPair = (draft: Draft, index: number) => {
    const next = maker.drafts[index + 1];
    return isManly(draft) && isManly(next) && next?.values.alley === draft.values.alley;
  };
  const first = take(maker, isPair);
  const second = maker.drafts[maker.drafts.indexOf(first) + 1]!;
  maker.used.add(second.id);
  for (const { people } of [first, second]) people[0]!.values.name = 'Nguyễn Văn Hùng';
  return [first.id, second.id];
}

function endCardOfChild(maker: Maker): PersonId {
  const ends = endOfMonth(maker.today);
  const born = endOfMonth(addMonths(ends, -72));
  const isChild = (values: Values) => values.relation === 'child' && bornIn(values, maker.today, 1, 9);
  return changePerson(maker, isChild, { birth: born, ...valid(3, ends) });
}

/** Some weeks before the age of the year in which it is reached; nobody reaches it before April or May, since it rises. */
function nearRetirement(maker: Maker, sex: 'male' | 'female'): PersonId {
  const soon = addDays(maker.today, 40);
  const day = soon.slice(5) < '05-01' ? `${soon.slice(0, 4)}-05-20` : soon;
  const months = maker.campaign.retirement.find(({ year }) => year === Number(day.slice(0, 4)))?.[sex] ?? 744;
  const birth = `${addMonths(day, -months).slice(0, 8)}${String(Math.min(28, Number(day.slice(8)))).padStart(2, '0')}`;
  const isNear = (values: Values) =>
    isGrown(values) && values.sex === sex && bornIn(values, maker.today, 45, 70);
  return changePerson(maker, isNear, {
    birth,
    activity: 'employed',
    inactiveReason: null,
    training: 'intermediate'
  });
}

function makeTemporary(maker: Maker): HouseholdId {
  const draft = take(maker, ({ people }) => people.length > 1);
  for (const { values } of draft.people) values.residence = 'temporary';
  draft.assessment = { state: 'too-new' };
  return draft.id;
}

/** On its day of the year; before that day has come, some days ago. */
const lately = ({ campaign, today }: Maker, dayOfYear: string, daysAgo: number): Day =>
  `${campaign.year}-${dayOfYear}` <= today ? `${campaign.year}-${dayOfYear}` : addDays(today, -daysAgo);

function moveOut(maker: Maker): SpecialCases['movedOut'] {
  const on = lately(maker, '11-20', 3);
  const draft = take(maker, ({ people }) => people.length > 2);
  Object.assign(draft.values, { closed: 'moved-away', closedOn: on });
  return { household: draft.id, on };
}

function splitHousehold(maker: Maker): SpecialCases['split'] {
  const on = lately(maker, '12-01', 1);
  const isLeaver = ({ relation, birth }: Values) =>
    relation === 'child' && bornIn({ birth: birth ?? null }, maker.today, 20, 45);
  const draft = take(maker, ({ people }) => people.some(({ values }) => isLeaver(values)));
  const leaver = draft.people.find(({ values }) => isLeaver(values))!;
  const id = maker.random.id<HouseholdId>();
  const head = maker.random.id<PersonId>();
  maker.drafts.push({
    ...draft,
    id,
    values: { ...draft.values, head, walkOrder: Number(draft.values.walkOrder) + 0.5 },
    people: [{ id: head, values: { ...leaver.values, relation: 'head', arrivedOn: on } }],
    assessment: null,
    visit: null
  });
  Object.assign(leaver.values, { closed: 'moved-away', closedOn: on });
  return { from: draft.id, to: id, on };
}

function bar(maker: Maker): HouseholdId {
  const draft = take(maker, ({ people }) => people.length > 1);
  draft.assessment = { state: 'barred', bar: 'public-order' };
  return draft.id;
}
