import type { Day } from '../calendar';
import type { HouseholdFile } from '../people/household-file';
import { INACTIVE_REASONS, SEXES, TRAININGS } from '../people/person';
import { UNCLEAR } from '../plan/answer-rules';
import type { Campaign } from '../plan/campaign';
import { type OpenQuestion, openQuestions } from './open-questions';

/** A question of a round sheet of paper (phiếu rà soát giấy), and the boxes that can be ticked for it. */
export type SheetQuestion = OpenQuestion & Readonly<{ codes: readonly string[] }>;

/** What a sheet asks beside cards and work: what the book has no answer to. The print and the form at the ward have the same boxes. */
export function sheetQuestions(file: HouseholdFile, campaign: Campaign, today: Day): SheetQuestion[] {
  const open = openQuestions(file, campaign, today);
  return open.flatMap((question) => {
    const asked = [question, ...followedBy(question, file)];
    return asked.flatMap((one) => {
      const codes = codesFor(one.field, campaign);
      return codes.length > 0 ? [{ ...one, codes }] : [];
    });
  });
}

/** On the phone the training is asked once the work is known; a sheet is printed before that. */
function followedBy({ field, id }: OpenQuestion, { people }: HouseholdFile): OpenQuestion[] {
  const training = people.find((person) => person.id === id)?.training ?? null;
  if (field !== 'activity' || (training !== null && training !== UNCLEAR)) return [];
  return [{ type: 'person', id, field: 'training', reason: 'not-asked' }];
}

const CODES: Readonly<Record<string, readonly string[]>> = {
  sex: SEXES,
  inactiveReason: INACTIVE_REASONS,
  training: TRAININGS.filter((code) => code !== UNCLEAR),
  // What the meeting, the ward and the chairman find comes later, and elsewhere.
  state: ['expected', 'not-expected', 'too-new']
};

function codesFor(field: string, { questions }: Campaign): readonly string[] {
  if (Object.hasOwn(CODES, field)) return CODES[field]!;
  const answer = questions.find((question) => question.field === field)?.answer;
  return answer?.kind === 'choice'
    ? answer.choices.map(({ code }) => code).filter((code) => code !== UNCLEAR)
    : [];
}
