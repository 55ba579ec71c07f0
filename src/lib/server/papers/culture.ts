import type { Actor } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import { mainFacts } from '$lib/domain/papers/awards';
import { type CultureFile, PROPOSED, WAITING } from '$lib/domain/papers/culture-file';
import {
  cultureMinutes,
  cultureProposal,
  cultureSummary,
  decisionList,
  publicList
} from '$lib/domain/papers/culture-papers';
import {
  councilMinutes,
  cultureDecision,
  type CultureGroup,
  groupAchievements,
  groupsProposal
} from '$lib/domain/papers/culture-ward-papers';
import { groupLines, writtenCell } from '$lib/domain/papers/group-tables';
import type { Paper } from '$lib/domain/papers/paper';
import { openSnapshot } from '$lib/domain/papers/snapshot';
import { showAddress } from '$lib/domain/people/address';
import type { CultureRules } from '$lib/domain/plan/culture';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Group } from '$lib/domain/plan/group';
import { readCulture, readCultureOf } from '../groups/culture-desk';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';
import { readPaperSettings } from './keeping';

/** Papers of bình xét: of one group, or of the ward (NĐ 86/2023, Mẫu 01–06 and 10). */
export const CULTURE_GROUP_CODES = ['culture-public', 'culture-dossier', 'culture-list'] as const;
export const CULTURE_WARD_CODES = ['culture-decision', 'culture-groups'] as const;
export type CultureCode = (typeof CULTURE_GROUP_CODES)[number] | (typeof CULTURE_WARD_CODES)[number];

/** The papers of a code, of the campaign that runs; nothing where it has no rules, or the group is not known. */
export async function makeCulturePapers(
  services: Services,
  actor: Actor,
  code: CultureCode,
  group: string
): Promise<Paper[] | undefined> {
  const campaign = (await currentCampaign(services))?.campaign;
  const rules = campaign?.culture;
  if (!campaign || !rules) return;
  const place = { settings: await readPaperSettings(services), on: dayOf(services.now()) };
  const year = { year: campaign.year, rules };
  if (code === 'culture-decision') return [cultureDecision(await countsOf(services), year, place)];
  if (code === 'culture-groups') {
    const groups = await groupsOf(services, campaign);
    return [
      groupsProposal(groups, year, place),
      ...groups.map((one) => groupAchievements(one, year, place)),
      councilMinutes(groups, year, place)
    ];
  }
  const found = campaign.groups.find(({ id }) => id === group);
  if (!found) return;
  const file = await readFile(services, actor, found, campaign.year, rules);
  if (code === 'culture-public') return [publicList(file, place)];
  if (code === 'culture-list') return [decisionList(file, place)];
  return [cultureProposal(file, place), cultureSummary(file, place), cultureMinutes(file, place)];
}

async function readFile(
  services: Services,
  actor: Actor,
  group: Group,
  year: number,
  rules: CultureRules
): Promise<CultureFile> {
  const { meeting, households } = await readCultureOf(services, actor, group, year);
  return {
    ...{ group, year, rules, meeting },
    households: households.map(({ head, address, assessment }) => ({
      ...{ head, address: showAddress({ ...address, addressNote: null }), assessment }
    }))
  };
}

async function countsOf(services: Services) {
  const culture = await readCulture(services);
  const { groups: standing } = await figures(services);
  return (culture?.groups ?? []).map(({ group, states }) => ({
    group,
    households: standing.find((one) => one.group === group.id)?.coverage[1] ?? 0,
    proposed: countIn(states, PROPOSED),
    waiting: countIn(states, WAITING)
  }));
}

const countIn = (states: Readonly<Record<string, number>>, among: readonly string[]): number =>
  among.reduce((sum, state) => sum + (states[state] ?? 0), 0);

/** Each group with what it counted in the year, as facts for its papers. */
async function groupsOf(services: Services, campaign: Campaign): Promise<CultureGroup[]> {
  const now = await figures(services);
  const title = campaign.indicators.find(({ level, rule }) => level === 'group' && rule === null);
  const today = dayOf(services.now());
  const snapshot = openSnapshot(campaign, { id: '', name: '' }, now, today);
  const counted = campaign.indicators.filter(({ rule, isProxy }) => rule !== null && !isProxy);
  return groupLines(snapshot).map(({ group, figures: own }) => {
    const value = title && own.values?.[title.code];
    return {
      group,
      isCultural: value ? value[0] === value[1] : null,
      facts: counted.map((one) => `${one.shortName}: ${writtenCell(one, own)}`),
      main: mainFacts(snapshot, own)
    };
  });
}
