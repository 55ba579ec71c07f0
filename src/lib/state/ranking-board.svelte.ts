import type { ClosedPeriod } from '$lib/domain/figures/closed-period';
import { figuresOfClosed, rankClosed } from '$lib/domain/figures/closed-ranking';
import { type Explanation, explainPlace } from '$lib/domain/figures/explain';
import { type Fraction, toNumber } from '$lib/domain/figures/fraction';
import type { History } from '$lib/domain/figures/history';
import { type Movement, movementSince } from '$lib/domain/figures/movement';
import { scoreGroup } from '$lib/domain/figures/score';
import { rankGroups, replaceOwn, type Standing } from '$lib/domain/figures/ranking';
import { denominatorOf } from '$lib/domain/figures/tally';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import type { GroupId } from '$lib/domain/ids';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { RuleName } from '$lib/domain/plan/rules';
import type { Phone } from './phone.svelte';

/** One day of the own group in a trend: points, or the share of one rule in hundredths. */
export type TrendDay = Readonly<{ day: string; value: number; rank: number | null; figures: GroupFigures }>;

/** The ranking of the 23 groups (xếp hạng), as the ward last said it; one's own unsent work is counted in beside it. */
export class RankingBoard {
  readonly #phone: Phone;
  #by = $state<'total' | RuleName>('total');
  #at = $state<'today' | string>('today');
  #closed: readonly ClosedPeriod[] = $state.raw([]);
  #history: History | undefined = $state.raw();

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  /** What lies behind today is read once the ranking itself stands. */
  async lookBack(): Promise<void> {
    const { closed, history } = await this.#phone.readPast();
    this.#closed = closed;
    this.#history = history;
  }

  get by(): 'total' | RuleName {
    return this.#by;
  }
  /** "today", or a closed period's id. */
  get at(): string {
    return this.#at;
  }
  get closed(): readonly ClosedPeriod[] {
    return this.#closed;
  }

  choose(by: 'total' | RuleName): void {
    this.#by = by;
  }

  turnTo(at: string): void {
    this.#at = at;
  }

  readonly period = $derived.by((): ClosedPeriod | undefined =>
    this.#closed.find(({ period }) => period === this.#at)
  );

  /** The plan that was in force then. */
  readonly campaign = $derived.by((): Campaign | undefined => this.period?.campaign ?? this.#phone.campaign);

  readonly #figures = $derived.by((): readonly GroupFigures[] =>
    this.period ? figuresOfClosed(this.period) : (this.#phone.standings?.groups ?? [])
  );

  readonly standings = $derived.by((): Standing[] => {
    const { campaign } = this;
    return campaign && this.#figures.length > 0 ? rankGroups(campaign, this.#figures, this.#by) : [];
  });

  readonly own = $derived.by(() => this.standings.find(({ group }) => group === this.#phone.groupId));

  /** The last period closed before what is shown; movement is since then. */
  readonly earlier = $derived.by((): ClosedPeriod | undefined => {
    const { period } = this;
    return this.#closed.find(({ asOf }) => !period || asOf < period.asOf);
  });

  readonly movements = $derived.by((): ReadonlyMap<GroupId, Movement> =>
    this.earlier ? movementSince(this.standings, rankClosed(this.earlier, this.#by)) : new Map()
  );

  /** The figures with the entries that the ward has not received yet; nothing where there are none (PH3). */
  readonly #withUnsent = $derived.by((): readonly GroupFigures[] | undefined => {
    const { standings, groupId, picture, ledger } = this.#phone;
    if (this.period || !standings || !groupId || !picture.figures || ledger.unsent === 0) return;
    return replaceOwn(standings, groupId, picture.figures).groups;
  });

  /** The own place with them counted in. */
  readonly ownWithUnsent = $derived.by((): Standing | undefined => {
    const { campaign, groupId } = this.#phone;
    if (!campaign || !this.#withUnsent) return;
    return rankGroups(campaign, this.#withUnsent, this.#by).find(({ group }) => group === groupId);
  });

  /** Why a group stands there, and what the next place needs; of the own group with what is not sent yet. */
  explain(group: GroupId): Explanation | undefined {
    const isOwn = group === this.#phone.groupId;
    const figures = (isOwn && this.#withUnsent) || this.#figures;
    return this.campaign && explainPlace(this.campaign, figures, group, this.#by);
  }

  /** The own group day by day, by today's plan. */
  readonly trend = $derived.by((): TrendDay[] => {
    const { campaign } = this.#phone;
    const history = this.#history;
    if (!campaign || !history) return [];
    const own = history.groups.indexOf(history.group);
    return history.days.flatMap(({ day, figures, ranks }) => {
      const value = this.#valueOf(campaign, figures);
      const rank = this.#by === 'total' ? (ranks[own] ?? null) : null;
      return value === undefined ? [] : [{ day, value, rank, figures }];
    });
  });

  #valueOf(campaign: Campaign, figures: GroupFigures): number | undefined {
    if (this.#by === 'total') return numberOf(scoreGroup(campaign, figures).total);
    const tally = figures.tallies[this.#by];
    const of = tally ? denominatorOf(tally) : 0;
    return tally && of > 0 ? (tally[0] * 100) / of : undefined;
  }
}

const numberOf = (value: Fraction | null): number | undefined => (value ? toNumber(value) : undefined);
