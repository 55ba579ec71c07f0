import { addDays, type Day, daysBetween } from '$lib/domain/calendar';
import type { Values } from './answers';
import type { Draft, Times } from './draft';
import type { GroupPlan } from './group-plans';

/** Answers to the plan's own questions, and the year's deaths: from a chance of their own, so that nothing else moves. */
export function answerQuestions(plan: GroupPlan, drafts: readonly Draft[], times: Times): void {
  const poor = plan.hasPoor ? plan.asked.between(0, drafts.length - 1) : -1;
  for (const [place, draft] of drafts.entries()) {
    const isReviewed = draft.visit !== null && draft.visit.values.outcome !== 'absent';
    const forgotten = plan.isThorough || isReviewed ? 0.0002 : plan.role === 'neverSynced' ? 0.5 : 0.08;
    Object.assign(draft.values, drawHousehold(plan, forgotten, place === poor));
    for (const { values } of draft.people) {
      Object.assign(values, drawPerson(plan, values, times, forgotten));
      const died = drawDeath(plan, values, times);
      if (died) Object.assign(values, { closed: 'died', closedOn: died });
    }
  }
}

function drawHousehold(
  { asked, role, nearPoor, piped, collected }: GroupPlan,
  forgotten: number,
  isPoor: boolean
): Values {
  const poverty = asked.chance(nearPoor) ? 'near-poor' : 'none';
  const water = asked.chance(piped) ? 'piped' : asked.chance(0.8) ? 'well' : 'other';
  const waste = asked.chance(collected) ? (asked.chance(0.3) ? 'sorted' : 'collected') : 'no';
  const [isWaterKnown, isWasteKnown] = [!asked.chance(forgotten), !asked.chance(forgotten)];
  return {
    // The ward's own list, put in before the round; the group that was never in contact has none.
    ...(role !== 'neverSynced' && { 'q-poverty': isPoor ? 'poor' : poverty }),
    ...(isWaterKnown && { 'q-water': water }),
    ...(isWasteKnown && { 'q-waste': waste })
  };
}

function drawPerson(
  { asked, sporty }: GroupPlan,
  values: Values,
  { year }: Times,
  forgotten: number
): Values {
  const age = year - Number(String(values.birth).slice(0, 4));
  const exercise = asked.chance(age < 18 && age > 5 ? 0.99 : sporty) ? 'yes' : 'no';
  const school = asked.next();
  const [isExerciseKnown, isSchoolKnown] = [!asked.chance(forgotten), !asked.chance(forgotten / 4)];
  return {
    ...(isExerciseKnown && { 'q-exercise': asked.chance(0.002) ? 'unclear' : exercise }),
    ...(SCHOOL_AGES.includes(age) && isSchoolKnown && { 'q-schooling': schoolFor(age, school) })
  };
}

const SCHOOL_AGES: readonly number[] = [5, 6, 11];

function schoolFor(age: number, chance: number): string {
  if (chance < 0.006) return 'exempt';
  if (age === 11) return chance < 0.03 ? 'primary' : chance < 0.036 ? 'no' : 'secondary';
  if (chance < 0.014) return 'no';
  return age === 5 ? 'preschool' : 'primary';
}

function drawDeath(
  { asked }: GroupPlan,
  { birth, relation }: Values,
  { today, year }: Times
): Day | undefined {
  const isOld = year - Number(String(birth).slice(0, 4)) > 72 && relation === 'parent';
  if (!isOld || !asked.chance(0.06)) return;
  const newYear = `${year}-01-01`;
  return addDays(newYear, asked.between(0, daysBetween(newYear, today)));
}
