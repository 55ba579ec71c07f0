import type { HouseholdId } from '../ids';
import type { FieldValue, Row } from './row';
import { textOf, valueOf } from './reading';

/** A field with two values until a person chooses one (hai giá trị). Travels as a row of its own. */
export type Difference = Readonly<{
  id: string;
  household: HouseholdId;
  type: string;
  target: string;
  field: string;
  current: FieldValue;
  currentBy: string | null;
  currentAt: number | null;
  /** The time is only about so (TI1). */
  currentAbout?: boolean;
  proposed: FieldValue;
  proposedBy: string | null;
  proposedAt: number | null;
  proposedAbout?: boolean;
  /** When the ward received the second value; from then on the seven days are counted. */
  openedAt?: number | null;
  /** The entry that proposed the second value. */
  entry: string | null;
  open: boolean;
}>;

/** One open difference a field and author, or merged row: a later proposal of the same person replaces the earlier. */
export const differenceId = (type: string, target: string, field: string, by: string): string =>
  `${fieldName(type, target, field)}/${by}`;

/** The field of a row that a difference is about, by the difference's id; all of one field begin with the same name. */
export const disputedIn = (id: string): string => id.slice(0, id.lastIndexOf('/'));

export const fieldName = (type: string, target: string, field: string): string =>
  `${type}/${target}/${field}`;

export const differenceFrom = (row: Row): Difference => ({
  id: row.id,
  household: row.household,
  type: textOf(row, 'type') ?? '',
  target: textOf(row, 'target') ?? '',
  field: textOf(row, 'field') ?? '',
  current: valueOf(row, 'current'),
  currentBy: textOf(row, 'currentBy'),
  currentAt: valueOf(row, 'currentAt') as number | null,
  currentAbout: valueOf(row, 'currentAbout') === true,
  proposed: valueOf(row, 'proposed'),
  proposedBy: textOf(row, 'proposedBy'),
  proposedAt: valueOf(row, 'proposedAt') as number | null,
  proposedAbout: valueOf(row, 'proposedAbout') === true,
  openedAt: valueOf(row, 'openedAt') as number | null,
  entry: textOf(row, 'entry'),
  open: valueOf(row, 'open') === true
});

/** For so long those who recorded may choose; after that the officer alone (CO3). */
const DAYS_OF_THE_GROUP = 7;

/** Whether a difference is the officer's alone at an instant in milliseconds. */
export const isForOfficerAlone = ({ openedAt, proposedAt }: Difference, at: number): boolean =>
  at - (openedAt ?? proposedAt ?? at) > DAYS_OF_THE_GROUP * 86_400_000;
