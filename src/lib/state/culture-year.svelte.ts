import { maySeeBars } from '$lib/domain/rights';
import { type Day, daysBetween } from '$lib/domain/calendar';
import type { FieldValue } from '$lib/domain/entry/row';
import { absenceOfHousehold } from '$lib/domain/figures/residence';
import type { EntryId, HouseholdId } from '$lib/domain/ids';
import { type Assessment, assessmentId } from '$lib/domain/people/assessment';
import { isMeetingValid, publicUntil } from '$lib/domain/people/culture-process';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import { type Meeting, meetingFrom, meetingId } from '$lib/domain/people/meeting';
import type { CultureRules } from '$lib/domain/plan/culture';
import type { Phone, Recorded } from './phone.svelte';

/** An entry carries up to so many changes. */
const MOST_CHANGES = 40;

type Values = Readonly<Record<string, FieldValue>>;
export type Assessed = Readonly<{ file: HouseholdFile; assessment: Assessment | undefined }>;

/** The year's process of gia đình văn hóa in the own group (bình xét), from the meeting to the decision. */
export class CultureYear {
  readonly #phone: Phone;

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  get year(): number {
    return this.#phone.campaign?.year ?? Number(this.#phone.today.slice(0, 4));
  }

  get rules(): CultureRules | undefined {
    return this.#phone.campaign?.culture ?? undefined;
  }

  get maySeeBars(): boolean {
    return maySeeBars(this.#phone.actor);
  }

  readonly meeting = $derived.by((): Meeting | undefined => {
    const { picture, groupId } = this.#phone;
    const row = groupId && picture.papers.find(({ id }) => id === meetingId(groupId, this.year));
    return row && meetingFrom(row);
  });

  /** Whether enough of those invited came; nothing where the numbers are not there, or no rule asks for them. */
  readonly isMeetingValid = $derived.by((): boolean | undefined => {
    const { rules, meeting } = this;
    if (!rules?.leastPresent || !meeting?.invited || meeting.present === null) return;
    return isMeetingValid(meeting, rules);
  });

  /** Households that live here, along the alleys, each with this year's assessment. */
  readonly all = $derived.by((): Assessed[] => {
    const { campaign, picture, today } = this.#phone;
    if (!campaign) return [];
    return picture.files
      .filter((file) => !absenceOfHousehold(file, today, campaign))
      .map((file) => ({ file, assessment: file.assessments.find(({ year }) => year === this.year) }));
  });

  in(...states: readonly (string | null)[]): Assessed[] {
    return this.all.filter(({ assessment }) => states.includes(assessment?.state ?? null));
  }

  /** The first day on which the list has hung long enough; nothing while it does not hang. */
  readonly proposableFrom = $derived.by(
    (): Day | undefined => this.rules && publicUntil(undefined, this.meeting, this.rules)
  );

  /** What has hung for all its days, each household by its own. */
  readonly proposable = $derived.by((): Assessed[] =>
    this.in('published').filter(({ assessment }) => {
      const over = this.rules && publicUntil(assessment, this.meeting, this.rules);
      return over !== undefined && over <= this.#phone.today;
    })
  );

  readonly daysLeft = $derived.by((): number | undefined =>
    this.proposableFrom === undefined
      ? undefined
      : Math.max(0, daysBetween(this.#phone.today, this.proposableFrom))
  );

  /** Numbers and days of the decisions that recognised households this year, each once. */
  readonly decisions = $derived.by((): string[] => [
    ...new Set(this.in('recognised').flatMap(({ assessment }) => assessment?.decision ?? []))
  ]);

  /** How many were recognised in earlier years, the latest first (lịch sử công nhận). */
  readonly earlier = $derived.by((): { year: number; recognised: number }[] => {
    const counts = new Map<number, number>();
    for (const { year, state } of this.all.flatMap(({ file }) => file.assessments)) {
      if (year < this.year && state === 'recognised') counts.set(year, (counts.get(year) ?? 0) + 1);
    }
    return [...counts].map(([year, recognised]) => ({ year, recognised })).sort((a, b) => b.year - a.year);
  });

  stage(field: string): 'on-phone' | 'received' | undefined {
    const { picture, groupId } = this.#phone;
    return groupId && picture.stage('meeting', meetingId(groupId, this.year), field);
  }

  meet(set: Values): Promise<Recorded> {
    const { groupId } = this.#phone;
    return this.#phone.record('meeting', [
      {
        type: 'meeting',
        id: meetingId(groupId!, this.year),
        household: groupId as string as HouseholdId,
        set
      }
    ]);
  }

  /** All that were not assessed, as the meeting has found them; the exceptions were recorded before. */
  expectTheRest(agreed: number | null): Promise<Recorded[]> {
    return this.#assessAll(this.in(null), { state: 'expected', ...(agreed !== null && { agreed }) });
  }

  /** The list hangs from today: its place and day, and every household that stands on it. */
  async publish(publishedAt: string | null): Promise<Recorded[]> {
    const publishedOn = this.#phone.today;
    const hung = await this.meet({ publishedOn, ...(publishedAt && { publishedAt }) });
    if (hung.kind === 'refused' || hung.kind === 'failed') return [hung];
    return [hung, ...(await this.#assessAll(this.in('expected'), { state: 'published', publishedOn }))];
  }

  /** After its days in public; what has an objection open stays behind. */
  propose(): Promise<Recorded[]> {
    return this.#assessAll(this.proposable, { state: 'proposed', proposedOn: this.#phone.today });
  }

  /** As few entries as hold them all; it stops at the first that is not saved. */
  async #assessAll(chosen: readonly Assessed[], set: Values): Promise<Recorded[]> {
    const said: Recorded[] = [];
    for (let from = 0; from < chosen.length; from += MOST_CHANGES) {
      const changes = chosen.slice(from, from + MOST_CHANGES).map(({ file: { household } }) => ({
        type: 'assessment' as const,
        id: assessmentId(household.id, this.year),
        household: household.id,
        set
      }));
      const recorded = await this.#phone.record('assess', changes);
      said.push(recorded);
      if (recorded.kind === 'failed' || recorded.kind === 'refused') break;
    }
    return said;
  }
}

/** The entries that were saved, to be taken back together. */
export const savedIn = (all: readonly Recorded[]): EntryId[] =>
  all.flatMap((recorded) => (recorded.kind === 'saved' ? [recorded.id] : []));
