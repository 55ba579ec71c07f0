import type { Day } from '../../calendar';
import type { Campaign } from '../../plan/campaign';
import { type Person, type Training, TRAININGS } from '../../people/person';
import { counted, type Judgement, missing, outside, unknown } from '../reason';
import { judgeEmployment } from './employment';

/**
 * Chỉ tiêu 8b read broadly, qua đào tạo (chung): anything but "chưa qua đào tạo". The only reading in which 75 % can be
 * reached; the former ministry explained in 2018 why there are two (domain 1.5).
 */
export function judgeTraining(person: Person, asOf: Day, campaign: Campaign): Judgement {
  return judge(person, asOf, campaign, 'skilled-no-certificate', 'trained');
}

/** Chỉ tiêu 8b as the statistics office reads it, có bằng cấp, chứng chỉ: from sơ cấp up. */
export function judgeCertifiedTraining(person: Person, asOf: Day, campaign: Campaign): Judgement {
  return judge(person, asOf, campaign, 'elementary', 'certified');
}

function judge(
  person: Person,
  asOf: Day,
  campaign: Campaign,
  least: Training,
  reason: 'trained' | 'certified'
): Judgement {
  return judgeLabourForce(person, asOf, campaign) ?? judgeLevel(person.training, least, reason);
}

/** Nothing for one of the labour force (lực lượng lao động): the employed and the unemployed of working age. */
function judgeLabourForce(person: Person, asOf: Day, campaign: Campaign): Judgement | undefined {
  const employment = judgeEmployment(person, asOf, campaign);
  if (employment.class === 'outside') return employment;
  if (employment.class === 'unknown') return unknown('activity-open');
  if (employment.reason === 'able-not-working') return outside('outside-labour-force');
}

function judgeLevel(training: string | null, least: Training, reason: 'trained' | 'certified'): Judgement {
  if (training === null) return unknown('not-asked');
  if (training === 'unclear') return unknown('unclear');
  const level = TRAININGS.indexOf(training as Training);
  if (level < 0) return unknown('unrecognised');
  if (level >= TRAININGS.indexOf(least)) return counted(reason);
  return missing(training === 'none' ? 'untrained' : 'no-certificate');
}
