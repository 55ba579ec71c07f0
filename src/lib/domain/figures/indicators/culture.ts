import type { Day } from '../../calendar';
import type { Campaign } from '../../plan/campaign';
import type { HouseholdFile } from '../../people/household-file';
import { counted, type Judgement, missing, unknown } from '../reason';

/**
 * Chỉ tiêu 13a before the decision (dự kiến): households on their way to gia đình văn hóa, among all that live here,
 * registered or not (NĐ 86/2023; domain 1.3). An open objection may end either way, so it is not counted and not refused.
 */
export function judgeExpectedCulture(file: HouseholdFile, _asOf: Day, campaign: Campaign): Judgement {
  const state = stateIn(file, campaign);
  if (state === 'expected' || state === 'published' || state === 'proposed') return counted(state);
  return judgeSettled(state);
}

/** Chỉ tiêu 13a as it is reported: only "được công nhận", by the ward chairman's decision, counts. */
export function judgeRecognisedCulture(file: HouseholdFile, _asOf: Day, campaign: Campaign): Judgement {
  const state = stateIn(file, campaign);
  if (state === 'expected' || state === 'published' || state === 'proposed')
    return missing('awaiting-decision');
  return judgeSettled(state);
}

const stateIn = ({ assessments }: HouseholdFile, { year }: Campaign): string | null =>
  assessments.find((assessment) => assessment.year === year)?.state ?? null;

function judgeSettled(state: string | null): Judgement {
  switch (state) {
    case null:
      return unknown('not-assessed');
    case 'recognised':
      return counted('recognised');
    case 'objected':
      return unknown('objection-open');
    case 'not-expected':
    case 'barred':
    case 'too-new':
      return missing(state);
    default:
      return unknown('unrecognised');
  }
}
