import { dayOf } from '$lib/domain/calendar';
import { toNumber } from '$lib/domain/figures/fraction';
import { movementSince } from '$lib/domain/figures/movement';
import { rankGroups, type Standing } from '$lib/domain/figures/ranking';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import { tallyFiles } from '$lib/domain/figures/tally';
import { CampaignId, type GroupId } from '$lib/domain/ids';
import { fileFrom } from '$lib/domain/people/household-file';
import type { Campaign } from '$lib/domain/plan/campaign';
import { copyCampaign, moveToYear } from '$lib/domain/plan/copy';
import { nameGroups } from '$lib/domain/plan/naming';
import { doAtDesk } from '../office/audit';
import { changedHouseholds } from '../changes/changed-households';
import { versionOf } from '../opening';
import {
  deleteDraft,
  readCampaignById,
  readCampaigns,
  saveCampaign,
  saveCampaignText
} from '../queries/campaigns';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';

/** A draft of next year's campaign from one that is there (đợt thi đua năm sau). */
export async function copyToNextYear(
  services: Services,
  account: string,
  id: string
): Promise<string | undefined> {
  const all = await readCampaigns(services.db);
  const from = all.find(({ campaign }) => campaign.id === id);
  if (!from) return;
  const year = from.campaign.year + 1;
  const copy = copyCampaign(from.campaign, CampaignId.parse(services.newId()), year, services.newId);
  const current = all.find(({ state }) => state === 'current')?.campaign.groups ?? [];
  const made = nameGroups(copy, new Map(current.map(({ id, name }) => [id, name])));
  const act = {
    account,
    act: 'campaign-copied',
    about: made.id,
    detail: `${from.campaign.id} ${year}`
  } as const;
  await doAtDesk(services, act, (trx, _, at) => saveCampaignText(trx, made, versionOf(made), at));
  return made.id;
}

export const saveAtDesk = (services: Services, account: string, campaign: Campaign): Promise<void> =>
  doAtDesk(
    services,
    { account, act: 'campaign-saved', about: campaign.id, detail: versionOf(campaign) },
    (trx, _, at) => saveCampaignText(trx, campaign, versionOf(campaign), at)
  );

/** From now on everything is judged by it, on every phone after its next exchange. */
export async function putIntoUse(services: Services, account: string, id: string): Promise<boolean> {
  const found = await readCampaignById(services.db, id);
  if (!found || found.state === 'current') return false;
  const act = { account, act: 'campaign-used', about: id, detail: found.version } as const;
  await doAtDesk(services, act, (trx, _, at) => saveCampaign(trx, found.campaign, found.version, at));
  return true;
}

export const takeDraftAway = (services: Services, account: string, id: string) =>
  doAtDesk(services, { account, act: 'draft-deleted', about: id, detail: '' }, (trx) => deleteDraft(trx, id));

/** A group in today's ranking by the plan that runs, and by the one that is being written. */
export type PreviewLine = Readonly<{
  group: GroupId;
  name: string;
  before: number | null;
  now: number | null;
  places: number | null;
  pointsBefore: number | null;
  pointsNow: number | null;
  isComplete: boolean;
}>;

/**
 * What a plan would change today, before it is saved: everything counted once more by it. Next year's plan is tried on this
 * year's round: of its own nothing is recorded yet, and every group would stand at nothing.
 */
export async function previewRanking(services: Services, written: Campaign): Promise<PreviewLine[]> {
  const current = await currentCampaign(services);
  if (!current) return [];
  const { year, startsOn, endsOn } = current.campaign;
  const changed =
    written.year > year ? { ...moveToYear(written, year, services.newId), startsOn, endsOn } : written;
  const { groups } = await figures(services);
  const before = rankGroups(current.campaign, groups, 'total');
  const today = dayOf(services.now());
  const recounted: GroupFigures[] = [];
  for (const { id } of changed.groups) {
    const rows = await changedHouseholds(services.db, id, undefined);
    const files = rows.flatMap((household) => fileFrom(household) ?? []);
    const office = groups.find(({ group }) => group === id);
    recounted.push({ ...office, group: id, ...tallyFiles(files, changed, today) });
  }
  const now = rankGroups(changed, recounted, 'total');
  const moved = movementSince(now, before);
  const pointsIn = (standings: readonly Standing[], group: GroupId) => {
    const value = standings.find((one) => one.group === group)?.value;
    return value ? toNumber(value) : null;
  };
  return now.map(({ group, ...standing }) => ({
    group,
    name: changed.groups.find(({ id }) => id === group)?.name ?? '',
    ...moved.get(group)!,
    pointsBefore: pointsIn(before, group),
    pointsNow: pointsIn(now, group),
    isComplete: standing.isComplete
  }));
}
