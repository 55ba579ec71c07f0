import type { ClosedPeriod } from '$lib/domain/figures/closed-period';
import type { Figures } from '$lib/domain/figures/group-figures';
import { tallyFiles } from '$lib/domain/figures/tally';
import type { HouseholdId } from '$lib/domain/ids';
import {
  periodState,
  type PeriodState,
  type Review,
  reviewFrom,
  type SignOff,
  signOffFrom
} from '$lib/domain/people/sign-off';
import type { Period } from '$lib/domain/plan/period';
import type { Phone, Recorded } from './phone.svelte';

/** One reporting period as the leader sees it (kỳ báo cáo). */
export type PeriodLine = Readonly<{
  period: Period;
  state: PeriodState | { kind: 'closed'; closed: ClosedPeriod };
  /** Nothing is signed, or it was returned: there is something to do. */
  isDue: boolean;
  /** The last good moment is the end of the day before "trước ngày". */
  isLate: boolean;
  /** Households that the ward has sent back with a reason of their own since the last signature. */
  returned: readonly Review[];
}>;

/** The periods of the campaign and the signatures under them (chốt số liệu). */
export class PeriodBook {
  readonly #phone: Phone;
  #closed: readonly ClosedPeriod[] = $state.raw([]);

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  /** Closed periods are read once the screen stands. */
  async look(): Promise<void> {
    this.#closed = (await this.#phone.readPast()).closed;
  }

  readonly #papers = $derived.by((): { signOffs: SignOff[]; reviews: Review[] } => {
    const { papers } = this.#phone.picture;
    return {
      signOffs: papers.filter(({ type }) => type === 'sign-off').map(signOffFrom),
      reviews: papers.filter(({ type }) => type === 'review').map(reviewFrom)
    };
  });

  /** Those that have opened, what is due soonest first, the closed ones last. */
  readonly lines = $derived.by((): PeriodLine[] => {
    const { campaign, today } = this.#phone;
    const opened = (campaign?.periods ?? []).filter(({ opensOn }) => opensOn <= today);
    return opened
      .map((period) => this.#line(period))
      .sort(
        (a, b) => Number(b.isDue) - Number(a.isDue) || a.period.dueBefore.localeCompare(b.period.dueBefore)
      );
  });

  readonly due = $derived.by((): PeriodLine | undefined => this.lines.find(({ isDue }) => isDue));

  #line(period: Period): PeriodLine {
    const { signOffs, reviews } = this.#papers;
    const closed = this.#closed.find((one) => one.period === period.id);
    const state = closed ? ({ kind: 'closed', closed } as const) : periodState(period.id, signOffs, reviews);
    const signOff = 'signOff' in state ? state.signOff : undefined;
    return {
      period,
      state,
      isDue: state.kind === 'open' || state.kind === 'returned',
      isLate: this.#phone.today >= period.dueBefore,
      returned: reviews.filter(
        (review) =>
          signOff !== undefined &&
          review.signOff === signOff.id &&
          review.verdict === 'returned' &&
          review.household !== (review.group as string)
      )
    };
  }

  /** What a signature would stand under: the group's figures on the period's day, or today's while it is to come. */
  figuresFor({ asOf }: Period): Figures | undefined {
    const { campaign, picture, today } = this.#phone;
    return campaign && tallyFiles(picture.allFiles, campaign, asOf < today ? asOf : today);
  }

  /** Where the own signature is, while the rows do not hold it. */
  stage({ id }: SignOff): 'on-phone' | 'received' | undefined {
    return this.#phone.picture.stage('sign-off', id, 'period');
  }

  sign(period: Period): Promise<Recorded> {
    const { groupId, today } = this.#phone;
    const figures = JSON.stringify(this.figuresFor(period) ?? {});
    return this.#phone.record('sign-off', [
      {
        type: 'sign-off',
        id: this.#phone.newId(),
        household: groupId as string as HouseholdId,
        set: { period: period.id, on: today, figures }
      }
    ]);
  }
}
