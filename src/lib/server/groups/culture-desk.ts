import type { Actor } from '$lib/domain/actor';
import { maySeeBars } from '$lib/domain/rights';
import { type Assessment, assessmentFrom, assessmentId } from '$lib/domain/people/assessment';
import { compareWalk } from '$lib/domain/people/address';
import { filesFrom, isOpen } from '$lib/domain/people/household-file';
import { meetingFrom } from '$lib/domain/people/meeting';
import type { EntryBody } from '$lib/domain/entry/entry';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import type { Group } from '$lib/domain/plan/group';
import { seenAs, writeAtDesk } from '../office/desk';
import { homeIn } from './households-desk';
import { readTraces } from '../changes/household-traces';
import { fromStored, readRowsOfGroup, readRowsOfType } from '../queries/rows';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';

/** A household of the year's process, as the ward's people may see it (bình xét gia đình văn hóa). */
export type AssessedHousehold = Readonly<{
  id: HouseholdId;
  head: string;
  address: {
    houseNumber: string | null;
    subAlley: string | null;
    alley: string | null;
    street: string | null;
  };
  assessment: Assessment | null;
}>;

/** How far each group is: its meeting, and how many households in which state. */
export async function readCulture(services: Services) {
  const current = await currentCampaign(services);
  if (!current) return;
  const { campaign } = current;
  const states = new Map<string, Record<string, number>>();
  for (const { group, titles } of (await readTraces(services, current)).values()) {
    const assessed = titles.find(({ year }) => year === campaign.year)?.state ?? null;
    if (assessed === null) continue;
    const counts = states.get(group) ?? {};
    counts[assessed] = (counts[assessed] ?? 0) + 1;
    states.set(group, counts);
  }
  const meetings = (await readRowsOfType(services.db, 'meeting')).map((row) => meetingFrom(fromStored(row)));
  return {
    campaign,
    groups: campaign.groups.map((group) => ({
      group,
      meeting: meetings.find((one) => one.group === group.id && one.year === campaign.year) ?? null,
      states: states.get(group.id) ?? {}
    }))
  };
}

/** One group with its households. Why a household is barred, and what was objected, only for who may see it. */
export async function readCultureOf(services: Services, actor: Actor, group: Group, year: number) {
  const rows = (await readRowsOfGroup(services.db, group.id)).map(fromStored);
  const meeting = rows.filter(({ type }) => type === 'meeting').map(meetingFrom);
  const households = assessedIn(rows, year).map(({ assessment, ...home }): AssessedHousehold => ({
    ...home,
    assessment:
      assessment && !maySeeBars(actor)
        ? { ...assessment, bar: null, objection: null, objectionFound: null }
        : assessment
  }));
  return { meeting: meeting.find((one) => one.year === year) ?? null, households };
}

/** One group for a table that leaves the desk: never why a household is barred, nor what was objected. */
export async function readAssessedOf({ db }: Services, group: GroupId, year: number) {
  const rows = (await readRowsOfGroup(db, group)).map(fromStored);
  return assessedIn(rows, year).map(({ head, address, assessment }) => {
    const { state, decision, decidedOn } = assessment ?? {};
    const isDecided = state === 'recognised';
    return {
      ...{ head, address, state: state ?? null },
      decision: (isDecided && decision) || null,
      decidedOn: (isDecided && decidedOn) || null
    };
  });
}

/** The open households of a group in the order of the walk, with all that is known of their year. */
const assessedIn = (rows: readonly Row[], year: number): AssessedHousehold[] =>
  [...filesFrom(rows).values()]
    .filter(isOpen)
    .sort((a, b) => compareWalk(a.household, b.household))
    .map((file) => ({
      ...homeIn(file),
      assessment: file.assessments.find((one) => one.year === year) ?? null
    }));

/** Rows that one entry changes at most. */
const AT_ONCE = 40;

/** The chairman's decision on many households at once: each was proposed, and becomes recognised (được công nhận). */
export async function recogniseAtDesk(
  services: Services,
  account: string,
  { group, year, households }: { group: GroupId; year: number; households: readonly HouseholdId[] },
  { decision, decidedOn }: { decision: string; decidedOn: string }
): Promise<number> {
  let recognised = 0;
  for (let from = 0; from < households.length; from += AT_ONCE) {
    const part = households.slice(from, from + AT_ONCE);
    const receipt = await writeAtDesk(services, account, async (row) => {
      const changes: EntryBody['changes'] = [];
      for (const household of part) {
        const assessed = await row('assessment', assessmentId(household, year));
        if (!assessed || assessmentFrom(assessed).state !== 'proposed') continue;
        const values: Record<string, FieldValue> = { state: 'recognised', decision, decidedOn };
        changes.push(seenAs(assessed, values));
      }
      recognised += changes.length;
      return changes.length > 0 ? { kind: 'assess', group, body: { changes } } : undefined;
    });
    if (receipt && receipt.status !== 'applied') recognised -= part.length;
  }
  return Math.max(0, recognised);
}
