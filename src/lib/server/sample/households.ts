import type { AssessmentState } from '$lib/domain/people/assessment';
import { addDays, daysBetween } from '$lib/domain/calendar';
import type { HouseholdId, PersonId } from '$lib/domain/ids';
import { drawAddresses } from './addresses';
import { drawAnswers, forget, type Values } from './answers';
import type { Draft, Times } from './draft';
import type { GroupPlan } from './group-plans';
import { drawMembers, type Member } from './household-shapes';
import { onTheWay } from './meetings';
import { answerQuestions } from './question-answers';
import { givenName, surname } from './name-pool';

/** The households of one group, in the order of the walk. */
export function drawHouseholds(plan: GroupPlan, times: Times): Draft[] {
  const lodgings = drawLodgings(plan);
  const addresses = drawAddresses(plan.own, plan.size, lodgings, plan.role === 'largest' ? 0.55 : 0);
  const drafts = addresses.map((address, index) =>
    drawHousehold(plan, times, { ...address, walkOrder: index + 1 }, lodgings[index]!)
  );
  assess(plan, drafts, times);
  answerQuestions(plan, drafts, times);
  return drafts;
}

/** Blocks of rented rooms (nhà trọ): one landlord, many households of one. */
function drawLodgings({ shape, role, size }: GroupPlan): boolean[] {
  const lodgings = Array<boolean>(size).fill(false);
  if (role !== 'lodgings') return lodgings;
  for (let start = 10; start < size - 20; start += shape.between(24, 48)) {
    lodgings.fill(true, start, start + shape.between(8, 16));
  }
  return lodgings;
}

function drawHousehold(plan: GroupPlan, times: Times, address: Values, isLodging: boolean): Draft {
  const { shape, own, group } = plan;
  const id = own.id<HouseholdId>();
  const visit = drawVisit(plan, times, Number(address.walkOrder));
  const isReviewed = visit !== null && visit.values.outcome !== 'absent';
  const kept = shape.next();
  const forgotten = isReviewed ? 0.008 : kept < 0.7 ? 0 : kept < 0.82 ? 1 : 0.45;
  const family = surname(own);
  const members = drawMembers(shape, isLodging);
  const taken = new Set<string>();
  const isFatherSecond = members[1]?.relation === 'spouse' && members[1].sex === 'male';
  const people = members.map((member) => {
    // Children bear the father's family name; the head, if she is their mother, her own.
    const bearsIt =
      member.relation === 'spouse' || member.relation === 'head'
        ? (member.relation === 'spouse') === isFatherSecond
        : BEARERS.includes(member.relation);
    return drawPerson(plan, times, member, bearsIt ? family : surname(own), taken, isLodging, forgotten);
  });
  const phone = own.chance(0.7) ? `0225000${String(own.between(0, 9999)).padStart(4, '0')}` : null;
  const values = { ...address, head: people[0]!.id, ...(phone && { phone }) };
  return { id, group: group.id, values, people, assessment: null, visit };
}

const BEARERS: readonly string[] = ['child', 'grandchild', 'sibling'];

function drawVisit(
  { shape, own, size, reviewed, isEarly }: GroupPlan,
  { startsOn, today }: Times,
  place: number
): Draft['visit'] {
  const isReviewed = shape.chance(isEarly ? 0.99 : place / size < reviewed ? 0.97 : 0.03) && reviewed > 0;
  const isAbsent = shape.chance(0.05) && reviewed > 0;
  const on = addDays(
    startsOn,
    shape.between(0, Math.floor(daysBetween(startsOn, today) * (isEarly ? 0.65 : 1)))
  );
  const isUnchanged = shape.chance(0.62);
  if (!isReviewed && !isAbsent) return null;
  const outcome = !isReviewed ? 'absent' : isUnchanged ? 'unchanged' : 'reviewed';
  return { id: own.id(), values: { outcome, on } };
}

function drawPerson(
  { shape, own, role, untrained, trouble }: GroupPlan,
  { today, year }: Times,
  { relation, sex, age }: Member,
  family: string,
  taken: Set<string>,
  isLodger: boolean,
  forgotten: number
): Draft['people'][number] {
  const drawn = addDays(today, -Math.floor(age * 365.2425) - shape.between(1, 364));
  const isFive = role === 'withoutFiveYearOlds' && Number(drawn.slice(0, 4)) === year - 5;
  const birth = isFive ? `${year - 6}${drawn.slice(4).replace('02-29', '02-28')}` : drawn;
  const known = age >= 60 && shape.chance(0.07) ? birth.slice(0, shape.chance(0.7) ? 4 : 7) : birth;
  const answers = forget(
    shape,
    drawAnswers(shape, { birth, sex, isLodger, today, untrained, trouble }),
    forgotten
  );
  const isUnclear = shape.chance(0.006);
  const birthYear = Number(birth.slice(0, 4));
  return {
    id: own.id<PersonId>(),
    values: {
      name: `${family} ${givenName(own, sex, birthYear, taken)}`,
      birth: known,
      sex,
      relation,
      residence: residenceFor(shape.next(), relation, age, isLodger),
      ...(own.chance(0.85) && { nationalId: impossibleNationalId(own.between(0, 999_999), sex, birthYear) }),
      ...answers,
      ...(isUnclear &&
        answers.insurance && { insurance: 'unclear', insuranceGroup: null, insuranceExpiry: null })
    }
  };
}

function residenceFor(chance: number, relation: string, age: number, isLodger: boolean): string {
  if (isLodger) return 'temporary';
  if (relation === 'child' && age > 18 && age < 32 && chance < 0.08) return 'permanent-away';
  if (chance > 0.96) return 'temporary';
  return chance > 0.956 ? 'new' : 'permanent';
}

/** Code 000 belongs to no province: nobody can bear such a number (domain 5.3). */
const impossibleNationalId = (serial: number, sex: string, birthYear: number): string =>
  `000${(birthYear >= 2000 ? 2 : 0) + (sex === 'male' ? 0 : 1)}${String(birthYear).slice(2)}${String(serial).padStart(6, '0')}`;

/** Bình xét: as many as planned are on their way; the rest are spread over the reasons why not. */
function assess(
  { shape, culture, size, unassessed, meeting }: GroupPlan,
  drafts: Draft[],
  times: Times
): void {
  const failing = new Set<number>();
  while (failing.size < size - culture) failing.add(shape.between(0, size - 1));
  for (const [index, draft] of drafts.entries()) {
    const why = shape.weighted(WHY_NOT);
    const isReviewed = draft.visit !== null && draft.visit.values.outcome !== 'absent';
    if (!isReviewed && shape.chance(unassessed)) continue;
    const onItsWay = onTheWay(meeting, index, times.year, times.today);
    draft.assessment = failing.has(index) ? whyNot(why, onItsWay) : onItsWay;
  }
}

const WHY_NOT: readonly (readonly [AssessmentState, number])[] = [
  ['not-expected', 58],
  ['too-new', 24],
  ['barred', 12],
  ['objected', 6]
];

function whyNot(state: AssessmentState, onItsWay: Values): Values {
  if (state === 'barred') return { state, bar: 'public-order' };
  const { publishedOn } = onItsWay;
  if (state !== 'objected' || !publishedOn) return { state };
  const objection = 'Có người phản ánh nhà hay mở loa to ban đêm';
  return { ...onItsWay, state, objection, objectionOn: addDays(String(publishedOn), 3) };
}
