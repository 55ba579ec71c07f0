import type { Day } from '$lib/domain/calendar';
import type { Person } from '$lib/domain/people/person';
import { lowerFirst, showBirth, showDay } from '../format';
import * as words from '../words';

/** Who somebody is, after the name: "nữ · 1961 (65 tuổi)". */
export const sayWho = ({ relation, sex, birth }: Person, isHead: boolean, today: Day): string =>
  [
    isHead ? 'chủ hộ' : relation && words.wordOf(words.RELATION_WORDS, relation),
    sex && words.wordOf(words.SEX_WORDS, sex),
    birth && showBirth(birth, today)
  ]
    .filter(Boolean)
    .join(' · ');

/** What is recorded, to be said at the door: "có BHYT, hạn 31/12/2026 · có việc · đại học". */
export const sayFacts = (person: Person): string =>
  [
    sayInsurance(person),
    person.activity === 'inactive' && person.inactiveReason
      ? lowerFirst(words.wordOf(words.INACTIVE_REASON_WORDS, person.inactiveReason))
      : person.activity && lowerFirst(words.wordOf(words.ACTIVITY_WORDS, person.activity)),
    person.training && lowerFirst(words.wordOf(words.TRAINING_WORDS, person.training))
  ]
    .filter(Boolean)
    .join(' · ');

function sayInsurance({ insurance, insuranceExpiry }: Person): string {
  if (insurance === 'yes') return `có BHYT${insuranceExpiry ? `, hạn ${showDay(insuranceExpiry)}` : ''}`;
  if (insurance === 'no') return 'không có BHYT';
  return insurance === null ? 'chưa hỏi BHYT' : 'chưa rõ BHYT';
}
