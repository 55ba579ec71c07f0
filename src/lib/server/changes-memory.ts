import { birthYear, dayOf } from '$lib/domain/calendar';
import { type HouseholdSigns, signsOf } from '$lib/domain/figures/household-signs';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { fileFrom } from '$lib/domain/people/household-file';
import { changedHouseholds } from './changed-households';
import { yieldTurn } from './lists/turns';
import type { CurrentCampaign } from './queries/campaigns';
import { readLastChanges } from './queries/rows';
import { type KnownRemoval, removalsAmong } from './removals';
import type { Services } from './services';

/** What one household adds to the page of changes. */
type Trace = Readonly<{
  group: GroupId;
  signs: HouseholdSigns | undefined;
  removed: readonly KnownRemoval[];
}>;

/** The traces of all households as this process remembers them: read once, then what changed. */
export type ChangesMemory = {
  /** The campaign's version and the year that all below was read for. */
  readFor: string;
  /** Up to which number each group was read. */
  upTo: Map<GroupId, number>;
  traces: Map<HouseholdId, Trace>;
  /** One reading at a time. */
  reading: Promise<unknown>;
};

export const createChangesMemory = (): ChangesMemory => ({
  readFor: '',
  upTo: new Map(),
  traces: new Map(),
  reading: Promise.resolve()
});

/** The traces as of now. */
export function readTraces(services: Services, current: CurrentCampaign): Promise<ChangesMemory['traces']> {
  const { changes } = services;
  const read = changes.reading.then(() => catchUp(services, current));
  changes.reading = read.catch(() => undefined);
  return read;
}

async function catchUp(
  { db, now, changes }: Services,
  { campaign, version }: CurrentCampaign
): Promise<ChangesMemory['traces']> {
  const year = birthYear(dayOf(now()));
  const readFor = `${version} ${year}`;
  if (changes.readFor !== readFor) Object.assign(changes, { readFor, upTo: new Map(), traces: new Map() });
  for (const [id, last] of await readLastChanges(db)) {
    const group = id as GroupId;
    const seen = changes.upTo.get(group);
    if (seen === last) continue;
    const homes = await changedHouseholds(db, group, seen);
    const removed = await removalsAmong(db, homes.flat(), campaign);
    for (const rows of homes) {
      const { household } = rows[0]!;
      const file = fileFrom(rows);
      changes.traces.set(household, {
        group,
        signs: file && signsOf(file, year),
        removed: removed.filter((one) => one.household === household)
      });
    }
    changes.upTo.set(group, last);
    await yieldTurn();
  }
  return changes.traces;
}
