import { alleyOf } from '$lib/domain/people/address';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { Indicator } from '$lib/domain/plan/indicator';
import type { RuleName } from '$lib/domain/plan/rules';
import { judgedRules } from '$lib/domain/plan/rules';
import { isToReview, whoExpiresSoon } from '$lib/domain/figures/progress';
import { denominatorOf } from '$lib/domain/figures/tally';
import { judgeTarget, shareDigits } from '$lib/domain/figures/target';
import type { Phone } from './phone.svelte';

/** One indicator of the own group as Hôm nay shows it. */
export type IndicatorLine = Readonly<{
  indicator: Indicator;
  rule: RuleName;
  counted: number;
  of: number;
  unknown: number;
  decimals: number;
  judged: ReturnType<typeof judgeTarget>;
}>;

/** What there is to do today (hôm nay), from the own group's picture. */
export class Today {
  readonly #phone: Phone;

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  readonly #waiting = $derived.by((): HouseholdFile[] => {
    const { picture } = this.#phone;
    return picture.files.filter(({ household }) => isToReview(picture.progress(household.id)));
  });

  get all(): number {
    const { picture } = this.#phone;
    return picture.files.filter(({ household }) => picture.progress(household.id)?.reviewed !== 'outside')
      .length;
  }

  readonly toReview = $derived.by(() => this.#waiting.length);

  /** Onward along the alleys from the household seen last; who was away comes after the others. */
  readonly next = $derived.by((): HouseholdFile | undefined => {
    const { picture, entries } = this.#phone;
    const last = entries.find(({ kind }) => kind === 'visit')?.body.changes[0]?.household;
    const from = picture.files.findIndex(({ household }) => household.id === last);
    const isFresh = ({ household }: HouseholdFile) => picture.progress(household.id)?.reviewed === 'no';
    const onward = picture.files.slice(from + 1).find(isFresh);
    return onward ?? this.#waiting.find(isFresh) ?? this.#waiting[0];
  });

  readonly nextAlley = $derived.by(() => this.next && alleyOf(this.next.household));

  readonly lines = $derived.by((): IndicatorLine[] => {
    const { campaign, picture } = this.#phone;
    if (!campaign) return [];
    return judgedRules(campaign).flatMap((rule) => {
      const indicator = campaign.indicators.find((one) => one.rule === rule);
      const tally = picture.figures?.tallies[rule];
      if (!indicator || !tally) return [];
      const [counted, of] = [tally[0], denominatorOf(tally)];
      const decimals = shareDigits(indicator.target, counted, of);
      const judged = judgeTarget(indicator, tally);
      return [{ indicator, rule, counted, of, unknown: tally[2], decimals, judged }];
    });
  });

  readonly expiring = $derived.by(() => {
    const { campaign, picture, today } = this.#phone;
    return campaign ? whoExpiresSoon(picture.files, campaign, today).length : 0;
  });

  /** Households with a second value that waits for a choice. */
  readonly differing = $derived.by(
    () => this.#phone.picture.files.filter(({ differences }) => differences.length > 0).length
  );
}
