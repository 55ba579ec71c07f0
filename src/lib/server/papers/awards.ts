import { dayOf } from '$lib/domain/calendar';
import { type AwardChoice, awardLines, isProposed } from '$lib/domain/papers/award-choice';
import { AwardRules } from '$lib/domain/papers/award-rules';
import type { AwardLine } from '$lib/domain/papers/award-table';
import { type AwardHousehold, type Candidate, candidatesFor } from '$lib/domain/papers/awards';
import type { Snapshot } from '$lib/domain/papers/snapshot';
import { showAddress } from '$lib/domain/people/address';
import { filesFrom } from '$lib/domain/people/household-file';
import { readTraces } from '../changes/household-traces';
import { doAtDesk } from '../office/audit';
import type { Database } from '../database/open';
import { awardRules } from '../plan/award-rules';
import { insertAwardChoice, readAwardChoices, readLeaders } from '../queries/awards';
import { readCampaigns } from '../queries/campaigns';
import { insertSetting, readSetting } from '../queries/papers';
import { fromStored, readRowsOfHouseholds } from '../queries/rows';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';

const RULES = 'awards';

export async function readAwardRules({ db }: Pick<Services, 'db'>): Promise<AwardRules> {
  const kept = AwardRules.safeParse(await readSetting(db, RULES));
  return kept.success ? kept.data : awardRules;
}

export const keepAwardRules = (services: Services, account: string, rules: AwardRules) =>
  doAtDesk(
    services,
    { account, act: 'setting-kept', about: RULES, detail: JSON.stringify(rules) },
    (trx, number) => insertSetting(trx, number, RULES, rules)
  );

/** A candidate as the page shows it: what the rules say, what a person said, and whether it stands on the list. */
export type ShownCandidate = Candidate & Readonly<{ choice: AwardChoice | null; isProposed: boolean }>;

/** All groups and leaders, and of the households those that the rules or a person propose; of one group all that qualify. */
export async function readCandidates(
  services: Services,
  snapshot: Snapshot,
  group?: string | null
): Promise<ShownCandidate[]> {
  const { db, now } = services;
  const choices = await readAwardChoices(db);
  const own = choices.get(snapshot.campaign.id) ?? new Map<string, AwardChoice>();
  const candidates = candidatesFor({
    snapshot,
    rules: await readAwardRules(services),
    households: await openHouseholds(services),
    leaders: await readLeaders(db, dayOf(now())),
    awarded: await awardedYears(db, choices, snapshot.campaign.id)
  });
  const shown = candidates
    .filter(
      (one) =>
        one.kind !== 'household' || one.group === group || own.has(one.subject) || isProposed(one, undefined)
    )
    .map((one) => {
      const choice = own.get(one.subject);
      return { ...one, choice: choice ?? null, isProposed: isProposed(one, choice) };
    });
  return withNames(db, shown);
}

export async function readAwardLines(services: Services, snapshot: Snapshot): Promise<AwardLine[]> {
  const shown = await readCandidates(services, snapshot);
  const choices = new Map(shown.flatMap(({ subject, choice }) => (choice ? [[subject, choice]] : [])));
  return awardLines(shown, choices);
}

/** Decides about one candidate, with the reason; the newest word is the valid one. */
export const chooseAward = (
  services: Services,
  account: string,
  campaign: string,
  subject: string,
  { decision, reason }: Pick<AwardChoice, 'decision' | 'reason'>
) =>
  doAtDesk(
    services,
    { account, act: 'award-chosen', about: subject, detail: JSON.stringify({ campaign, decision, reason }) },
    (trx, number, at) =>
      insertAwardChoice(trx, number, campaign, subject, { decision, reason, by: account, at })
  );

async function openHouseholds(services: Services): Promise<AwardHousehold[]> {
  const current = await currentCampaign(services);
  const traces = current ? [...(await readTraces(services, current))] : [];
  return traces
    .filter(([, { isOpen, titles }]) => isOpen && titles.length > 0)
    .map(([id, { group, titles }]) => ({ id, group, titles }));
}

/** Who was awarded in which year, by other campaigns than this. */
async function awardedYears(
  db: Database,
  choices: ReadonlyMap<string, ReadonlyMap<string, AwardChoice>>,
  present: string
): Promise<Map<string, number>> {
  const awarded = new Map<string, number>();
  for (const { campaign } of await readCampaigns(db)) {
    if (campaign.id === present) continue;
    for (const [subject, { decision }] of choices.get(campaign.id) ?? []) {
      if (decision === 'awarded') awarded.set(subject, Math.max(campaign.year, awarded.get(subject) ?? 0));
    }
  }
  return awarded;
}

/** Households are known by their ids until somebody looks at the few that are shown. */
async function withNames(db: Database, shown: readonly ShownCandidate[]): Promise<ShownCandidate[]> {
  const ids = shown.filter(({ kind }) => kind === 'household').map(({ subject }) => subject);
  const files = filesFrom((await readRowsOfHouseholds(db, ids)).map(fromStored));
  const byId = new Map([...files].map(([id, file]) => [id as string, file]));
  return shown.flatMap((one) => {
    if (one.kind !== 'household') return [one];
    const file = byId.get(one.subject);
    if (!file) return [];
    const open = file.people.filter(({ closed }) => closed === null);
    const head = (open.find(({ id }) => id === file.household.head) ?? open[0])?.name ?? '';
    return [{ ...one, name: head, of: [showAddress(file.household), one.of].filter(Boolean).join(', ') }];
  });
}
