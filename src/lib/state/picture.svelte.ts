import { compareWalk } from '$lib/domain/people/address';
import type { Day } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import { type HouseholdFile, fileFrom, isOpen } from '$lib/domain/people/household-file';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { overlay, type OwnAct } from '$lib/domain/entry/overlay';
import { type HouseholdProgress, progressOf } from '$lib/domain/figures/progress';
import { keyOf, type RowKey } from '$lib/domain/entry/reading';
import type { Row, RowType } from '$lib/domain/entry/row';
import { tallyFiles, withPart } from '$lib/domain/figures/tally';
import type { Figures, GroupFigures } from '$lib/domain/figures/group-figures';
import type { OwnWorkBook } from './own-work.svelte';

/** The confirmed rows, as the device keeps them in memory. */
type Confirmed = Readonly<{
  get: (key: RowKey) => Row | undefined;
  all: () => Iterable<Row>;
  contained: { history: string; seq: number };
}>;

const PAPERS: readonly string[] = [
  'meeting',
  'sign-off',
  'review',
  'message',
  'message-seen',
  'nomination',
  'nomination-review',
  'exemplar'
] satisfies RowType[];

/** In whose light the picture is seen. */
export type Light = Readonly<{ campaign: Campaign | undefined; today: Day; group: GroupId | undefined }>;

/**
 * What the screens show: the confirmed rows with what is owed laid over them (PH1).
 * Only households that something touched are read again; the rest keep their files and their answers.
 */
export class Picture {
  readonly #confirmed: Confirmed;
  readonly #own: OwnWorkBook;
  readonly #light: () => Light;
  readonly #keysOf = new Map<HouseholdId, Set<RowKey>>();
  readonly #files = new Map<HouseholdId, HouseholdFile>();
  /** Rows about a whole group: meetings, signatures, messages; and the ward's reviews, of households too. */
  readonly #papers = new Set<RowKey>();
  #laid = new Map<RowKey, Row>();
  #answers = new WeakMap<HouseholdFile, HouseholdProgress>();
  #answeredFor: Pick<Light, 'campaign' | 'today'> | undefined;
  /** Counted whole once; a household that is read again is taken out and put in anew. */
  #total: { light: Light; figures: Figures } | undefined;
  #version = $state(0);

  constructor(confirmed: Confirmed, own: OwnWorkBook, light: () => Light) {
    this.#confirmed = confirmed;
    this.#own = own;
    this.#light = light;
  }

  /** Open households of the own group, along the alleys. */
  readonly files: readonly HouseholdFile[] = $derived.by(() => {
    void this.#version;
    const { group } = this.#light();
    return [...this.#files.values()]
      .filter((file) => isOpen(file) && (!group || file.household.group === group))
      .sort((a, b) => compareWalk(a.household, b.household));
  });

  /** Every household of the own group, the closed ones too: what a figure of an earlier day is counted from. */
  readonly allFiles: readonly HouseholdFile[] = $derived.by(() => {
    void this.#version;
    const { group } = this.#light();
    return [...this.#files.values()].filter(({ household }) => !group || household.group === group);
  });

  /** The own group's figures, what is owed counted in. */
  readonly figures: GroupFigures | undefined = $derived.by(() => {
    void this.#version;
    const light = this.#light();
    const { campaign, today, group } = light;
    if (!campaign || !group) return;
    const known = this.#total?.light;
    if (known?.campaign !== campaign || known.today !== today || known.group !== group) {
      const own = [...this.#files.values()].filter(({ household }) => household.group === group);
      this.#total = { light, figures: tallyFiles(own, campaign, today) };
    }
    return { group, ...this.#total!.figures };
  });

  /** Entries with an open difference of somebody. */
  readonly openDifferences: ReadonlySet<string> = $derived.by(() => {
    void this.#version;
    const all = [...this.#files.values()].flatMap(({ differences }) => differences);
    return new Set(all.flatMap(({ entry }) => entry ?? []));
  });

  /** Meetings, signatures, the ward's reviews and messages of the own group, what is owed laid over them. */
  readonly papers: readonly Row[] = $derived.by(() => {
    void this.#version;
    const { group } = this.#light();
    return [...this.#papers].flatMap((key) => this.row(key) ?? []).filter((row) => row.group === group);
  });

  file(id: string): HouseholdFile | undefined {
    void this.#version;
    return this.#files.get(id as HouseholdId);
  }

  progress(id: string): HouseholdProgress | undefined {
    const file = this.file(id);
    const { campaign } = this.#light();
    return file && campaign && this.#answer(file, campaign);
  }

  /** The row as shown; for what a new entry is based on. */
  row = (key: RowKey): Row | undefined => this.#laid.get(key) ?? this.#confirmed.get(key);

  /** Where the newest own value of a field is; nothing where it is not ours, or long received. */
  stage(type: string, id: string, field: string): 'on-phone' | 'received' | undefined {
    return this.#own.stage(type, id, field);
  }

  /** Own entries that the rows do not contain yet. */
  owed = (): OwnAct[] => this.#own.owed(this.#confirmed.contained);

  /** Takes in changed rows ("all" after a swap) and lays what is owed now over them. */
  update(changed: readonly Row[] | 'all'): void {
    const touched = new Set<HouseholdId>();
    const touch = (row: Row) => {
      touched.add(row.household);
      if (PAPERS.includes(row.type)) this.#papers.add(keyOf(row));
      const keys = this.#keysOf.get(row.household);
      if (keys) keys.add(keyOf(row));
      else this.#keysOf.set(row.household, new Set([keyOf(row)]));
    };
    if (changed === 'all') {
      this.#keysOf.clear();
      this.#files.clear();
      this.#papers.clear();
      this.#total = undefined;
    }
    for (const row of this.#laid.values()) touched.add(row.household);
    this.#laid = overlay(this.#confirmed.get, this.owed());
    for (const row of changed === 'all' ? this.#confirmed.all() : changed) touch(row);
    this.#laid.forEach(touch);
    for (const household of touched) this.#readAgain(household);
    this.#version += 1;
  }

  #readAgain(household: HouseholdId): void {
    const rows = [...(this.#keysOf.get(household) ?? [])].flatMap((key) => this.row(key) ?? []);
    const file = fileFrom(rows);
    this.#count(this.#files.get(household), -1);
    this.#count(file, 1);
    if (file) this.#files.set(household, file);
    else this.#files.delete(household);
  }

  #count(file: HouseholdFile | undefined, sign: 1 | -1): void {
    if (!file || !this.#total) return;
    const { campaign, today, group } = this.#total.light;
    if (file.household.group !== group) return;
    const part = tallyFiles([file], campaign!, today);
    this.#total = { ...this.#total, figures: withPart(this.#total.figures, part, sign) };
  }

  #answer(file: HouseholdFile, campaign: Campaign): HouseholdProgress {
    const { today } = this.#light();
    if (this.#answeredFor?.campaign !== campaign || this.#answeredFor.today !== today) {
      this.#answeredFor = { campaign, today };
      this.#answers = new WeakMap();
    }
    const known = this.#answers.get(file);
    if (known) return known;
    const answer = progressOf(file, campaign, today);
    this.#answers.set(file, answer);
    return answer;
  }
}
