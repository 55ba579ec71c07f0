import type { RuleName } from '$lib/domain/plan/indicator';
import { rankGroups, replaceOwn, type Standing } from '$lib/domain/figures/standings';
import type { Phone } from './phone.svelte';

/** The ranking of the 23 groups (xếp hạng), as the ward last said it; one's own unsent work is counted in beside it. */
export class RankingBoard {
  readonly #phone: Phone;
  #by = $state<'total' | RuleName>('total');

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  get by(): 'total' | RuleName {
    return this.#by;
  }

  choose(by: 'total' | RuleName): void {
    this.#by = by;
  }

  readonly standings = $derived.by((): Standing[] => {
    const { campaign, standings } = this.#phone;
    return campaign && standings ? rankGroups(campaign, standings.groups, this.#by) : [];
  });

  readonly own = $derived.by(() => this.standings.find(({ group }) => group === this.#phone.groupId));

  /** The own place with the entries that the ward has not received yet; nothing where there are none (PH3). */
  readonly ownWithUnsent = $derived.by((): Standing | undefined => {
    const { campaign, standings, groupId, picture, ledger } = this.#phone;
    if (!campaign || !standings || !groupId || !picture.figures || ledger.unsent === 0) return;
    const laid = replaceOwn(standings, groupId, picture.figures);
    return rankGroups(campaign, laid.groups, this.#by).find(({ group }) => group === groupId);
  });
}
