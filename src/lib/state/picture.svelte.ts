import { compareWalk } from '$lib/domain/people/address';
import type { Day } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import { type HouseholdFile, isOpen } from '$lib/domain/people/household-file';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import type { OwnAct } from '$lib/domain/entry/overlay';
import { type HouseholdProgress, progressOf } from '$lib/domain/figures/progress';
import type { RowKey } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import { type Confirmed, HouseholdFiles } from './household-files';
import type { OwnWorkBook } from './own-work.svelte';

/** In whose light the picture is seen. */
export type Light = Readonly<{ campaign: Campaign | undefined; today: Day; group: GroupId | undefined }>;

/** What the screens show: the households with what is owed laid over them (PH1), and what is worked out from them. */
export class Picture {
  readonly #confirmed: Confirmed & Readonly<{ contained: { history: string; seq: number } }>;
  readonly #own: OwnWorkBook;
  readonly #light: () => Light;
  readonly #shown: HouseholdFiles;
  #answers = new WeakMap<HouseholdFile, HouseholdProgress>();
  #answeredFor: Pick<Light, 'campaign' | 'today'> | undefined;
  #version = $state(0);
  /** The row as shown; for what a new entry is based on. */
  readonly row: (key: RowKey) => Row | undefined;

  constructor(
    confirmed: Confirmed & Readonly<{ contained: { history: string; seq: number } }>,
    own: OwnWorkBook,
    light: () => Light
  ) {
    this.#confirmed = confirmed;
    this.#own = own;
    this.#light = light;
    this.#shown = new HouseholdFiles(confirmed, this.owed);
    this.row = this.#shown.row;
  }

  /** Open households of the own group, along the alleys. */
  readonly files: readonly HouseholdFile[] = $derived.by(() => {
    void this.#version;
    const { group } = this.#light();
    return [...this.#shown.files.values()]
      .filter((file) => isOpen(file) && (!group || file.household.group === group))
      .sort((a, b) => compareWalk(a.household, b.household));
  });

  /** Every household of the own group, the closed ones too: what a figure of an earlier day is counted from. */
  readonly allFiles: readonly HouseholdFile[] = $derived.by(() => {
    void this.#version;
    const { group } = this.#light();
    return [...this.#shown.files.values()].filter(({ household }) => !group || household.group === group);
  });

  /** The own group's figures, what is owed counted in. */
  readonly figures: GroupFigures | undefined = $derived.by(() => {
    void this.#version;
    const { campaign, today, group } = this.#light();
    if (!campaign || !group) return;
    return { group, ...this.#shown.figures({ campaign, today, group }) };
  });

  /** Entries with an open difference of somebody. */
  readonly openDifferences: ReadonlySet<string> = $derived.by(() => {
    void this.#version;
    const all = [...this.#shown.files.values()].flatMap(({ differences }) => differences);
    return new Set(all.flatMap(({ entry }) => entry ?? []));
  });

  /** Meetings, signatures, the ward's reviews and messages of the own group, what is owed laid over them. */
  readonly papers: readonly Row[] = $derived.by(() => {
    void this.#version;
    const { group } = this.#light();
    return [...this.#shown.papers].flatMap((key) => this.row(key) ?? []).filter((row) => row.group === group);
  });

  file(id: string): HouseholdFile | undefined {
    void this.#version;
    return this.#shown.files.get(id as HouseholdId);
  }

  progress(id: string): HouseholdProgress | undefined {
    const file = this.file(id);
    const { campaign } = this.#light();
    return file && campaign && this.#answer(file, campaign);
  }

  /** Where the newest own value of a field is; nothing where it is not ours, or long received. */
  stage(type: string, id: string, field: string): 'on-phone' | 'received' | undefined {
    return this.#own.stage(type, id, field);
  }

  /** Own entries that the rows do not contain yet. */
  readonly owed = (): OwnAct[] => this.#own.owed(this.#confirmed.contained);

  /** Takes in changed rows ("all" after a swap) and lays what is owed now over them. */
  update(changed: readonly Row[] | 'all'): void {
    this.#shown.update(changed);
    this.#version += 1;
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
