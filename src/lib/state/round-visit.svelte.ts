import {
  answerTo,
  keyOfQuestion,
  type OpenQuestion,
  openQuestions
} from '$lib/domain/figures/open-questions';
import type { HouseholdId } from '$lib/domain/ids';
import type { FieldValue } from '$lib/domain/entry/row';
import type { AssessmentState } from '$lib/domain/people/assessment';
import { HouseholdSheet } from './household-sheet.svelte';
import type { Phone, Recorded } from './phone.svelte';

/** One door of the round: what is to be asked there. A question that was answered stays, so that the answer is seen. */
export class RoundVisit {
  readonly sheet: HouseholdSheet;
  readonly #phone: Phone;
  readonly #asked = new Map<string, OpenQuestion>();

  constructor(phone: Phone, id: HouseholdId) {
    this.#phone = phone;
    this.sheet = new HouseholdSheet(phone, id);
  }

  readonly #open = $derived.by((): OpenQuestion[] => {
    const { campaign, today } = this.#phone;
    return this.sheet.file && campaign ? openQuestions(this.sheet.file, campaign, today) : [];
  });

  readonly questions = $derived.by((): OpenQuestion[] => {
    for (const question of this.#open) {
      if (!this.#asked.has(keyOfQuestion(question))) this.#asked.set(keyOfQuestion(question), question);
    }
    const open = new Set(this.#open.map(keyOfQuestion));
    return [...this.#asked.values()].filter(
      (one) => open.has(keyOfQuestion(one)) || this.answer(one) !== null
    );
  });

  /** Without an answer still: the number that is said. */
  get open(): number {
    return this.#open.length;
  }

  of(id: string): OpenQuestion[] {
    return this.questions.filter((question) => question.id === id);
  }

  answer(question: OpenQuestion): FieldValue {
    return this.sheet.file ? answerTo(question, this.sheet.file, this.sheet.year) : null;
  }

  stage({ type, id, field }: OpenQuestion): 'on-phone' | 'received' | undefined {
    return this.sheet.stage(type, type === 'assessment' ? `${id}/${this.sheet.year}` : id, field);
  }

  record({ type, id }: OpenQuestion, field: string, value: FieldValue): Promise<Recorded> {
    if (type === 'assessment') return this.sheet.assess(value as AssessmentState | null);
    const person = this.sheet.people.find((one) => one.id === id);
    return person ? this.sheet.answer(person.id, { [field]: value }) : this.sheet.correct({ [field]: value });
  }
}
