import { birthYear, type PartialDay } from '../calendar';
import type { Campaign } from './campaign';
import type { Question } from './question';

/** What the campaign asks about each household. */
export const askedOfHouseholds = ({ questions }: Campaign): Question[] =>
  questions.filter(({ subject }) => subject === 'household');

/** What it asks about somebody of this birth: not what only counts for other birth years (độ tuổi). */
export const askedOfPerson = ({ questions, indicators }: Campaign, birth: PartialDay | null): Question[] =>
  questions.filter(({ subject, field }) => {
    if (subject !== 'person') return false;
    const countings = indicators.flatMap(({ counting }) => (counting?.field === field ? [counting] : []));
    return (
      countings.length === 0 ||
      countings.some(({ bornIn }) => !bornIn || (birth !== null && bornIn.includes(birthYear(birth))))
    );
  });
