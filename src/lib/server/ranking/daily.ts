import { type Day, dayOf } from '$lib/domain/calendar';
import { rankGroups } from '$lib/domain/figures/ranking';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import type { GroupId } from '$lib/domain/ids';
import type { Campaign } from '$lib/domain/plan/campaign';
import { BusyError } from '../database/faults';
import { readLastFigures, saveDailyFigures } from '../queries/daily-figures';
import type { Services } from '../services';

/** Figures of a day that changed and are not written yet. */
export type DailyMemory = {
  campaign: Campaign;
  day: Day;
  written: Map<GroupId, string>;
  unwritten: Map<GroupId, GroupFigures>;
  /** Of all groups, as they are now. */
  standing: readonly GroupFigures[];
  wroteAt: number;
};

/** Writing once a minute is often enough: what a stop of the machine loses of it is counted and written again. */
const PAUSE = 60_000;

/** Keeps what each group has at the end of each day (nhật ký mẫu số): one line a day and group, only where it changed. */
export async function noteDay(
  services: Services,
  campaign: Campaign,
  groups: readonly GroupFigures[]
): Promise<void> {
  const { remembered, now, db } = services;
  const day = dayOf(now());
  let memory = remembered.daily;
  if (memory?.campaign.id !== campaign.id || memory.day !== day) {
    await writeDay(services);
    const last = await readLastFigures(db, campaign.id);
    const written = new Map(last.map((figures) => [figures.group, JSON.stringify(figures)]));
    memory = { campaign, day, written, unwritten: new Map(), standing: [], wroteAt: 0 };
    remembered.daily = memory;
  }
  Object.assign(memory, { campaign, standing: groups });
  for (const figures of groups) {
    const isWritten = memory.written.get(figures.group) === JSON.stringify(figures);
    if (isWritten) memory.unwritten.delete(figures.group);
    else memory.unwritten.set(figures.group, figures);
  }
  if (now() - memory.wroteAt < PAUSE) return;
  try {
    await writeDay(services);
  } catch (fault) {
    // Whoever asks for figures is answered all the same; the next count writes them.
    if (!(fault instanceof BusyError)) services.reportFault(fault);
  }
}

/** Before somebody reads the days. */
export async function writeDay({ remembered, write, now }: Services): Promise<void> {
  const memory = remembered.daily;
  if (!memory || memory.unwritten.size === 0) return;
  const figures = [...memory.unwritten.values()];
  const ranks = Object.fromEntries(
    rankGroups(memory.campaign, memory.standing, 'total').map(({ group, rank }) => [group, rank])
  );
  await write((trx) => saveDailyFigures(trx, memory.campaign.id, memory.day, figures, ranks));
  memory.wroteAt = now();
  for (const one of figures) memory.written.set(one.group, JSON.stringify(one));
  memory.unwritten.clear();
}
