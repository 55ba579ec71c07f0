import type { Actor } from '$lib/domain/actor';
import { addDays, type Day, dayOf } from '$lib/domain/calendar';
import { type Cell, cellsOf, judgedColumns } from '$lib/domain/figures/overview';
import { isToReview, progressOf, whoLacks } from '$lib/domain/figures/progress';
import type { ReasonCode } from '$lib/domain/figures/reason';
import type { Class } from '$lib/domain/figures/tally';
import type { Tally } from '$lib/domain/figures/group-figures';
import { alleyOf, compareWalk } from '$lib/domain/people/address';
import { filesFrom, type HouseholdFile, isOpen } from '$lib/domain/people/household-file';
import type { Household } from '$lib/domain/people/household';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Group } from '$lib/domain/plan/group';
import type { Indicator } from '$lib/domain/plan/indicator';
import { mayReadNames } from '$lib/domain/rights';
import { homeIn } from './households-desk';
import type { RuleName } from '$lib/domain/plan/rules';
import { readAccounts } from '../queries/account-list';
import { readDailyFigures } from '../queries/daily-figures';
import { fromStored, readRowsOfGroup } from '../queries/rows';
import { currentCampaign, figures } from '../ranking/ranking';
import { writeDay } from '../ranking/daily';
import type { Services } from '../services';
import { contactsByGroup } from './supervision';

/** One who keeps a figure down, or one household that nobody has seen; without names for who may not read them. */
export type DeskLine = Readonly<{
  household: string;
  address: Pick<Household, 'houseNumber' | 'subAlley' | 'alley' | 'street'>;
  name: string;
  reason: ReasonCode | null;
  class: Class | null;
}>;

/** How many stand behind a figure in an alley, and why: what may be read without names. */
export type AlleyCount = Readonly<{
  alley: string;
  count: number;
  reasons: Readonly<Record<string, number>>;
}>;

/** One group at the ward's desk, opened at one figure. */
export type GroupDesk = Readonly<{
  group: Group;
  asOf: number;
  today: Day;
  columns: readonly Indicator[];
  cells: readonly Cell[];
  coverage: readonly [number, number];
  contact: Readonly<{ lastContact: number | null; unsent: number }>;
  people: readonly Readonly<{
    name: string;
    role: string;
    lastContact: number | null;
    isDisabled: boolean;
  }>[];
  /** The figure that is open; null: households to review. */
  chosen: Indicator | null;
  /** Null for who may not read names. */
  lines: readonly DeskLine[] | null;
  alleys: readonly AlleyCount[];
  /** Days on which something changed, oldest first: what the chosen figure was. */
  days: readonly Readonly<{ day: Day; counted: number; of: number }>[];
}>;

/** As far back as the picture reaches. */
const DAYS = 60;

export async function readGroupDesk(
  services: Services,
  actor: Actor,
  id: string,
  code: string | null
): Promise<GroupDesk | undefined> {
  const { db } = services;
  const current = await currentCampaign(services);
  const campaign = current?.campaign;
  const group = campaign?.groups.find((one) => one.id === (id as string));
  if (!campaign || !group) return;
  const asOf = services.now();
  const today = dayOf(asOf);
  const standing = (await figures(services)).groups.find((one) => one.group === group.id);
  if (!standing) return;
  const columns = judgedColumns(campaign);
  const chosen = columns.find((one) => one.code === code) ?? null;
  await writeDay(services);
  const [rows, contacts, accounts, days] = await Promise.all([
    readRowsOfGroup(db, group.id),
    contactsByGroup(services, asOf),
    readAccounts(db, asOf),
    readDailyFigures(db, campaign.id, addDays(today, 1), group.id)
  ]);
  const files = [...filesFrom(rows.map(fromStored)).values()].filter(isOpen);
  const found = whoIsBehind(files, chosen, campaign, today);
  return {
    ...{
      group,
      asOf,
      today,
      columns,
      chosen,
      cells: cellsOf(columns, standing),
      coverage: standing.coverage
    },
    contact: contacts.get(group.id) ?? { lastContact: null, unsent: 0 },
    people: accounts
      .filter(({ assignments }) =>
        assignments.some((one) => one.group === group.id && (one.to === null || one.to >= today))
      )
      .map(({ name, role, lastContact, disabledAt }) => ({
        ...{ name, role, lastContact, isDisabled: disabledAt !== null }
      })),
    lines: mayReadNames(actor) ? found.map(({ alley: _, ...line }) => line) : null,
    alleys: byAlley(found),
    days: days
      .filter(({ day }) => day >= addDays(today, -DAYS))
      .flatMap(({ day, figures: { coverage, tallies } }) => {
        if (!chosen) return [{ day, counted: coverage[0], of: coverage[1] }];
        const tally: Tally | undefined = tallies[chosen.rule ?? ''];
        return tally ? [{ day, counted: tally[0], of: tally[0] + tally[1] + tally[2] }] : [];
      })
  };
}

/** Who keeps a figure down, in the order of the rule book; without a figure the households to review, in the order of the walk. */
export function whoIsBehind(
  files: readonly HouseholdFile[],
  chosen: Indicator | null,
  campaign: Campaign,
  today: Day
): (DeskLine & { alley: string })[] {
  return chosen
    ? whoLacks(files, chosen.rule as RuleName, campaign, today).map(({ file, person, judged }) => ({
        ...placeIn(file),
        ...(person && { name: person.name }),
        ...{ reason: judged.reason, class: judged.class }
      }))
    : files
        .filter((file) => isToReview(progressOf(file, campaign, today)))
        .sort((a, b) => compareWalk(a.household, b.household))
        .map((file) => ({ ...placeIn(file), reason: null, class: null }));
}

function placeIn(file: HouseholdFile) {
  const { id, address, head } = homeIn(file);
  return { household: id as string, address, name: head, alley: alleyOf(file.household) };
}

function byAlley(lines: readonly { alley: string; reason: ReasonCode | null }[]): AlleyCount[] {
  const counts = new Map<string, { count: number; reasons: Record<string, number> }>();
  for (const { alley, reason } of lines) {
    const own = counts.get(alley) ?? { count: 0, reasons: {} };
    own.count += 1;
    if (reason) own.reasons[reason] = (own.reasons[reason] ?? 0) + 1;
    counts.set(alley, own);
  }
  return [...counts].map(([alley, own]) => ({ alley, ...own })).sort((a, b) => b.count - a.count);
}
