import type { Actor } from '$lib/domain/actor';
import { addDays, dayOf } from '$lib/domain/calendar';
import { doubtsAbout } from '$lib/domain/figures/doubts';
import { denominatorJournal } from '$lib/domain/figures/movement';
import { HOUSEHOLDS, newestOf } from '$lib/domain/figures/typed';
import { judgedRules } from '$lib/domain/plan/rules';
import { mayReadNames } from '$lib/domain/rights';
import { readTraces } from './household-traces';
import type { CurrentCampaign } from '../queries/campaigns';
import { readDailyFigures } from '../queries/daily-figures';
import { currentCampaign, figures } from '../ranking/ranking';
import { writeDay } from '../ranking/daily';
import { type KnownRemoval, withNames } from './removals';
import type { Services } from '../services';

/** How far back the office looks. */
const DAYS = 60;
/** More is read group by group, or in the tables that can be taken out. */
const MOST_SHOWN = 30;

/** Who and what is counted, as it changed: denominators by day, who was taken out and why, and what looks odd (biến động). */
export async function readChanges(services: Services, actor: Actor, asked: string | null) {
  const current = await currentCampaign(services);
  if (!current) return;
  const { campaign } = current;
  const all = await readGroups(services, current);
  const chosen = all.find(({ group }) => group.id === asked);
  const groups = chosen ? [chosen] : all;
  const journal = groups
    .flatMap(({ group, journal: lines }) => lines.map((line) => ({ ...line, group })))
    .sort((a, b) => b.day.localeCompare(a.day));
  const removed = groups.flatMap(({ removed }) => removed).sort(newestFirst);
  const shown = removed.slice(0, MOST_SHOWN);
  return {
    ...{ campaign, today: dayOf(services.now()), chosen: chosen?.group.id ?? null },
    doubts: groups.filter(({ doubts }) => doubts.length > 0).map(({ group, doubts }) => ({ group, doubts })),
    journal: { all: journal.length, lines: journal.slice(0, MOST_SHOWN) },
    removed: mayReadNames(actor) ? await withNames(services, shown) : shown.map(nameless),
    /** How many for each reason, the most first. */
    reasons: countReasons(removed)
  };
}

/** Every removal with its name, for the table that an officer takes out. */
export async function readAllRemovals(services: Services) {
  const current = await currentCampaign(services);
  const groups = current ? await readGroups(services, current) : [];
  const removed = groups.flatMap(({ group, removed }) =>
    removed.map((one) => ({ ...one, groupName: group.name }))
  );
  const named = await withNames(services, removed);
  return named.map((one, at) => ({ ...one, groupName: removed[at]!.groupName })).sort(newestFirst);
}

/** The journal of every group, the oldest day first. */
export async function readJournals(services: Services) {
  const current = await currentCampaign(services);
  return current ? { campaign: current.campaign, groups: await readGroups(services, current) } : undefined;
}

async function readGroups(services: Services, current: CurrentCampaign) {
  const { campaign } = current;
  const { groups: standing, typed = [] } = await figures(services);
  await writeDay(services);
  const today = dayOf(services.now());
  const days = await readDailyFigures(services.db, campaign.id, addDays(today, 1));
  const traces = [...(await readTraces(services, current)).values()];
  const since = addDays(today, -DAYS);
  const judged = new Set<string>(judgedRules(campaign));
  return campaign.groups.map((group) => {
    const ofGroup = days.filter(({ figures: one }) => one.group === group.id);
    const official = newestOf(typed, HOUSEHOLDS, group.id);
    const own = traces.filter((trace) => trace.group === group.id);
    return {
      group,
      journal: denominatorJournal(ofGroup).filter(({ day, rule }) => day >= since && judged.has(rule)),
      removed: own.flatMap(({ removed }) => removed),
      doubts: doubtsAbout(campaign, {
        figures: standing.find((one) => one.group === group.id)!,
        signs: own.flatMap(({ signs }) => signs ?? []),
        earlier: ofGroup[0]?.figures,
        officialHouseholds: official ? Number(official.amount) : null
      })
    };
  });
}

const newestFirst = (a: KnownRemoval, b: KnownRemoval): number =>
  (b.at ?? 0) - (a.at ?? 0) || (b.on ?? '').localeCompare(a.on ?? '');

const nameless = (removal: KnownRemoval) => ({ ...removal, name: null, birth: null, address: null });

function countReasons(removed: readonly KnownRemoval[]) {
  const counts = new Map<string, { field: KnownRemoval['field']; reason: string; count: number }>();
  for (const { field, reason } of removed) {
    const key = `${field} ${reason}`;
    counts.set(key, { field, reason, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
