import { type Assessment, assessmentId, type AssessmentState } from '$lib/domain/people/assessment';
import { type Day, dayOf } from '$lib/domain/calendar';
import { type Classified, classify } from '$lib/domain/figures/classify';
import { type Difference, isForOfficerAlone } from '$lib/domain/entry/difference';
import type { ClosingReason } from '$lib/domain/people/household';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { HouseholdId, PersonId } from '$lib/domain/ids';
import { isToReview } from '$lib/domain/figures/progress';
import { askedOfHouseholds, askedOfPerson } from '$lib/domain/plan/asked';
import { judgedRules } from '$lib/domain/plan/rules';
import type { Indicator } from '$lib/domain/plan/indicator';
import type { RuleName } from '$lib/domain/plan/rules';
import type { Question } from '$lib/domain/plan/question';
import type { Person } from '$lib/domain/people/person';
import type { FieldValue } from '$lib/domain/entry/row';
import type { Visit, VisitOutcome } from '$lib/domain/people/visit';
import type { Phone, Recorded } from './phone.svelte';

type Values = Readonly<Record<string, FieldValue>>;

/** One household as it is being reviewed (phiếu rà soát hộ): each verb is one act, saved at the tap. */
export class HouseholdSheet {
  readonly #phone: Phone;
  readonly id: HouseholdId;

  constructor(phone: Phone, id: HouseholdId) {
    this.#phone = phone;
    this.id = id;
  }

  get file(): HouseholdFile | undefined {
    return this.#phone.picture.file(this.id);
  }

  readonly people = $derived.by(
    (): readonly Person[] => this.file?.people.filter(({ closed }) => !closed) ?? []
  );

  /** Whom nobody follows any more; they can be taken up again. */
  readonly closedPeople = $derived.by(
    (): readonly Person[] => this.file?.people.filter(({ closed }) => closed) ?? []
  );

  readonly head = $derived.by((): Person | undefined => {
    return this.people.find(({ id }) => id === this.file?.household.head) ?? this.people[0];
  });

  get year(): number {
    return this.#phone.campaign?.year ?? Number(this.#phone.today.slice(0, 4));
  }

  /** What this year's plan asks about the household. */
  readonly questions = $derived.by((): readonly Question[] => {
    const { campaign } = this.#phone;
    return campaign ? askedOfHouseholds(campaign) : [];
  });

  questionsFor({ birth }: Person): readonly Question[] {
    const { campaign } = this.#phone;
    return campaign ? askedOfPerson(campaign, birth) : [];
  }

  readonly assessment = $derived.by((): Assessment | undefined =>
    this.file?.assessments.find(({ year }) => year === this.year)
  );

  /** The last visit of this campaign that was not taken back. */
  readonly visit = $derived.by((): Visit | undefined => {
    const since = this.#phone.campaign?.startsOn ?? '';
    return this.file?.visits
      .filter(({ on, undone }) => !undone && on !== null && on >= since)
      .sort((a, b) => a.on!.localeCompare(b.on!))
      .at(-1);
  });

  /** Whether something of this household was recorded on this phone today: then it is no longer "không thay đổi". */
  readonly changedToday = $derived.by((): boolean =>
    this.#phone.entries.some(
      ({ kind, at, body }) =>
        kind !== 'visit' &&
        kind !== 'cancel' &&
        dayOf(at) === this.#phone.today &&
        body.changes.some(({ household }) => household === this.id)
    )
  );

  /** The next household along the alleys that still waits for its review. */
  readonly next = $derived.by((): HouseholdFile | undefined => {
    const { files } = this.#phone.picture;
    const here = files.findIndex(({ household }) => household.id === this.id);
    const onward = [...files.slice(here + 1), ...files.slice(0, Math.max(0, here))];
    return onward.find(({ household }) => isToReview(this.#phone.picture.progress(household.id)));
  });

  judged(rule: RuleName, person: PersonId): Classified | undefined {
    const { campaign, today } = this.#phone;
    if (!this.file || !campaign) return;
    return classify(rule, this.file, today, campaign).find(({ id }) => id === person);
  }

  /** The nearest work on somebody: a question first, then what is lacking; by an answer of their own, not of the house. */
  nearestWork(person: PersonId): { judged: Classified; indicator: Indicator } | undefined {
    const { campaign, picture } = this.#phone;
    const { classes } = picture.progress(this.id) ?? {};
    if (!campaign || !classes) return;
    const all = judgedRules(campaign).flatMap((rule) => {
      const indicator = campaign.indicators.find((one) => one.rule === rule);
      const judged = classes[rule]?.find(({ id }) => id === person);
      return judged && indicator && indicator.counting?.subject !== 'members' ? [{ judged, indicator }] : [];
    });
    const find = (wanted: Classified['class']) => all.find(({ judged }) => judged.class === wanted);
    return find('unknown') ?? find('missing');
  }

  stage(
    type: 'household' | 'person' | 'assessment',
    id: string,
    field: string
  ): 'on-phone' | 'received' | undefined {
    return this.#phone.picture.stage(type, id, field);
  }

  answer(person: PersonId, set: Values): Promise<Recorded> {
    return this.#phone.record('person.change', [{ type: 'person', id: person, household: this.id, set }]);
  }

  correct(set: Values): Promise<Recorded> {
    return this.#phone.record('household.change', [
      { type: 'household', id: this.id, household: this.id, set }
    ]);
  }

  assess(state: AssessmentState | null): Promise<Recorded> {
    return this.#assess({
      state,
      ...(state === 'objected' && { objectionOn: this.#phone.today }),
      ...(state !== 'barred' && this.assessment?.bar && { bar: null })
    });
  }

  /** What else belongs to the year's assessment: a bar, points, an objection and what was found of it. */
  noteOnAssessment(set: Values): Promise<Recorded> {
    return this.#assess(set);
  }

  addPerson(set: Values): Promise<Recorded> {
    const id = this.#phone.newId();
    return this.#phone.record('person.add', [{ type: 'person', id, household: this.id, set }]);
  }

  confirm(outcome: VisitOutcome): Promise<Recorded> {
    const set = { outcome, on: this.#phone.today };
    return this.#phone.record('visit', [{ type: 'visit', id: this.#phone.newId(), household: this.id, set }]);
  }

  /** Nothing is deleted: closed with a reason and a day, and open to be reopened (EN5). */
  close(type: 'household' | 'person', id: string, closed: ClosingReason, closedOn: Day): Promise<Recorded> {
    return this.#phone.record('close', [{ type, id, household: this.id, set: { closed, closedOn } }]);
  }

  reopen(type: 'household' | 'person', id: string): Promise<Recorded> {
    const set = { closed: null, closedOn: null };
    return this.#phone.record('reopen', [{ type, id, household: this.id, set }]);
  }

  /** After seven days the ward chooses (CO3). */
  isForTheWard(difference: Difference): boolean {
    return isForOfficerAlone(difference, this.#phone.wardTime);
  }

  resolve({ id, type, target, field }: Difference, chosen: FieldValue): Promise<Recorded> {
    const change = {
      type: type as 'household' | 'person' | 'assessment',
      id: target,
      household: this.id,
      set: { [field]: chosen }
    };
    return this.#phone.record('resolve', [change], { resolves: id });
  }

  #assess(set: Values): Promise<Recorded> {
    const id = assessmentId(this.id, this.year);
    return this.#phone.record('assess', [{ type: 'assessment', id, household: this.id, set }]);
  }
}
