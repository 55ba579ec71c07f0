import { dayOf } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import { differenceFrom } from '$lib/domain/entry/difference';
import type { GroupId } from '$lib/domain/ids';
import { type Contact, type Overview, overviewOf, type Sorting } from '$lib/domain/figures/overview';
import { fromStored } from './queries/rows';
import { countApart } from './queries/entries';
import { readContacts, readDifferenceRows, readWaiting } from './queries/supervision';
import { currentCampaign, figures } from './ranking';
import type { Services } from './services';

/** How many wait for a person, and since when the oldest does. Milliseconds. */
export type Queue = Readonly<{ count: number; oldest: number | null }>;

/** What the ward's office sees first (tổng quan). */
export type Supervision = Readonly<{
  campaign: Pick<Campaign, 'title' | 'shortTitle' | 'sample' | 'indicators'> & {
    scale: Pick<Campaign['scale'], 'decision' | 'note'>;
  };
  overview: Overview;
  /** "Tính đến", server time in milliseconds. */
  asOf: number;
  quarantined: Queue;
  waiting: Queue;
  differences: Queue;
}>;

/** Nothing where no ward has been opened yet. */
export async function superviseWard(services: Services, sorting: Sorting): Promise<Supervision | undefined> {
  const asOf = services.now();
  const current = await currentCampaign(services);
  const standings = await figures(services);
  if (!current || !standings) return;
  const { title, shortTitle, sample, indicators, scale } = current.campaign;
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
    overview: overviewOf(current.campaign, standings.groups, contacts, sorting),
    asOf,
    quarantined: apart,
    waiting: { count: Number(waiting.count), oldest: waiting.oldest },
    differences
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
