import { dayOf } from '$lib/domain/calendar';
import { type SheetQuestion, sheetQuestions } from '$lib/domain/figures/round-sheet';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { assessmentId } from '$lib/domain/people/assessment';
import { filesFrom, type HouseholdFile, isOpen } from '$lib/domain/people/household-file';
import type { Person } from '$lib/domain/people/person';
import { VISIT_OUTCOMES, type VisitOutcome } from '$lib/domain/people/visit';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { FormReader } from '../http/form';
import type { Ticked, TickedAnswers } from './paper-sheet';
import { fromStored, readRowsOfGroup } from '../queries/rows';
import type { Services } from '../services';

/** What a round sheet lets one tick of everybody (ô đánh dấu), by field. */
const TICKS = {
  insurance: ['yes', 'no'],
  activity: ['employed', 'unemployed', 'inactive']
} as const;

/** Reads the ticks of a form; a household of which the sheet says two things at once is in doubt and nothing is written of it. */
export async function readTicks(
  { db, now }: Services,
  campaign: Campaign,
  group: GroupId,
  form: FormReader
): Promise<{ ticked: Ticked[]; doubtful: HouseholdId[] }> {
  const rows = await readRowsOfGroup(db, group, ['household', 'person', 'assessment']);
  const today = dayOf(now());
  const ticked: Ticked[] = [];
  const doubtful: HouseholdId[] = [];
  for (const file of filesFrom(rows.map(fromStored)).values()) {
    if (!isOpen(file)) continue;
    const { id } = file.household;
    const said = VISIT_OUTCOMES.find((outcome) => outcome === form.text(`visit.${id}`));
    const answers = answersIn(file, form);
    const asked = sheetQuestions(file, campaign, today).flatMap((question) =>
      answerIn(question, campaign, form)
    );
    if (!said && answers.length + asked.length === 0) continue;
    if (isDoubtful(said, [...answers, ...(said === 'absent' ? asked : [])], file)) doubtful.push(id);
    else ticked.push({ household: id, outcome: said ?? 'reviewed', answers: joined([...answers, ...asked]) });
  }
  return { ticked, doubtful };
}

const answersIn = ({ people }: HouseholdFile, form: FormReader): TickedAnswers[] =>
  people.flatMap(({ id, closed }) => {
    if (closed !== null) return [];
    return Object.entries(TICKS).flatMap(([field, codes]) => {
      const code = codes.find((one) => one === form.text(`${field}.${id}`));
      return code ? [{ type: 'person' as const, id, values: { [field]: code } }] : [];
    });
  });

function answerIn(
  { type, id, field, codes }: SheetQuestion,
  { year }: Campaign,
  form: FormReader
): TickedAnswers[] {
  const code = codes.find((one) => one === form.text(`${field}.${id}`));
  const row = type === 'assessment' ? assessmentId(id as HouseholdId, year) : id;
  return code ? [{ type, id: row, values: { [field]: code } }] : [];
}

/** All that is ticked of one, together. */
function joined(answers: readonly TickedAnswers[]): TickedAnswers[] {
  const byRow = new Map<string, TickedAnswers>();
  for (const { type, id, values } of answers) {
    byRow.set(`${type} ${id}`, { type, id, values: { ...byRow.get(`${type} ${id}`)?.values, ...values } });
  }
  return [...byRow.values()];
}

/** Nobody was at home and yet somebody answered, or nothing has changed and yet an answer is another one. */
function isDoubtful(
  said: VisitOutcome | undefined,
  answers: readonly TickedAnswers[],
  { people }: HouseholdFile
): boolean {
  if (said === 'absent') return answers.length > 0;
  if (said !== 'unchanged') return false;
  return answers.some(({ id, values }) => {
    const person = people.find((one) => one.id === id);
    return Object.entries(values).some(([field, value]) => person?.[field as keyof Person] !== value);
  });
}
