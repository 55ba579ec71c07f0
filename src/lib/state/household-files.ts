import type { Day } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import { type HouseholdFile, fileFrom } from '$lib/domain/people/household-file';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { overlay, type OwnAct } from '$lib/domain/entry/overlay';
import { ABOUT_GROUP, keyOf, type RowKey } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import { tallyFiles, withPart } from '$lib/domain/figures/tally';
import type { Figures } from '$lib/domain/figures/group-figures';

/** The confirmed rows, as the device keeps them in memory. */
export type Confirmed = Readonly<{
  get: (key: RowKey) => Row | undefined;
  all: () => Iterable<Row>;
}>;

const PAPERS: readonly string[] = ['meeting', ...ABOUT_GROUP];

/** In whose light households are counted. */
export type CountedFor = Readonly<{ campaign: Campaign; today: Day; group: GroupId }>;

/**
 * The households as they are shown (hồ sơ các hộ): the confirmed rows with what is owed laid over them (PH1). Only households
 * that something touched are read again, and counted again; a screen is not needed for it, so that the simulation has it too.
 */
export class HouseholdFiles {
  readonly files = new Map<HouseholdId, HouseholdFile>();
  /** Rows about a whole group: meetings, signatures, messages; and the ward's reviews, of households too. */
  readonly papers = new Set<RowKey>();
  readonly #confirmed: Confirmed;
  readonly #owed: () => readonly OwnAct[];
  readonly #keysOf = new Map<HouseholdId, Set<RowKey>>();
  /** Where each row was last seen: a merge brings people to another household (CO4). */
  readonly #homeOf = new Map<RowKey, HouseholdId>();
  #laid = new Map<RowKey, Row>();
  /** Counted whole once; a household that is read again is taken out and put in anew. */
  #total: { counted: CountedFor; figures: Figures } | undefined;

  constructor(confirmed: Confirmed, owed: () => readonly OwnAct[]) {
    this.#confirmed = confirmed;
    this.#owed = owed;
  }

  /** The row as shown; for what a new entry is based on. */
  row = (key: RowKey): Row | undefined => this.#laid.get(key) ?? this.#confirmed.get(key);

  /** Takes in changed rows ("all" after a swap) and lays what is owed now over them. */
  update(changed: readonly Row[] | 'all'): void {
    const touched = new Set<HouseholdId>();
    const touch = (row: Row) => {
      const key = keyOf(row);
      touched.add(row.household);
      if (PAPERS.includes(row.type)) this.papers.add(key);
      const home = this.#homeOf.get(key);
      if (home === row.household) return;
      if (home) {
        touched.add(home);
        this.#keysOf.get(home)?.delete(key);
      }
      this.#homeOf.set(key, row.household);
      const keys = this.#keysOf.get(row.household);
      if (keys) keys.add(key);
      else this.#keysOf.set(row.household, new Set([key]));
    };
    if (changed === 'all') {
      this.#keysOf.clear();
      this.#homeOf.clear();
      this.files.clear();
      this.papers.clear();
      this.#total = undefined;
    }
    for (const row of this.#laid.values()) touched.add(row.household);
    this.#laid = overlay(this.#confirmed.get, this.#owed());
    for (const row of changed === 'all' ? this.#confirmed.all() : changed) touch(row);
    this.#laid.forEach(touch);
    for (const household of touched) this.#readAgain(household);
  }

  /** A group's figures, what is owed counted in. */
  figures(counted: CountedFor): Figures {
    const { campaign, today, group } = counted;
    const known = this.#total?.counted;
    if (known?.campaign !== campaign || known.today !== today || known.group !== group) {
      const own = [...this.files.values()].filter(({ household }) => household.group === group);
      this.#total = { counted, figures: tallyFiles(own, campaign, today) };
    }
    return this.#total!.figures;
  }

  #readAgain(household: HouseholdId): void {
    const rows = [...(this.#keysOf.get(household) ?? [])].flatMap((key) => this.row(key) ?? []);
    const file = fileFrom(rows);
    this.#count(this.files.get(household), -1);
    this.#count(file, 1);
    if (file) this.files.set(household, file);
    else this.files.delete(household);
  }

  #count(file: HouseholdFile | undefined, sign: 1 | -1): void {
    if (!file || !this.#total) return;
    const { campaign, today, group } = this.#total.counted;
    if (file.household.group !== group) return;
    const part = tallyFiles([file], campaign, today);
    this.#total = { ...this.#total, figures: withPart(this.#total.figures, part, sign) };
  }
}
