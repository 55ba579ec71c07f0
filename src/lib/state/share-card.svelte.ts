import { judgedRules, type RuleName } from '$lib/domain/plan/rules';
import type { Phone } from './phone.svelte';
import { RankingBoard } from './ranking-board.svelte';
import { type IndicatorLine, Today } from './today.svelte';

/** What a group's own people may be told: shares of the whole group, and none that could point at a few (domain 2.3). */
const TOLD: readonly RuleName[] = ['culture-expected', 'insurance', 'employment', 'training'];

/** The group's standing and progress as they are shown to its people (chia sẻ): no name, no address, no count of the few. */
export class ShareCard {
  readonly #phone: Phone;
  readonly #today: Today;
  readonly #board: RankingBoard;

  constructor(phone: Phone) {
    this.#phone = phone;
    this.#today = new Today(phone);
    this.#board = new RankingBoard(phone);
  }

  get group(): string {
    return this.#phone.group?.name ?? '';
  }
  readonly reviewed = $derived.by(() => this.#today.all - this.#today.toReview);
  get all(): number {
    return this.#today.all;
  }
  /** Null where the group has no place yet. */
  readonly rank = $derived.by(() => {
    const asOf = this.#phone.standings?.asOf;
    const place = this.#board.own?.rank;
    return place && asOf !== undefined ? { place, of: this.#board.standings.length, asOf } : null;
  });
  readonly lines = $derived.by((): readonly IndicatorLine[] => {
    const { campaign } = this.#phone;
    if (!campaign) return [];
    const shown = judgedRules(campaign).filter((rule) => TOLD.includes(rule));
    return this.#today.lines.filter(({ rule, of }) => of > 0 && shown.includes(rule));
  });
}
