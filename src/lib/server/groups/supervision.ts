import { addDays, type Day, dayOf } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import { differenceFrom } from '$lib/domain/entry/difference';
import type { GroupId } from '$lib/domain/ids';
import { type Contact, type Overview, overviewOf, type Sorting } from '$lib/domain/figures/overview';
import { type PlanRow, planRows } from '$lib/domain/figures/plan-rows';
import { lookAgain, type SinceLastLook } from '../office/looking';
import { readLastFigures } from '../queries/daily-figures';
import { fromStored } from '../queries/rows';
import { countApart } from '../queries/entries';
import { readContacts, readDifferenceRows, readWaiting } from '../queries/supervision';
import { readUrgeDays } from '../queries/urgings';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';

/** How many wait for a person, and since when the oldest does. Milliseconds. */
export type Queue = Readonly<{ count: number; oldest: number | null }>;

/** What the ward's office sees first (tổng quan). */
export type Supervision = Readonly<{
  campaign: Pick<Campaign, 'title' | 'shortTitle' | 'sample' | 'indicators'> & {
    scale: Pick<Campaign['scale'], 'decision' | 'note'>;
  };
  overview: Overview;
  /** How many of the plan's values are reached, and how many nobody has counted yet. */
  plan: Readonly<{ reached: number; expected: number; all: number; notCollected: number }>;
  /** After so many days without a call a group is silent. */
  silentDays: number;
  /** What the marks ▲ and ▼ compare with; null while there are no figures that old. */
  trendSince: Day | null;
  sinceLastLook: SinceLastLook | null;
  /** "Tính đến", server time in milliseconds. */
  asOf: number;
  quarantined: Queue;
  waiting: Queue;
  differences: Queue;
}>;

/** A week: shorter, and the weekend would be the trend. */
const TREND_DAYS = 7;

/** Nothing where no ward has been opened yet; `account` is who looks, where somebody does. */
export async function superviseWard(
  services: Services,
  sorting: Sorting,
  account?: string
): Promise<Supervision | undefined> {
  const asOf = services.now();
  const current = await currentCampaign(services);
  const standings = await figures(services);
  if (!current || !standings) return;
  const { title, shortTitle, sample, indicators, scale } = current.campaign;
  const weekAgo = addDays(dayOf(asOf), -TREND_DAYS);
  const before = await readLastFigures(services.db, current.campaign.id, weekAgo);
  const [contacts, apart, waiting, differences] = await Promise.all([
    contactsByGroup(services, asOf),
    countApart(services.db),
    readWaiting(services.db),
    openDifferences(services)
  ]);
  return {
    campaign: {
      title,
      shortTitle,
      sample,
      indicators,
      scale: { decision: scale.decision, note: scale.note }
    },
    overview: overviewOf(current.campaign, standings.groups, contacts, sorting, before),
    trendSince: before.length > 0 ? weekAgo : null,
    plan: planSum(planRows(current.campaign, standings.groups, standings.typed ?? [])),
    silentDays: await readUrgeDays(services.db),
    sinceLastLook: account === undefined ? null : await lookAgain(services, account, standings.groups),
    asOf,
    quarantined: apart,
    waiting: { count: Number(waiting.count), oldest: waiting.oldest },
    differences
  };
}

function planSum(rows: readonly PlanRow[]): Supervision['plan'] {
  const count = (wanted: PlanRow['meaning']) => rows.filter(({ meaning }) => meaning === wanted).length;
  return {
    ...{ reached: count('reached'), expected: count('expected') },
    ...{ all: rows.length, notCollected: count('not-collected') }
  };
}

/** When each group's phones were last heard of, and what they still hold. */
export async function contactsByGroup(services: Services, now: number): Promise<Map<GroupId, Contact>> {
  const found = await readContacts(services.db, dayOf(now));
  return new Map(
    found.map(({ group_id, last_contact, unsent }) => [
      group_id as GroupId,
      { lastContact: last_contact, unsent: Number(unsent) }
    ])
  );
}

async function openDifferences({ db }: Services): Promise<Queue> {
  const rows = await readDifferenceRows(db);
  const times = rows
    .map((row) => differenceFrom(fromStored(row)))
    .filter(({ open }) => open)
    .map(({ openedAt, proposedAt }) => openedAt ?? proposedAt ?? Infinity);
  return { count: times.length, oldest: times.length > 0 ? Math.min(...times) : null };
}
