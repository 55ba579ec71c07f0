import { dayOf } from '$lib/domain/calendar';
import { awardMinutes, awardProposal } from '$lib/domain/papers/award-papers';
import { groupSheet } from '$lib/domain/papers/group-sheet';
import { type Missing, missingIn } from '$lib/domain/papers/missing';
import type { Paper } from '$lib/domain/papers/paper';
import { openSnapshot, type Snapshot, snapshotOf } from '$lib/domain/papers/snapshot';
import { unitReport } from '$lib/domain/papers/unit-report';
import { wardReport } from '$lib/domain/papers/ward-report';
import type { Period } from '$lib/domain/plan/period';
import { readClosedPeriods } from '../queries/closed-periods';
import { readSpread } from '../exemplars/exemplars-desk';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';
import { readAwardLines } from './awards';
import { readJudgements, readPaperSettings } from './keeping';

/** Papers that are made from a period's figures (văn bản từ số liệu của kỳ). */
export const REPORT_CODES = ['ward-report', 'group-sheets', 'unit-report', 'awards'] as const;
export type ReportCode = (typeof REPORT_CODES)[number];

/** The figures of a period: as they were closed, or as they stand now; nothing where no such period is known. */
export async function readSnapshot(services: Services, period: string): Promise<Snapshot | undefined> {
  const closed = (await readClosedPeriods(services.db)).find((one) => one.period.period === period);
  if (closed) return snapshotOf(closed.period);
  const current = await currentCampaign(services);
  const open = current?.campaign.periods.find(({ id }) => id === period);
  if (!current || !open) return;
  return openSnapshot(current.campaign, open, await figures(services), dayOf(services.now()));
}

/** Periods that papers can be made of, the latest closed first, then those that are open. */
export async function readPaperPeriods(services: Services) {
  const closed = (await readClosedPeriods(services.db)).map(({ period }) => period);
  const current = await currentCampaign(services);
  const open = (current?.campaign.periods ?? []).filter(
    ({ id }: Period) => !closed.some(({ period }) => period === id)
  );
  return [
    ...closed.map(({ period, name }) => ({ id: period, name, isClosed: true })),
    ...open.map(({ id, name }) => ({ id, name, isClosed: false }))
  ];
}

/** One report, as papers: one, or one a group. */
export async function makeReports(
  services: Services,
  code: ReportCode,
  snapshot: Snapshot
): Promise<Paper[]> {
  const settings = await readPaperSettings(services);
  const on = dayOf(services.now());
  switch (code) {
    case 'ward-report': {
      const { written } = await readJudgements(services, snapshot.campaign);
      const awards = await readAwardLines(services, snapshot);
      const exemplars = await readSpread(services, snapshot.campaign.year);
      return [wardReport(snapshot, { settings, judgements: written, awards, exemplars, on })];
    }
    case 'awards': {
      const lines = await readAwardLines(services, snapshot);
      const of = { settings, on, year: snapshot.campaign.year };
      return [awardProposal(lines, of), awardMinutes(lines, of)];
    }
    case 'group-sheets':
      return snapshot.groups.map(({ group }) => groupSheet(snapshot, group, settings, on));
    case 'unit-report':
      return [unitReport(snapshot, settings, on)];
  }
}

/** What the ward's report still lacks. */
export async function readMissing(services: Services, snapshot: Snapshot): Promise<Missing[]> {
  const { written } = await readJudgements(services, snapshot.campaign);
  return missingIn(snapshot, written, await readPaperSettings(services));
}
