import { fieldOfRule } from '$lib/domain/figures/open-questions';
import { judgedRules, shownRules } from '$lib/domain/plan/rules';
import type { Tally } from '$lib/domain/figures/group-figures';
import type { History } from '$lib/domain/figures/history';
import { denominatorJournal, type JournalLine } from '$lib/domain/figures/movement';
import { newestOf, type TypedFigure } from '$lib/domain/figures/typed';
import type { RuleName } from '$lib/domain/plan/rules';
import { type Lacking, whoExpiresSoon, whoLacks } from '$lib/domain/figures/progress';
import type { Phone } from './phone.svelte';
import { type IndicatorLine, Today } from './today.svelte';

const PAGE = 60;

/** ask: hỏi; renew: gia hạn thẻ sắp hết; help: vận động, giúp đỡ. */
export type Step = 'ask' | 'renew' | 'help';

/** Who keeps one indicator down, by name and easiest first (còn thiếu). */
export class LackingList {
  readonly #phone: Phone;
  readonly #code: () => string;
  readonly #today: Today;
  #limit = $state(PAGE);
  #history: History | undefined = $state.raw();

  constructor(phone: Phone, code: () => string) {
    this.#phone = phone;
    this.#code = code;
    this.#today = new Today(phone);
  }

  readonly rule = $derived.by((): RuleName | undefined => {
    const { campaign } = this.#phone;
    if (!campaign) return;
    const named = campaign.indicators.find(({ code }) => code === this.#code())?.rule;
    return judgedRules(campaign).find((rule) => rule === named);
  });

  readonly line = $derived.by((): IndicatorLine | undefined =>
    this.#today.lines.find(({ rule }) => rule === this.rule)
  );

  /** Other readings of it, beside it and never judged: "đã công nhận", "có bằng, chứng chỉ". */
  readonly readings = $derived.by((): { rule: RuleName; tally: Tally }[] => {
    const { campaign, picture } = this.#phone;
    const also = this.line?.indicator.alsoShown ?? [];
    return (campaign ? shownRules(campaign) : []).flatMap((rule) => {
      const tally = also.includes(rule) ? picture.figures?.tallies[rule] : undefined;
      return tally ? [{ rule, tally }] : [];
    });
  });

  /** What an office says of it: of the own group, or of the whole ward. */
  readonly official = $derived.by((): TypedFigure | undefined => {
    const { standings, groupId } = this.#phone;
    const typed = standings?.typed ?? [];
    return newestOf(typed, this.#code(), groupId ?? null) ?? newestOf(typed, this.#code(), null);
  });

  /** Why the denominator moved, the newest day first (nhật ký mẫu số). */
  readonly journal = $derived.by((): JournalLine[] =>
    denominatorJournal(this.#history?.days ?? [])
      .filter(({ rule }) => rule === this.rule)
      .reverse()
  );

  /** Earlier days are read once the names stand. */
  async lookBack(): Promise<void> {
    this.#history = (await this.#phone.readPast()).history;
  }

  readonly found = $derived.by((): Lacking[] => {
    const { campaign, picture, today } = this.#phone;
    return campaign && this.rule ? whoLacks(picture.files, this.rule, campaign, today) : [];
  });

  /** Still counted, but not for long: a card that ends within 30 days. */
  readonly expiring = $derived.by((): Lacking[] => {
    const { campaign, picture, today } = this.#phone;
    return campaign && this.rule === 'insurance' ? whoExpiresSoon(picture.files, campaign, today) : [];
  });

  /** By the next thing to do, easiest first: a question, a card that runs out, then what takes longer. */
  readonly steps = $derived.by((): { step: Step; found: Lacking[] }[] => {
    const isQuestion = ({ judged }: Lacking) => judged.class === 'unknown';
    const steps: { step: Step; found: Lacking[] }[] = [
      { step: 'ask', found: this.found.filter(isQuestion) },
      { step: 'renew', found: this.expiring },
      { step: 'help', found: this.found.filter((one) => !isQuestion(one)) }
    ];
    let left = this.#limit;
    return steps.flatMap(({ step, found }) => {
      const shown = found.slice(0, Math.max(0, left));
      left -= found.length;
      return shown.length > 0 ? [{ step, found: shown }] : [];
    });
  });

  readonly counts = $derived.by((): Record<Step, number> => {
    const ask = this.found.filter(({ judged }) => judged.class === 'unknown').length;
    return { ask, renew: this.expiring.length, help: this.found.length - ask };
  });

  readonly hasMore = $derived.by(() => this.found.length + this.expiring.length > this.#limit);

  /** What is asked down the alleys to answer it; nothing where nobody is left to ask. */
  readonly question = $derived.by((): string | undefined => {
    const { campaign } = this.#phone;
    return this.counts.ask > 0 && campaign && this.rule ? fieldOfRule(this.rule, campaign) : undefined;
  });

  showMore(): void {
    if (this.hasMore) this.#limit += PAGE;
  }
}
