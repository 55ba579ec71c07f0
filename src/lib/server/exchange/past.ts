import { addDays, type Day, dayOf } from '$lib/domain/calendar';
import type { DailyFigures, History } from '$lib/domain/figures/history';
import type { GroupId } from '$lib/domain/ids';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { readLastAct } from '../queries/audit';
import { type NamedClosing, readClosedPeriods } from '../queries/closed-periods';
import { readDailyFigures, readDailyRanks } from '../queries/daily-figures';
import { currentCampaign } from '../ranking/ranking';
import { writeDay } from '../ranking/daily';
import type { Services } from '../services';

/** Days that are sent one by one; before them the last of each week. */
const DAYS = 45;
/** So many closed periods travel; older ones are read at the ward's desk. */
const MOST_CLOSED = 12;

/** What is over and a phone does not have yet: closed periods, and the days before today. Nobody is named in it. */
export async function pastFor(
  services: Services,
  [group]: readonly GroupId[],
  { closed, history }: Pick<SyncRequest, 'closed' | 'history'>
): Promise<Pick<SyncResponse, 'closed' | 'history'>> {
  return {
    ...(closed !== undefined && { closed: await closedFor(services, closed) }),
    ...(history !== undefined && group && { history: await historyFor(services, group, history ?? '') })
  };
}

async function closedFor(services: Services, has: readonly string[]): Promise<SyncResponse['closed']> {
  const known = await closings(services);
  const versions = known.map(({ version }) => version);
  if (versions.length === has.length && versions.every((version) => has.includes(version))) return;
  return { versions, periods: known.filter(({ version }) => !has.includes(version)) };
}

/** Read anew only when the office did something. */
async function closings({ db, remembered }: Services): Promise<readonly NamedClosing[]> {
  const act = await readLastAct(db);
  if (remembered.closed?.act !== act) {
    remembered.closed = { act, known: await readClosedPeriods(db, MOST_CLOSED) };
  }
  return remembered.closed.known;
}

async function historyFor(services: Services, group: GroupId, last: Day): Promise<History | undefined> {
  const current = await currentCampaign(services);
  const today = dayOf(services.now());
  if (!current || addDays(today, -1) <= last) return;
  const { id, groups } = current.campaign;
  await writeDay(services);
  const told = await readDailyRanks(services.db, id, last, today);
  if (told.length === 0) return;
  const lines = await readDailyFigures(services.db, id, today, group);
  const order = groups.map((one) => one.id);
  const days = told.flatMap(({ day, ranks }): DailyFigures[] => {
    const line = lines.findLast((one) => one.day <= day);
    return line ? [{ day, figures: line.figures, ranks: order.map((one) => ranks[one] ?? null) }] : [];
  });
  return { group, groups: order, days: thinned(days, today) };
}

/** All of the last weeks, and before them the last day of each week that has one. */
function thinned(days: readonly DailyFigures[], today: Day): DailyFigures[] {
  const recent = addDays(today, -DAYS);
  return days.filter(({ day }, place) => {
    const next = days[place + 1]?.day;
    return day >= recent || next === undefined || weekOf(next) !== weekOf(day);
  });
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
const weekOf = (day: Day): number => Math.floor((Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 3) / 7);
