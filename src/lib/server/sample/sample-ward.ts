import type { Day } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Group } from '$lib/domain/plan/group';
import type { GroupId } from '$lib/domain/ids';
import { type Draft, rowsOf, type SampleRow } from './draft';
import { type GroupPlan, planGroups, type Role, ROOM_FOR_ROLES } from './group-plans';
import { drawHouseholds } from './households';
import { moveCampaign, withGroups } from './moved-campaign';
import { createRandom, seedFor } from './random';
import { makeSpecialCases, type SpecialCases } from './special-cases';

export type { SampleRow } from './draft';

/** An invented ward (phường mẫu): nobody in it exists, and no number in it can. */
export type SampleWard = Readonly<{
  campaign: Campaign;
  groups: readonly Group[];
  /** Each household's rows together, the household first, by group in the order of the walk. */
  rows: readonly SampleRow[];
  cases: SampleCases;
}>;

/** Which groups and households are there to show something (domain 6.6). Roles that a small ward has no room for are empty. */
export type SampleCases = Readonly<{
  groups: Readonly<Record<Role, readonly GroupId[]>>;
  /** Null where the ward is too small for them. */
  special: SpecialCases | null;
}>;

type Options = Readonly<{ seed: number; year: number; today: Day; households?: number; groups?: number }>;

/** Draws the whole ward; the same options are the same ward, row for row. */
export function sampleWard({ seed, year, today, households = 11_000, groups = 23 }: Options): SampleWard {
  const random = createRandom(seedFor(seed, 'ward'));
  const moved = moveCampaign(random, year, today);
  const plans = planGroups(seed, groups, households, { startsOn: moved.startsOn, year });
  const campaign = withGroups(
    moved,
    plans.map(({ group }) => group)
  );
  const times = { startsOn: moved.startsOn, today, year };
  const drafts = plans.map((plan) => drawHouseholds(plan, times));
  const [home = []] = drafts;
  const hasRoom = households >= ROOM_FOR_ROLES * groups;
  const special = hasRoom ? makeSpecialCases(random, campaign, today, home) : null;
  plans.forEach(({ role, isEarly }, place) => {
    if (role === 'home' || isEarly) rememberYears(drafts[place]!, year);
  });
  const rows = drafts.flat().flatMap((draft) => rowsOf(draft, year));
  return { campaign, groups: campaign.groups, rows, cases: { groups: byRole(plans), special } };
}

/** A group's earlier lists (lịch sử công nhận): most were recognised in three years, some in five, some not in each. */
function rememberYears(drafts: readonly Draft[], year: number): void {
  for (const [place, draft] of drafts.entries()) {
    if (draft.assessment === null || draft.assessment.state === 'too-new') continue;
    const years = (place % 8 === 5 ? [5, 4, 3, 2, 1] : [3, 2, 1]).map((ago) => year - ago);
    draft.past = years
      .filter((before) => (place + before) % 23 !== 0)
      .map((before) => [before, recognisedIn(before)] as const);
  }
}

const recognisedIn = (year: number) => ({
  ...{ state: 'recognised', decision: `${year % 100}1/QĐ-UBND (mẫu)`, decidedOn: `${year}-12-05` }
});

function byRole(plans: readonly GroupPlan[]): Record<Role, GroupId[]> {
  const of = (wanted: Role): GroupId[] =>
    plans.filter(({ role }) => role === wanted).map(({ group }) => group.id);
  return {
    home: of('home'),
    ordinary: of('ordinary'),
    exactly98: of('exactly98'),
    oneBelow: of('oneBelow'),
    tied: of('tied'),
    neverSynced: of('neverSynced'),
    withoutFiveYearOlds: of('withoutFiveYearOlds'),
    smallest: of('smallest'),
    largest: of('largest'),
    lodgings: of('lodgings')
  };
}
