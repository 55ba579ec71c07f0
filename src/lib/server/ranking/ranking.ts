import { hash } from 'node:crypto';
import { dayOf } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import { REPORTING } from '$lib/domain/plan/rules';
import { fileFrom } from '$lib/domain/people/household-file';
import type { GroupId } from '$lib/domain/ids';
import type { Row } from '$lib/domain/entry/row';
import type { Standings } from '$lib/domain/figures/standings';
import { tallyFiles, withPart } from '$lib/domain/figures/tally';
import type { Figures, GroupFigures } from '$lib/domain/figures/group-figures';
import type { SyncResponse } from '$lib/protocol/sync';
import { catchUpWith } from '../changes/changed-households';
import { BusyError } from '../database/faults';
import { fingerprint } from '../exchange/place';
import { readLastAct } from '../queries/audit';
import { type CurrentCampaign, readCampaign, readCampaignVersion } from '../queries/campaigns';
import type { NamedClosing } from '../queries/closed-periods';
import { type DailyMemory, noteDay } from './daily';
import { type OfficeWords, readOfficeWords } from './office';
import { noReports, noteReports, reportingIn, type Reports } from './reports';
import type { Services } from '../services';

/** What has been counted already: by household, so that an exchange counts again only what it touched. */
export type StandingsMemory = {
  current: CurrentCampaign | undefined;
  /** The campaign's version and the day that everything below was counted for. */
  countedFor: string;
  households: Map<string, GroupFigures>;
  totals: Map<GroupId, GroupFigures>;
  upTo: Map<GroupId, number>;
  reports: Map<GroupId, Reports>;
  office: OfficeWords | undefined;
  daily: DailyMemory | undefined;
  /** Closed periods as they were when the office last did something. */
  closed: { act: number; known: readonly NamedClosing[] } | undefined;
  standings: Standings | undefined;
  queue: Promise<unknown>;
};

export const createStandingsMemory = (): StandingsMemory => ({
  current: undefined,
  countedFor: '',
  households: new Map(),
  totals: new Map(),
  upTo: new Map(),
  reports: new Map(),
  office: undefined,
  daily: undefined,
  closed: undefined,
  standings: undefined,
  queue: Promise.resolve()
});

/** The figures of all groups as of now; remembered until rows change or the day does. */
export function figures(services: Services): Promise<Standings> {
  const { remembered } = services;
  // One count at a time: two would add the same change twice.
  const next = remembered.queue.then(() => count(services));
  remembered.queue = next.catch(() => undefined);
  return next;
}

/** The campaign that runs, read anew only when it was changed. */
export async function currentCampaign({ db, remembered }: Services): Promise<CurrentCampaign | undefined> {
  const version = await readCampaignVersion(db);
  if (version !== remembered.current?.version) remembered.current = await readCampaign(db);
  return remembered.current;
}

/** The campaign for a device that does not have this text of it, or had other groups. */
export async function campaignFor(
  services: Services,
  groups: readonly GroupId[],
  has: string | null
): Promise<SyncResponse['campaign']> {
  const current = await currentCampaign(services);
  if (!current) return;
  const version = `${current.version}-${fingerprint(groups)}`;
  return version === has ? undefined : { version, campaign: current.campaign, groups: [...groups] };
}

async function count(services: Services): Promise<Standings> {
  const { db, remembered, now } = services;
  const current = await currentCampaign(services);
  if (!current) throw new BusyError('no campaign runs here');
  const day = dayOf(now());
  if (remembered.countedFor !== `${current.version} ${day}`) {
    Object.assign(remembered, {
      ...createStandingsMemory(),
      ...{ current, queue: remembered.queue, daily: remembered.daily }
    });
    remembered.countedFor = `${current.version} ${day}`;
  }
  await catchUpWith(db, remembered.upTo, async (homes, group) => {
    for (const rows of homes) {
      if (isOfGroup(rows[0]!)) await noteReports(db, reportsOf(remembered, group), rows);
      else place(remembered, rows[0]!, tallyHousehold(rows, current.campaign, day));
    }
  });
  const act = await readLastAct(db);
  if (remembered.office?.act !== act) {
    remembered.office = await readOfficeWords(db, current.campaign.id, act);
  }
  const standings = publish(remembered, remembered.office, current.campaign, now());
  await noteDay(services, current.campaign, standings.groups);
  return standings;
}

/** A meeting, a signature, a review: their household is the group. */
const isOfGroup = ({ household, group }: Row): boolean => (household as string) === group;

function reportsOf({ reports }: StandingsMemory, group: GroupId): Reports {
  const known = reports.get(group) ?? noReports();
  reports.set(group, known);
  return known;
}

function tallyHousehold(rows: readonly Row[], campaign: Campaign, day: string): Figures {
  const file = fileFrom(rows);
  return tallyFiles(file ? [file] : [], campaign, day);
}

/** Takes what a household counted before out of its group's total, and what it counts now in. */
function place({ households, totals }: StandingsMemory, { household, group }: Row, counted: Figures): void {
  const before = households.get(household);
  if (before)
    totals.set(before.group, {
      group: before.group,
      ...withPart(totals.get(before.group) ?? NOTHING, before, -1)
    });
  households.set(household, { group, ...counted });
  totals.set(group, { group, ...withPart(totals.get(group) ?? NOTHING, counted, 1) });
}

const NOTHING: Figures = { coverage: [0, 0], tallies: {} };

function publish(
  remembered: StandingsMemory,
  { typed, values, marks }: OfficeWords,
  campaign: Campaign,
  asOf: number
): Standings {
  const today = dayOf(asOf);
  const none = tallyFiles([], campaign, today);
  const groups = campaign.groups.map(({ id }): GroupFigures => {
    const reporting = reportingIn(remembered.reports.get(id) ?? noReports(), campaign.periods, today);
    return {
      ...(remembered.totals.get(id) ?? { group: id, ...none }),
      values: { ...values.get(id), [REPORTING]: reporting.kept },
      marks: marks.get(id) ?? [],
      signedAt: reporting.signedAt
    };
  });
  const version = hash('sha256', JSON.stringify([remembered.countedFor, groups, typed]), 'hex').slice(0, 16);
  if (remembered.standings?.version !== version) {
    remembered.standings = { version, asOf, groups, typed: [...typed] };
  }
  return remembered.standings;
}
