import { addDays, type Day, dayOf, startOf } from '$lib/domain/calendar';
import type { Services } from '../services';
import { readNamesOfActors, readPageOfActs } from '../queries/audit';
import { readUnits } from '../papers/units';
import { readNames } from '../queries/accounts';
import { readCampaigns } from '../queries/campaigns';
import { readClosedPeriods } from '../queries/closed-periods';

const A_PAGE = 100;

/** What somebody looks for in the book: whose acts, of which day, older than which number. */
export type AuditQuestion = Readonly<{ account: string | null; day: Day | null; before: number | null }>;

/** The book of what the office did (nhật ký), the newest first, with the names that its acts are about. */
export async function readAudit(services: Services, { account, day, before }: AuditQuestion, most = A_PAGE) {
  const { db, now } = services;
  const span = day === null ? null : ([startOf(day), startOf(addDays(day, 1))] as const);
  const found = await readPageOfActs(db, { account, span, before, most: most + 1 });
  const campaigns = await readCampaigns(db);
  const periods = await readClosedPeriods(db);
  const names = new Map<string, string>([
    ...campaigns.flatMap(({ campaign }) =>
      campaign.groups.map(({ id, name }) => [id as string, name] as const)
    ),
    ...campaigns.map(({ campaign }) => [campaign.id as string, campaign.shortTitle] as const),
    ...periods.map(({ period }) => [period.period, period.name] as const),
    ...(await readNames(db)),
    ...(await readUnits(services)).map(({ id, name }) => [id, name] as const)
  ]);
  const indicators = new Map(
    campaigns.flatMap(({ campaign }) =>
      campaign.indicators.map(({ code, shortName }) => [code, shortName] as const)
    )
  );
  return {
    today: dayOf(now()),
    officers: await readNamesOfActors(db),
    acts: found.slice(0, most).map((act) => ({
      ...act,
      aboutName:
        names.get(act.about) ?? names.get(act.about.split('/')[1] ?? '') ?? indicators.get(act.about) ?? null,
      groupName: names.get(groupIn(act.detail)) ?? null
    })),
    older: found.length > most ? found[most - 1]!.number : null
  };
}

/** A typed figure says in its detail which group it is for. */
function groupIn(detail: string): string {
  try {
    return String((JSON.parse(detail) as { group?: unknown }).group ?? '');
  } catch {
    return '';
  }
}
