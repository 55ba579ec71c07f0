import { fieldOfRule, type OpenQuestion, openQuestions } from '$lib/domain/figures/open-questions';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { Person } from '$lib/domain/people/person';
import { type Leg, legsOf } from '$lib/domain/people/walk';
import { judgedRules, type RuleName } from '$lib/domain/plan/rules';
import type { Phone } from './phone.svelte';
import { RoundVisit } from './round-visit.svelte';

/** One whom the question is put to, at their door. */
export type AskedAtDoor = Readonly<{
  file: HouseholdFile;
  /** None where the household is asked. */
  person: Person | undefined;
  question: OpenQuestion;
  visit: RoundVisit;
}>;

/** One question down the whole alley (hỏi lần lượt một câu): those who have not answered it, door by door. */
export class QuestionRound {
  readonly field: string;
  readonly #phone: Phone;
  readonly #visits = new Map<string, RoundVisit>();
  #at = $state(0);

  constructor(phone: Phone, field: string, at?: number) {
    this.#phone = phone;
    this.field = field;
    this.#at = at ?? this.firstOpen;
  }

  get at(): number {
    return this.#at;
  }

  readonly #rule = $derived.by((): RuleName | undefined => {
    const { campaign } = this.#phone;
    if (this.field === 'insuranceExpiry') return 'insurance';
    return campaign && judgedRules(campaign).find((rule) => fieldOfRule(rule, campaign) === this.field);
  });

  readonly legs = $derived.by((): Leg[] =>
    legsOf(
      this.#phone.picture.files.filter(
        ({ household }) => this.#phone.picture.progress(household.id)?.reviewed !== 'outside'
      )
    )
  );

  readonly leg = $derived.by((): Leg | undefined => this.legs[this.#at]);

  /** All of this alley who are to be asked, or were asked just now. */
  readonly asked = $derived.by((): AskedAtDoor[] =>
    (this.leg?.files ?? []).flatMap((file) => {
      const visit = this.#visit(file);
      return visit.questions
        .filter(({ field }) => field === this.field)
        .map((question) => ({
          file,
          question,
          visit,
          person: file.people.find(({ id }) => id === question.id)
        }));
    })
  );

  /** Without an answer still, in one alley or in the whole group. */
  openIn({ files }: Leg): number {
    const { campaign, today } = this.#phone;
    if (!campaign) return 0;
    return files
      .filter((file) => this.#mayBeOpen(file))
      .flatMap((file) => openQuestions(file, campaign, today))
      .filter(({ field }) => field === this.field).length;
  }

  readonly left = $derived.by(() => this.legs.reduce((sum, leg) => sum + this.openIn(leg), 0));

  /** The next alley, and round to the first, in which somebody is to be asked. */
  readonly next = $derived.by((): number | undefined => {
    const count = this.legs.length;
    const onward = Array.from({ length: count }, (_, step) => (this.#at + 1 + step) % count);
    return onward.find((at) => at !== this.#at && this.openIn(this.legs[at]!) > 0);
  });

  get firstOpen(): number {
    return Math.max(
      0,
      this.legs.findIndex((leg) => this.openIn(leg) > 0)
    );
  }

  goTo(at: number): void {
    this.#at = at;
    this.#visits.clear();
  }

  /** What is known of the household already tells where there is nothing to ask. */
  #mayBeOpen({ household }: HouseholdFile): boolean {
    const judged = this.#rule && this.#phone.picture.progress(household.id)?.classes[this.#rule];
    if (!judged) return true;
    return judged.some(({ class: word, reason }) => word === 'unknown' || reason.startsWith('card-exp'));
  }

  #visit({ household }: HouseholdFile): RoundVisit {
    const before = this.#visits.get(household.id);
    if (before) return before;
    const visit = new RoundVisit(this.#phone, household.id);
    this.#visits.set(household.id, visit);
    return visit;
  }
}

/** What can be asked of a whole alley, with how many have not answered: the most first. */
export function questionsToAsk({ campaign, picture }: Phone): { field: string; open: number }[] {
  if (!campaign) return [];
  const counts = new Map<string, number>();
  for (const { household } of picture.files) {
    const { classes } = picture.progress(household.id) ?? {};
    for (const rule of judgedRules(campaign)) {
      const field = fieldOfRule(rule, campaign);
      const subject = campaign.indicators.find((one) => one.rule === rule)?.counting?.subject;
      const unknown = (classes?.[rule] ?? []).filter(
        (judged) => judged.class === 'unknown' && !ASKED_ELSEWHERE.includes(judged.reason)
      ).length;
      if (field)
        counts.set(
          field,
          (counts.get(field) ?? 0) + (subject === 'members' ? Math.min(1, unknown) : unknown)
        );
    }
    const expiring = (classes?.insurance ?? []).filter(({ reason }) => reason.startsWith('card-exp')).length;
    counts.set('insuranceExpiry', (counts.get('insuranceExpiry') ?? 0) + expiring);
  }
  return [...counts]
    .map(([field, open]) => ({ field, open }))
    .filter(({ open }) => open > 0)
    .sort((a, b) => b.open - a.open);
}

/** Not answered by this question: by another one first, or not at the door. */
const ASKED_ELSEWHERE: readonly string[] = [
  'activity-open',
  'no-birth',
  'no-sex',
  'no-inactive-reason',
  'objection-open'
];
