import { addDays, dayOf } from '$lib/domain/calendar';
import { doubtsAbout } from '$lib/domain/figures/doubts';
import { denominatorJournal } from '$lib/domain/figures/movement';
import { HOUSEHOLDS, newestOf } from '$lib/domain/figures/typed';
import { filesFrom } from '$lib/domain/people/household-file';
import { readOrigins } from './queries/chain';
import { readDailyFigures } from './queries/daily-figures';
import { fromStored, readRowsOfGroup } from './queries/rows';
import { currentCampaign, figures } from './ranking';
import { writeDay } from './ranking/daily';
import type { Services } from './services';

/** How far back the office looks. */
const DAYS = 60;

/** Who and what is counted, as it changed: denominators by day, removals with their reason, and what looks odd (biến động). */
export async function readChanges(services: Services) {
  const current = await currentCampaign(services);
  if (!current) return;
  const { campaign } = current;
  const { groups: standing, typed = [] } = await figures(services);
  await writeDay(services);
  const today = dayOf(services.now());
  const days = await readDailyFigures(services.db, campaign.id, addDays(today, 1));
  const since = addDays(today, -DAYS);
  const groups = [];
  for (const group of campaign.groups) {
    const own = days.filter(({ figures: one }) => one.group === group.id);
    const rows = (await readRowsOfGroup(services.db, group.id)).map(fromStored);
    const files = [...filesFrom(rows).values()];
    const now = standing.find((one) => one.group === group.id)!;
    const official = newestOf(typed, HOUSEHOLDS, group.id);
    const against = {
      ...{ files, figures: now, earlier: own[0]?.figures },
      officialHouseholds: official ? Number(official.amount) : null
    };
    groups.push({
      group,
      journal: denominatorJournal(own).filter(({ day }) => day >= since),
      doubts: doubtsAbout(campaign, against, today),
      removed: rows.flatMap(({ type, id, fields }) => {
        const [reason, seq] = fields.closed ?? [null, 0];
        return reason === null || (type !== 'household' && type !== 'person')
          ? []
          : [{ type, id, reason: String(reason), seq, on: (fields.closedOn?.[0] ?? null) as string | null }];
      })
    });
  }
  const origins = await readOrigins(
    services.db,
    groups.flatMap(({ removed }) => removed.map(({ seq }) => seq))
  );
  const bySeq = new Map(origins.map((origin) => [origin.seq, origin]));
  return {
    ...{ campaign, today },
    groups: groups.map(({ removed, ...rest }) => ({
      ...rest,
      removed: removed.map(({ type, id, reason, seq, on }) => {
        const origin = bySeq.get(seq);
        return { type, id, reason, on, by: origin?.name ?? '', at: origin?.at ?? null };
      })
    }))
  };
}
