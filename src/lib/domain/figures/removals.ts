import type { Day } from '../calendar';
import type { EntryBody } from '../entry/entry';
import { textOf, valueOf } from '../entry/reading';
import type { Row } from '../entry/row';
import type { GroupId, HouseholdId } from '../ids';
import type { Campaign } from '../plan/campaign';

/** What took a household or a person out of a denominator (ra khỏi mẫu số), and under which number: taking out who has no card raises the share of cards (domain 2.3). */
export type Removal = Readonly<{
  type: 'household' | 'person';
  id: string;
  household: HouseholdId;
  group: GroupId;
  /** Thôi theo dõi; ghi là không sống ở đây; ghi là không tham gia lao động. */
  field: 'closed' | 'residence' | 'activity';
  /** Its code: of closing, of residence, or of not working. */
  reason: string;
  on: Day | null;
  seq: number;
}>;

/** Why a row stands outside now; whether somebody took it out or it came so is told by `tookOut`. */
export function removalsIn(row: Row, { choices }: Pick<Campaign, 'choices'>): Removal[] {
  if (row.type !== 'household' && row.type !== 'person') return [];
  const { type, id, household, group, fields } = row;
  const removal = (field: Removal['field'], reason: string, seq: number, on: Day | null): Removal[] => [
    { type, id, household, group, field, reason, seq, on }
  ];
  const closed = textOf(row, 'closed');
  if (closed !== null) return removal('closed', closed, fields.closed![1], textOf(row, 'closedOn'));
  if (type === 'household') return [];
  const residence = textOf(row, 'residence');
  const reason = textOf(row, 'inactiveReason');
  return [
    ...(residence === null || choices.residences.includes(residence)
      ? []
      : removal('residence', residence, fields.residence![1], null)),
    ...(valueOf(row, 'activity') !== 'inactive' || reason === null || choices.ableToWork.includes(reason)
      ? []
      : removal('activity', reason, Math.max(fields.activity![1], fields.inactiveReason![1]), null))
  ];
}

/** Whether an entry put somebody outside who had been counted until then. */
export function tookOut(
  { type, id, field }: Removal,
  { changes }: EntryBody,
  { choices }: Pick<Campaign, 'choices'>
): boolean {
  if (field === 'closed') return true;
  const set = changes.find((change) => change.type === type && change.id === id)?.set;
  if (field === 'residence') return choices.residences.includes(String(set?.residence?.seen));
  return (
    ['employed', 'unemployed'].includes(String(set?.activity?.seen)) ||
    choices.ableToWork.includes(String(set?.inactiveReason?.seen))
  );
}
