import type { AssessmentState } from '$lib/domain/people/assessment';
import type { Day } from '$lib/domain/calendar';
import type { Difference } from '$lib/domain/entry/difference';
import type { FieldValue } from '$lib/domain/entry/row';
import type { ClosingReason } from '$lib/domain/people/household';
import type { Person } from '$lib/domain/people/person';
import type { Question } from '$lib/domain/plan/question';
import type { HouseholdSheet } from '$lib/state/household-sheet.svelte';
import type { Recorded } from '$lib/state/phone.svelte';
import type { UndoOffer } from '$lib/state/undo-offer.svelte';
import { nameOfField, sayAnswer, showValue } from '$lib/ui/act-words';
import { givenName } from '$lib/ui/format';
import { sentenceFor } from '$lib/ui/outcome';
import { ASSESSMENT_WORDS, CLOSING_WORDS } from '$lib/ui/words';

/** What a tap on the sheet records, with its words for the undo; each answers with a sentence when it could not. */
export function actsOn(sheet: HouseholdSheet, undo: UndoOffer, questions: () => readonly Question[]) {
  const act = async (recording: Promise<Recorded>, said: string) =>
    sentenceFor(await undo.keep(recording, said));
  return {
    answer: (person: Person, field: string, value: FieldValue) =>
      act(sheet.answer(person.id, { [field]: value }), sayAnswer(person.name, field, value, questions())),
    correct: (field: string, value: FieldValue) =>
      act(
        sheet.correct({ [field]: value }),
        `${nameOfField(field, questions())}: ${showValue(field, value, questions())}`
      ),
    assess: (state: AssessmentState) =>
      act(sheet.assess(state), `gia đình văn hóa: ${ASSESSMENT_WORDS[state]}`),
    noteOnAssessment: (set: Record<string, FieldValue>, said: string) =>
      act(sheet.noteOnAssessment(set), said),
    add: (set: Record<string, FieldValue>) => act(sheet.addPerson(set), `thêm ${set.name}`),
    closeHousehold: (reason: ClosingReason, on: Day) =>
      act(sheet.close('household', sheet.id, reason, on), `thôi theo dõi hộ này, ${CLOSING_WORDS[reason]}`),
    closePerson: ({ id, name }: Person, reason: ClosingReason, on: Day) =>
      act(
        sheet.close('person', id, reason, on),
        `thôi theo dõi ${givenName(name)}, ${CLOSING_WORDS[reason]}`
      ),
    reopen: (type: 'household' | 'person', target: string, name: string) =>
      act(sheet.reopen(type, target), `theo dõi lại ${name}`),
    choose: (difference: Difference, value: FieldValue) =>
      act(sheet.resolve(difference, value), `chọn ${showValue(difference.field, value, questions())}`)
  };
}
