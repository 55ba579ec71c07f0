import type { EntryId } from '$lib/domain/ids';
import { type HouseholdProgress, isToReview } from '$lib/domain/figures/progress';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { VisitOutcome } from '$lib/domain/people/visit';
import { type Leg, legsOf } from '$lib/domain/people/walk';
import { HouseholdSheet } from './household-sheet.svelte';
import type { Phone, Recorded } from './phone.svelte';
import { Today } from './today.svelte';

/** Where one is in the round: at a household, or at the end of its leg; a second time at those who were away. */
export type RoundPlace = Readonly<{ household: string | undefined; isEnd: boolean; isAgain: boolean }>;

/** How a leg stands (ngõ): seen, away, and still to see. */
export type LegStand = Readonly<{ heading: string; all: number; seen: number; away: number; left: number }>;

/** The evening round (vòng rà soát): the walk, a household at a time; each visit is one act and leads on to the next. */
export class EveningRound {
  readonly #phone: Phone;
  readonly #today: Today;
  #place: RoundPlace = $state.raw({ household: undefined, isEnd: false, isAgain: false });
  #last: { id: EntryId; place: RoundPlace } | undefined = $state.raw();

  constructor(phone: Phone, place: Partial<RoundPlace> = {}) {
    this.#phone = phone;
    this.#today = new Today(phone);
    this.#place = { ...this.#place, ...place };
    this.settle();
  }

  /** A household that is no longer in the walk is left behind: to where the round goes on. */
  settle(): void {
    if (this.current) return;
    this.#place = { household: this.#today.next?.household.id, isEnd: false, isAgain: false };
  }

  get place(): RoundPlace {
    return this.#place;
  }

  /** All who live here, along the alleys. */
  readonly walk = $derived.by((): HouseholdFile[] =>
    this.#phone.picture.files.filter((file) => this.#progress(file)?.reviewed !== 'outside')
  );

  readonly legs = $derived.by((): Leg[] => legsOf(this.walk));

  readonly current = $derived.by((): HouseholdFile | undefined =>
    this.walk.find(({ household }) => household.id === this.#place.household)
  );

  readonly leg = $derived.by((): Leg | undefined =>
    this.legs.find(({ files }) => files.includes(this.current!))
  );

  /** The household's place in its leg, from 1. */
  readonly number = $derived.by((): number => (this.leg?.files.indexOf(this.current!) ?? -1) + 1);

  readonly stand = $derived.by((): LegStand | undefined => this.leg && this.standOf(this.leg));

  /** The leg after this one, and round to the first, in which somebody is still to be seen. */
  readonly nextLeg = $derived.by((): Leg | undefined => {
    const here = this.legs.indexOf(this.leg!);
    return [...this.legs.slice(here + 1), ...this.legs.slice(0, here + 1)].find((leg) =>
      leg.files.some(this.#isFresh)
    );
  });

  /** Nobody was at home: to be seen a second time. */
  readonly away = $derived.by((): HouseholdFile[] =>
    this.walk.filter((file) => this.#progress(file)?.reviewed === 'absent')
  );

  get all(): number {
    return this.walk.length;
  }

  readonly left = $derived.by(() => this.walk.filter((file) => isToReview(this.#progress(file))).length);

  /** Whether this household was seen in this round already: then there is only to go on. */
  readonly isSeen = $derived.by(
    () => this.current !== undefined && !isToReview(this.#progress(this.current))
  );

  /** The visit that was made last and has been taken back since: one goes back to that door. */
  readonly takenBack = $derived.by((): RoundPlace | undefined => {
    const [newest] = this.#phone.entries;
    const about = newest?.kind === 'cancel' ? newest.body.about : undefined;
    return about && 'entry' in about && about.entry === this.#last?.id ? this.#last.place : undefined;
  });

  standOf({ heading, files }: Leg): LegStand {
    const count = (is: HouseholdProgress['reviewed']) =>
      files.filter((file) => this.#progress(file)?.reviewed === is).length;
    return { heading, all: files.length, seen: count('yes'), away: count('absent'), left: count('no') };
  }

  /** Records the visit and goes on to the next door. */
  async visit(outcome: VisitOutcome): Promise<Recorded> {
    const { household } = this.current!;
    const place = this.#place;
    const recorded = await new HouseholdSheet(this.#phone, household.id).confirm(outcome);
    if (recorded.kind !== 'saved') return recorded;
    this.#last = { id: recorded.id, place };
    this.onward();
    return recorded;
  }

  /** To the next who is still to be seen, else to the end of the leg. */
  onward(): void {
    const { isAgain } = this.#place;
    const all = isAgain ? this.walk : (this.leg?.files ?? []);
    const behind = all.slice(all.indexOf(this.current!) + 1);
    const next = behind.find(isAgain ? this.#isAway : this.#isFresh);
    this.#place = next ? { ...this.#place, household: next.household.id } : { ...this.#place, isEnd: true };
  }

  /** One door on or back, whoever has been seen. */
  step(by: 1 | -1): void {
    const { household } = this.walk[this.walk.indexOf(this.current!) + by] ?? {};
    if (household) this.#place = { household: household.id, isEnd: false, isAgain: this.#place.isAgain };
  }

  goTo(place: Partial<RoundPlace>): void {
    this.#place = { ...this.#place, isEnd: false, ...place };
    this.#last = undefined;
    this.settle();
  }

  /** To the first door of a leg that is still to be seen. */
  begin({ files }: Leg): void {
    const first = files.find(this.#isFresh) ?? files.find(this.#isAway) ?? files[0];
    this.goTo({ household: first?.household.id, isAgain: false });
  }

  /** A second time to those who were away; of this leg first. */
  beginAgain(among: readonly HouseholdFile[] = this.away): void {
    this.goTo({ household: among.find(this.#isAway)?.household.id, isAgain: true });
  }

  #isFresh = (file: HouseholdFile): boolean => this.#progress(file)?.reviewed === 'no';
  #isAway = (file: HouseholdFile): boolean => this.#progress(file)?.reviewed === 'absent';
  #progress = ({ household }: HouseholdFile): HouseholdProgress | undefined =>
    this.#phone.picture.progress(household.id);
}
