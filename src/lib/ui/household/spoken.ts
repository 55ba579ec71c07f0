import type { Day } from '$lib/domain/calendar';
import { showAddress } from '$lib/domain/people/address';
import type { Household } from '$lib/domain/people/household';
import type { Person } from '$lib/domain/people/person';
import { sayBirth } from '../format';
import * as words from '../words';

/** A household as it is read out: who lives there, and what is known of each; a pause after each. */
export const speakHousehold = (household: Household, people: readonly Person[], today: Day): string =>
  [
    showAddress(household) || 'Hộ chưa có địa chỉ',
    `Có ${people.length} người`,
    ...people.map((person) => speakPerson(person, today))
  ].join('. ');

function speakPerson({ name, relation, birth, insurance, insuranceExpiry, activity }: Person, today: Day) {
  const card = {
    yes: 'có thẻ bảo hiểm y tế',
    no: 'không có thẻ bảo hiểm y tế',
    unclear: 'chưa rõ thẻ bảo hiểm y tế'
  };
  return [
    name,
    relation && words.wordOf(words.RELATION_WORDS, relation),
    birth ? `sinh ${sayBirth(birth, today)}` : 'chưa có năm sinh',
    insurance ? words.wordOf(card, insurance) : 'chưa hỏi thẻ bảo hiểm y tế',
    insurance === 'yes' && insuranceExpiry && `hạn đến ${sayDay(insuranceExpiry)}`,
    activity && words.wordOf(words.ACTIVITY_WORDS, activity)
  ]
    .filter(Boolean)
    .join(', ');
}

/** "ngày 31 tháng 12 năm 2026": a voice reads strokes badly. */
function sayDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `ngày ${date} tháng ${month} năm ${year}`;
}
