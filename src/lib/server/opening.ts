import { generateKeyPairSync, hash } from 'node:crypto';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Database } from './database/open';
import { BEGINNING } from './exchange/history';
import { saveCampaign } from './queries/campaigns';
import { insertSeal, type StoredSeal } from './queries/seals';
import { insertWard, readWard } from './queries/ward';
import type { Services } from './services';

/** Opens an empty ward with its campaign and groups; false where there is one already, which is left as it is. */
export const openWard = (services: Services, name: string, campaign: Campaign): Promise<boolean> =>
  services.write((trx) => openWardWithin(trx, services, name, campaign));

/** The same as a part of something larger. */
export async function openWardWithin(
  trx: Database,
  { newId, newToken, now }: Services,
  name: string,
  campaign: Campaign
): Promise<boolean> {
  if (await readWard(trx)) return false;
  const at = Math.round(now());
  const ward = {
    ...{ id: newId(), name, epoch: newId(), ...BEGINNING, safe: 0 },
    ...{ place_key: newToken(), public_since: null, urge_days: 7 }
  };
  await insertWard(trx, ward, at);
  await insertSeal(trx, newSeal(newId(), at));
  await saveCampaign(trx, campaign, versionOf(campaign), at);
  return true;
}

/** The ward's key for second copies (OB6). */
function newSeal(id: string, madeAt: number): StoredSeal {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return {
    id,
    made_at: madeAt,
    public_key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    private_key: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  };
}

/** Names exactly this text of a campaign. */
export const versionOf = (campaign: Campaign): string =>
  hash('sha256', JSON.stringify(campaign), 'hex').slice(0, 16);
