import { JUDGEMENTS, type JudgementCode, type Judgements } from '$lib/domain/papers/judgements';
import { PaperSettings } from '$lib/domain/papers/settings';
import type { Campaign } from '$lib/domain/plan/campaign';
import { doAtDesk } from '../office/audit';
import { paperSettings } from '../plan/paper-settings';
import { readCampaigns } from '../queries/campaigns';
import { insertPaperWords, insertSetting, readPaperWords, readSetting } from '../queries/papers';
import type { Services } from '../services';

const SETTINGS = 'papers';

/** Thể thức as it was kept last; as the plan has it where nobody kept any. */
export async function readPaperSettings({ db }: Services): Promise<PaperSettings> {
  const kept = PaperSettings.safeParse(await readSetting(db, SETTINGS));
  return kept.success ? kept.data : paperSettings;
}

export const keepPaperSettings = (services: Services, account: string, settings: PaperSettings) =>
  doAtDesk(
    services,
    { account, act: 'setting-kept', about: SETTINGS, detail: JSON.stringify(settings) },
    (trx, number) => insertSetting(trx, number, SETTINGS, settings)
  );

/** What people wrote for this campaign, and what stood there a year before, to start from (nhận định). */
export async function readJudgements(
  { db }: Services,
  campaign: Pick<Campaign, 'id' | 'year'>
): Promise<{ written: Judgements; before: Judgements }> {
  const earlier = (await readCampaigns(db)).find(
    (one) => one.campaign.year === campaign.year - 1 && one.state !== 'draft'
  );
  return {
    written: known(await readPaperWords(db, campaign.id)),
    before: earlier ? known(await readPaperWords(db, earlier.campaign.id)) : {}
  };
}

/** Keeps what has changed, and last year's words only once somebody has changed them; what stood before stays in the book. */
export async function keepJudgements(
  services: Services,
  account: string,
  campaign: Pick<Campaign, 'id' | 'year'>,
  words: Judgements
): Promise<number> {
  const { written, before } = await readJudgements(services, campaign);
  const changed = Object.fromEntries(
    Object.entries(words).filter(([code, text]) => {
      const known = code as JudgementCode;
      return (written[known] ?? '') !== text && (written[known] !== undefined || before[known] !== text);
    })
  );
  const count = Object.keys(changed).length;
  if (count === 0) return 0;
  await doAtDesk(
    services,
    { account, act: 'words-kept', about: campaign.id, detail: Object.keys(changed).join(' ') },
    (trx, number) => insertPaperWords(trx, number, campaign.id, changed)
  );
  return count;
}

const known = (words: Readonly<Record<string, string>>): Judgements =>
  Object.fromEntries(
    JUDGEMENTS.flatMap(([code]) => (words[code] === undefined ? [] : [[code, words[code]]]))
  );
