import type { Assessment } from '$lib/domain/people/assessment';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Household } from '$lib/domain/people/household';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { GroupId, HouseholdId, PersonId } from '$lib/domain/ids';
import type { Person } from '$lib/domain/people/person';
import type { GroupFigures, Tally } from '$lib/domain/figures/group-figures';
import type { Visit } from '$lib/domain/people/visit';
import { campaign2025 } from '$lib/server/plan/campaign-2025';

/** The day on which figures are frozen in the plan; most cases are told on it. */
export const THE_DAY = '2025-11-30';

let made = 0;

/** A valid id, another each time; or always the same for the same number. */
export const anId = <Id extends string>(number = (made += 1)): Id =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;

export const aGroupId = (number?: number): GroupId => anId<GroupId>(number);

/** The plan's campaign of 2025. */
export const aCampaign = (changed: Partial<Campaign> = {}): Campaign => ({ ...campaign2025, ...changed });

/** A woman of 40 with a card, work and a trade, living here. */
export const aPerson = (changed: Partial<Person> = {}): Person => ({
  id: anId<PersonId>(),
  household: anId<HouseholdId>(1),
  name: 'Nguyễn Thị Lan',
  birth: '1985-03-05',
  sex: 'female',
  relation: 'head',
  residence: 'permanent',
  arrivedOn: null,
  nationalId: null,
  insurance: 'yes',
  insuranceGroup: 1,
  insuranceExpiry: null,
  insuranceSource: 'app',
  activity: 'employed',
  inactiveReason: null,
  training: 'intermediate',
  ...{ schooling: null, jobPosition: null, socialInsurance: null, workedBefore: null, unemployedFor: null },
  answers: { 'q-exercise': 'yes' },
  closed: null,
  closedOn: null,
  ...changed
});

export const aHousehold = (changed: Partial<Household> = {}): Household => ({
  id: anId<HouseholdId>(),
  group: campaign2025.groups[0]!.id,
  head: null,
  houseNumber: '15',
  subAlley: null,
  alley: '124',
  street: 'Lạch Tray',
  addressNote: null,
  walkOrder: 1,
  phone: null,
  answers: { 'q-poverty': 'none', 'q-water': 'piped', 'q-waste': 'collected' },
  closed: null,
  closedOn: null,
  ...changed
});

export const aVisit = (changed: Partial<Visit> = {}): Visit => ({
  id: anId(),
  household: anId<HouseholdId>(1),
  outcome: 'unchanged',
  on: '2025-10-12',
  undone: false,
  ...changed
});

export const anAssessment = (changed: Partial<Assessment> = {}): Assessment => ({
  household: anId<HouseholdId>(1),
  year: 2025,
  state: 'expected',
  bar: null,
  points: {},
  agreed: null,
  publishedOn: null,
  objection: null,
  objectionOn: null,
  objectionFound: null,
  proposedOn: null,
  decision: null,
  decidedOn: null,
  ...changed
});

/** One household with one person, assessed and visited in the campaign: counted by every rule but the official culture. */
export function aFile(changed: Partial<HouseholdFile> = {}): HouseholdFile {
  const household = changed.household ?? aHousehold();
  return {
    household,
    people: [aPerson({ household: household.id })],
    assessments: [anAssessment({ household: household.id })],
    visits: [aVisit({ household: household.id })],
    differences: [],
    ...changed
  };
}

/** A group's figures in which every judged rule has the same tally, if not said otherwise. */
export const someFigures = (
  group: GroupId,
  tally: Tally,
  tallies: Record<string, Tally> = {}
): GroupFigures => ({
  group,
  coverage: [0, 1],
  tallies: { 'culture-expected': tally, insurance: tally, employment: tally, training: tally, ...tallies }
});
