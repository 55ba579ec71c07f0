import type { GroupId } from '../ids';
import { meetingId } from '../people/meeting';
import { isAdding } from './adding';
import type { Act, Change } from './entry';
import type { Facts } from './facts';
import { ABOUT_GROUP } from './reading';

/** The group is derived from what is known, not from what is claimed (SV3); only a new household names its own. */
export function groupOf(
  act: Act,
  change: Change,
  facts: Facts,
  added: Map<string, GroupId>
): GroupId | undefined {
  const household = facts.row('household', change.household);
  if (household) return household.group;
  if (isAboutGroup(change)) return change.household as string as GroupId;
  return added.get(change.household) ?? (isAdding(act, change.household) ? act.group : undefined);
}

/** A meeting, a sign-off, a review of a whole group: where others name their household, it names its group. */
const isAboutGroup = ({ type, id, household }: Change): boolean => {
  if (type === 'meeting') return isOfYear(id, (year) => meetingId(household as string as GroupId, year));
  return ABOUT_GROUP.includes(type);
};

/** Whether an id is that of something in a year. */
export function isOfYear(id: string, nameIn: (year: number) => string): boolean {
  const year = Number(id.split('/')[1]);
  return Number.isInteger(year) && year > 2000 && year < 2200 && id === nameIn(year);
}
