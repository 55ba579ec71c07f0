import type { Day } from '../../calendar';
import type { Campaign } from '../../plan/campaign';
import { INACTIVE_REASONS, type InactiveReason, type Person } from '../../people/person';
import { counted, type Judgement, missing, outside, unknown } from '../reason';
import { hasRetirementAge, isUnderWorkingAge } from '../../plan/retirement';

/** Chỉ tiêu 8a, tỷ lệ lao động có việc làm: the employed among those of working age who are able to work (domain 1.5). */
export function judgeEmployment(person: Person, asOf: Day, campaign: Campaign): Judgement {
  if (last.person !== person || last.asOf !== asOf || last.campaign !== campaign) {
    last = {
      person,
      asOf,
      campaign,
      word: judgeAge(person, asOf, campaign) ?? judgeActivity(person, campaign)
    };
  }
  return last.word!;
}

type Judged = Readonly<{ person?: Person; asOf?: Day; campaign?: Campaign; word?: Judgement }>;

/** Training asks again about whom employment was just asked: files are never changed, so the word stands. */
let last: Judged = {};

/** Nothing for somebody of working age (độ tuổi lao động): from đủ 15 tuổi to retirement age. */
function judgeAge({ birth, sex }: Person, asOf: Day, campaign: Campaign): Judgement | undefined {
  if (birth === null) return unknown('no-birth');
  if (isUnderWorkingAge(birth, asOf, campaign)) return outside('under-working-age');

  if (sex === 'male' || sex === 'female') {
    return hasRetirementAge(birth, sex, asOf, campaign) ? outside('past-working-age') : undefined;
  }
  // Without the sex, outside only where it is certain for both.
  if (hasRetirementAge(birth, 'male', asOf, campaign)) return outside('past-working-age');
  if (hasRetirementAge(birth, 'female', asOf, campaign))
    return unknown(sex === null ? 'no-sex' : 'unrecognised');
}

function judgeActivity({ activity, inactiveReason }: Person, { choices }: Campaign): Judgement {
  if (activity === null) return unknown('not-asked');
  if (activity === 'unclear') return unknown('unclear');
  if (activity === 'employed') return counted('employed');
  if (activity === 'unemployed') return missing('unemployed');
  if (activity !== 'inactive') return unknown('unrecognised');

  if (inactiveReason === null) return unknown('no-inactive-reason');
  if (choices.ableToWork.includes(inactiveReason)) return missing('able-not-working');
  if (!INACTIVE_REASONS.includes(inactiveReason as InactiveReason)) return unknown('unrecognised');
  return outside(inactiveReason as InactiveReason);
}
