import { hash } from 'node:crypto';
import { dayOf } from '$lib/domain/calendar';
import { ClosedPeriod } from '$lib/domain/figures/closed-period';
import type { Figures, GroupFigures } from '$lib/domain/figures/group-figures';
import { tallyFiles } from '$lib/domain/figures/tally';
import type { GroupId } from '$lib/domain/ids';
import { fileFrom } from '$lib/domain/people/household-file';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Period } from '$lib/domain/plan/period';
import { doAtDesk } from '../office/audit';
import { bookOf, unlessChanged } from '../book-memory';
import { changedHouseholds } from '../changes/changed-households';
import type { Database } from '../database/open';
import { insertAmendment, insertClosing, readClosedPeriods, readClosing } from '../queries/closed-periods';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';

/** Why a period is not closed, or not amended. */
export type ClosingProblem = 'unknown' | 'already-closed' | 'too-early' | 'not-closed' | 'nothing-changed';

/** Closes a period of the campaign that runs (chốt kỳ): counted once more as of its day, with the plan it was judged by. */
export async function closePeriod(
  services: Services,
  account: string,
  id: string
): Promise<ClosingProblem | undefined> {
  const current = await currentCampaign(services);
  const period = current?.campaign.periods.find((one) => one.id === id);
  if (!current || !period) return 'unknown';
  if (dayOf(services.now()) < period.asOf) return 'too-early';
  const { campaign } = current;
  const groups = await figuresAsOf(services, campaign, period);
  const { typed = [] } = await figures(services);
  const detail = JSON.stringify({ name: period.name, asOf: period.asOf });
  return doAtDesk(
    services,
    { account, act: 'period-closed', about: id, detail },
    async (trx, _, at): Promise<ClosingProblem | undefined> => {
      if (await readClosing(trx, id)) return 'already-closed';
      await keepSnapshot(trx, { period, campaign, groups, typed, closedAt: at, closedBy: account });
    }
  );
}

/** Writes down what a period was closed with, and its sum: from then on it is only read. */
export async function keepSnapshot(
  trx: Database,
  { period, ...kept }: Omit<ClosedPeriod, 'period' | 'name' | 'asOf' | 'amendments'> & { period: Period }
): Promise<void> {
  const { id, name, asOf } = period;
  const closed: ClosedPeriod = ClosedPeriod.parse({ ...kept, period: id, name, asOf, amendments: [] });
  const json = JSON.stringify(closed);
  const { campaign, closedAt: closed_at } = kept;
  await insertClosing(trx, { period: id, campaign: campaign.id, closed_at, sha: sumOf(json), json });
}

/** Puts what has changed since beside the snapshot, with the reason (điều chỉnh); the snapshot stays as it is. */
export async function amendPeriod(
  services: Services,
  account: string,
  id: string,
  reason: string
): Promise<ClosingProblem | undefined> {
  const known = await readClosedPeriods(services.db);
  const closed = known.find(({ period }) => period.period === id)?.period;
  if (!closed) return 'not-closed';
  const groups = await changedSince(services, closed);
  if (groups.length === 0) return 'nothing-changed';
  return doAtDesk(
    services,
    { account, act: 'period-amended', about: id, detail: reason },
    async (trx, number, at): Promise<undefined> => {
      await insertAmendment(trx, number, id, { at, by: account, reason, groups });
    }
  );
}

/** Groups whose figures, counted today by the plan of then, are others than those that stand in the closed period. */
export async function changedSince(services: Services, closed: ClosedPeriod): Promise<GroupFigures[]> {
  const { campaign, asOf, period: id, name } = closed;
  const period: Period = { id, name, asOf, opensOn: asOf, dueBefore: asOf };
  const standing = new Map(closed.groups.map((one) => [one.group, one]));
  for (const { groups } of closed.amendments) for (const one of groups) standing.set(one.group, one);
  const now = await figuresAsOf(services, campaign, period, (group, count) =>
    unlessChanged(services, `as of ${id} ${group}`, bookOf(services, group), count)
  );
  return now.flatMap((one) => {
    const before = standing.get(one.group);
    const isSame =
      before &&
      JSON.stringify([before.coverage, before.tallies]) === JSON.stringify([one.coverage, one.tallies]);
    return isSame ? [] : [{ ...before, ...one }];
  });
}

/** What the sum of a snapshot is; it is looked at whenever one is shown. */
export const sumOf = (json: string): string => hash('sha256', json, 'hex');

/** All groups counted anew on the period's day; what the office said is as it is now. */
async function figuresAsOf(
  services: Services,
  campaign: Campaign,
  { asOf }: Period,
  remembering: (group: GroupId, count: () => Promise<Figures>) => Promise<Figures> = (_, count) => count()
): Promise<GroupFigures[]> {
  const { groups: present } = await figures(services);
  const counted: GroupFigures[] = [];
  for (const { id } of campaign.groups) {
    const own = await remembering(id, async () => tallyFiles(await filesOf(services.db, id), campaign, asOf));
    counted.push({ ...present.find(({ group }) => group === id), group: id, ...own });
  }
  return counted;
}

const filesOf = async (db: Database, group: GroupId) =>
  (await changedHouseholds(db, group, undefined)).flatMap((rows) => fileFrom(rows) ?? []);
