import type { GroupId } from '$lib/domain/ids';
import { nameGroups } from '$lib/domain/plan/naming';
import { doAtDesk } from '../office/audit';
import { versionOf } from '../opening';
import { readCampaigns, saveCampaign, saveCampaignText } from '../queries/campaigns';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';

/**
 * Names belong to the groups and not to one year's plan: the one in use takes them, and so do those being written. What is
 * over keeps the names of its time.
 */
export async function keepGroupNames(
  services: Services,
  account: string,
  names: ReadonlyMap<GroupId, string>
): Promise<void> {
  const current = (await currentCampaign(services))?.campaign;
  const changed = current?.groups.filter(({ id, name }) => names.has(id) && names.get(id) !== name) ?? [];
  if (!current || changed.length === 0) return;
  const detail = changed.map(({ id, name }) => `${name} → ${names.get(id)}`).join('; ');
  await doAtDesk(
    services,
    { account, act: 'groups-named', about: current.id, detail },
    async (trx, _, at) => {
      for (const { campaign, state } of await readCampaigns(trx)) {
        const named = nameGroups(campaign, names);
        if (state === 'current') await saveCampaign(trx, named, versionOf(named), at);
        if (state === 'draft') await saveCampaignText(trx, named, versionOf(named), at);
      }
    }
  );
}
