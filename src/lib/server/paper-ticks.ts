import type { FieldValue } from '$lib/domain/entry/row';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { filesFrom, type HouseholdFile, isOpen } from '$lib/domain/people/household-file';
import type { Person } from '$lib/domain/people/person';
import { VISIT_OUTCOMES, type VisitOutcome } from '$lib/domain/people/visit';
import type { FormReader } from './http/form';
import type { Ticked } from './paper-sheet';
import { fromStored, readRowsOfGroup } from './queries/rows';
import type { Services } from './services';

/** What a round sheet lets one tick of a person (ô đánh dấu), by field. */
const TICKS = {
  insurance: ['yes', 'no'],
  activity: ['employed', 'unemployed', 'inactive']
} as const;

/** Reads the ticks of a form; a household of which the sheet says two things at once is in doubt and nothing is written of it. */
export async function readTicks(
  { db }: Services,
  group: GroupId,
  form: FormReader
): Promise<{ ticked: Ticked[]; doubtful: HouseholdId[] }> {
  const rows = await readRowsOfGroup(db, group, ['household', 'person']);
  const ticked: Ticked[] = [];
  const doubtful: HouseholdId[] = [];
  for (const file of filesFrom(rows.map(fromStored)).values()) {
    if (!isOpen(file)) continue;
    const { id } = file.household;
    const said = VISIT_OUTCOMES.find((outcome) => outcome === form.text(`visit.${id}`));
    const answers = answersIn(file, form);
    if (!said && answers.size === 0) continue;
    if (isDoubtful(said, answers, file)) doubtful.push(id);
    else ticked.push({ household: id, outcome: said ?? 'reviewed', answers });
  }
  return { ticked, doubtful };
}

function answersIn({ people }: HouseholdFile, form: FormReader): Ticked['answers'] {
  const answers = new Map<string, Record<string, FieldValue>>();
  for (const person of people) {
    if (person.closed !== null) continue;
    const set: Record<string, FieldValue> = {};
    for (const [field, codes] of Object.entries(TICKS)) {
      const code = codes.find((one) => one === form.text(`${field}.${person.id}`));
      if (code) set[field] = code;
    }
    if (Object.keys(set).length > 0) answers.set(person.id, set);
  }
  return answers;
}

/** Nobody was at home and yet somebody answered, or nothing has changed and yet an answer is another one. */
function isDoubtful(
  said: VisitOutcome | undefined,
  answers: Ticked['answers'],
  { people }: HouseholdFile
): boolean {
  if (said === 'absent') return answers.size > 0;
  if (said !== 'unchanged') return false;
  return people.some((person) =>
    Object.entries(answers.get(person.id) ?? {}).some(
      ([field, value]) => person[field as keyof Person] !== value
    )
  );
}
