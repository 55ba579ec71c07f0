import { addDays, addMonths, ageInMonths, type Day, endOfMonth } from '$lib/domain/calendar';
import type { FieldValue } from '$lib/domain/entry/row';
import type { Random } from './random';

export type Values = Record<string, FieldValue>;

/** What decides somebody's answers; `untrained` and `trouble` are the group's. */
export type Circumstances = Readonly<{
  birth: Day;
  sex: string;
  isLodger: boolean;
  today: Day;
  untrained: number;
  trouble: number;
}>;

/** Work, training and insurance of one person, by rule and not by coin (domain 6.4). */
export function drawAnswers(random: Random, person: Circumstances): Values {
  const years = Math.floor(ageInMonths(person.birth, person.today) / 12);
  const work = years < 15 ? {} : drawWork(random, person, years);
  return { ...work, ...drawInsurance(random, person, years, work) };
}

function drawWork(random: Random, { sex, untrained, trouble }: Circumstances, years: number): Values {
  const training = drawTraining(random, untrained, years);
  const inactive = (inactiveReason: string): Values => ({
    activity: 'inactive',
    inactiveReason,
    training: inactiveReason === 'study' ? 'none' : training
  });
  if (years < 18) return random.chance(0.95) ? inactive('study') : { activity: 'employed', training };
  if (years < 23 && random.chance(0.5)) return inactive('study');
  if (sex === 'male' && years < 26 && random.chance(0.04)) return inactive('military');
  const isOld = years >= (sex === 'male' ? 61 : 57);
  if (isOld)
    return random.chance(years > 70 ? 0.93 : 0.72) ? inactive('retired') : { activity: 'employed', training };
  if (random.chance(0.018)) return inactive('unable');
  if (sex === 'female' && random.chance(0.055)) return inactive('housework');
  if (random.chance(0.012)) return inactive('other');
  if (years > 52 && random.chance(0.05)) return inactive('retired');
  return { activity: random.chance(0.026 * trouble) ? 'unemployed' : 'employed', training };
}

const drawTraining = (random: Random, untrained: number, years: number): string => {
  if (years < 18 || random.chance(untrained)) return 'none';
  return random.weighted([
    ['skilled-no-certificate', 25],
    ['certificate-under-3-months', 8],
    ['elementary', 9],
    ['intermediate', 8],
    ['college', years > 20 ? 7 : 0],
    ['university', years > 21 ? (years < 60 ? 16 : 7) : 0],
    ['postgraduate', years > 25 ? 2 : 0]
  ]);
};

/** Groups 1 to 5 of Điều 12 Luật BHYT; who fits several takes the first. */
function drawInsurance(
  random: Random,
  { birth, today, isLodger, trouble }: Circumstances,
  years: number,
  { activity, inactiveReason }: Values
): Values {
  const months = ageInMonths(birth, today);
  if (months < 72) return card(random, 3, endOfMonth(addMonths(birth, 72)), 0.995);
  if (activity === 'employed' && random.chance(0.58)) return card(random, 1, null, 0.995);
  if (inactiveReason === 'military') return card(random, 3, null, 1);
  if (inactiveReason === 'retired' && random.chance(0.6)) return card(random, 2, null, 0.998);
  if (years >= 75 || random.chance(0.04)) return card(random, 3, null, 0.996);
  if (years < 18 || inactiveReason === 'study') return card(random, 4, endOfSchoolYear(today), 0.988);
  const held = isLodger ? 0.84 : activity === 'unemployed' ? 0.82 : years < 50 ? 0.905 : 0.955;
  return card(random, 5, drawExpiry(random, today), 1 - (1 - held) * trouble);
}

function card(random: Random, insuranceGroup: number, insuranceExpiry: Day | null, held: number): Values {
  if (!random.chance(held)) return { insurance: 'no' };
  const insuranceSource = random.weighted([
    ['app', 34],
    ['paper', 30],
    ['list', 22],
    ['said', 14]
  ]);
  return { insurance: 'yes', insuranceGroup, insuranceSource, ...(insuranceExpiry && { insuranceExpiry }) };
}

/** Household cards run 3, 6 or 12 months; a few have run out, some do within the month. */
function drawExpiry(random: Random, today: Day): Day {
  if (random.chance(0.012)) return addDays(today, -random.between(1, 60));
  if (random.chance(0.17)) return addDays(today, random.between(0, 30));
  return addDays(today, random.between(31, 360));
}

/** The next 30 September that is more than a month away. */
function endOfSchoolYear(today: Day): Day {
  const year = Number(today.slice(0, 4));
  const end = `${year}-09-30`;
  return end > addDays(today, 30) ? end : `${year + 1}-09-30`;
}

/** The answers of last year that are lost in part: a round has work left. */
export function forget(random: Random, answers: Values, share: number): Values {
  const kept = { ...answers };
  for (const question of [INSURANCE_FIELDS, WORK_FIELDS, TRAINING_FIELDS]) {
    if (random.chance(share)) for (const field of question) delete kept[field];
  }
  return kept;
}

const INSURANCE_FIELDS = ['insurance', 'insuranceGroup', 'insuranceExpiry', 'insuranceSource'];
const WORK_FIELDS = ['activity', 'inactiveReason'];
const TRAINING_FIELDS = ['training'];
