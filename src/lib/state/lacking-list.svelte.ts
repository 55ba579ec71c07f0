import { judgedRules } from '$lib/domain/plan/rules';
import type { History } from '$lib/domain/figures/history';
import { denominatorJournal, type JournalLine } from '$lib/domain/figures/movement';
import type { RuleName } from '$lib/domain/plan/rules';
import { type Lacking, whoLacks } from '$lib/domain/figures/progress';
import type { Phone } from './phone.svelte';
import { type IndicatorLine, Today } from './today.svelte';

const PAGE = 60;

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

  readonly shown = $derived.by(() => this.found.slice(0, this.#limit));
  readonly hasMore = $derived.by(() => this.found.length > this.#limit);

  showMore(): void {
    if (this.hasMore) this.#limit += PAGE;
  }
}
