import { birthYear, dayOf } from '$lib/domain/calendar';
import { type HouseholdSigns, signsOf } from '$lib/domain/figures/household-signs';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import type { TitleYear } from '$lib/domain/people/assessment';
import { fileFrom } from '$lib/domain/people/household-file';
import { catchUpWith } from './changed-households';
import { yieldTurn } from '../turns';
import type { CurrentCampaign } from '../queries/campaigns';
import { type KnownRemoval, removalsAmong } from './removals';
import type { Services } from '../services';

/** What the desk remembers of one household: little, since it is kept of all. */
type Trace = Readonly<{
  group: GroupId;
  signs: HouseholdSigns | undefined;
  removed: readonly KnownRemoval[];
  /** Whoever has moved away or was entered twice is not. */
  isOpen: boolean;
  /** How far it is, and was, in each year (bình xét). */
  titles: readonly TitleYear[];
}>;

/** The traces of all households as this process remembers them: read once, then what changed. */
export type TraceMemory = {
  /** The campaign's version and the year that all below was read for. */
  readFor: string;
  /** Up to which number each group was read. */
  upTo: Map<GroupId, number>;
  traces: Map<HouseholdId, Trace>;
  /** One reading at a time. */
  reading: Promise<unknown>;
};

export const createTraceMemory = (): TraceMemory => ({
  readFor: '',
  upTo: new Map(),
  traces: new Map(),
  reading: Promise.resolve()
});

/** The traces as of now. */
export function readTraces(services: Services, current: CurrentCampaign): Promise<TraceMemory['traces']> {
  const { traced } = services;
  const read = traced.reading.then(() => catchUp(services, current));
  traced.reading = read.catch(() => undefined);
  return read;
}

async function catchUp(
  { db, now, traced }: Services,
  { campaign, version }: CurrentCampaign
): Promise<TraceMemory['traces']> {
  const year = birthYear(dayOf(now()));
  const readFor = `${version} ${year}`;
  if (traced.readFor !== readFor) Object.assign(traced, { readFor, upTo: new Map(), traces: new Map() });
  await catchUpWith(db, traced.upTo, async (homes, group) => {
    const removed = await removalsAmong(db, homes.flat(), campaign);
    for (const rows of homes) {
      const { household } = rows[0]!;
      const file = fileFrom(rows);
      traced.traces.set(household, {
        group,
        signs: file && signsOf(file, year),
        removed: removed.filter((one) => one.household === household),
        isOpen: file?.household.closed === null,
        titles: (file?.assessments ?? []).map(({ year: of, state, decision, decidedOn }): TitleYear => ({
          year: of,
          state,
          decision,
          decidedOn
        }))
      });
    }
    await yieldTurn();
  });
  return traced.traces;
}
