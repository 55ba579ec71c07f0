import type { Day, PartialDay } from '../calendar';
import type { GroupId } from '../ids';
import type { ColumnCode } from './columns';
import type { ListAddress } from './read-address';

/** A person as a list has them; null where the list says nothing. */
export type ListPerson = Readonly<{
  name: string;
  birth: PartialDay | null;
  sex: string | null;
  relation: string | null;
  residence: string | null;
  nationalId: string | null;
}>;

/** What could not be read in a row; the rest of it was. */
export type RowDoubt = Readonly<{ row: number; problem: DoubtCode; text: string }>;
export const DOUBTS = [
  'unread-birth',
  'unread-id',
  'old-id',
  'unread-phone',
  'several-people',
  'unknown-group',
  'number-as-name'
] as const;
export type DoubtCode = (typeof DOUBTS)[number];

/** A household as a list has it (hộ trong danh sách), and the row where it begins, as the sheet counts. */
export type ListHousehold = Readonly<{
  sheet: string;
  row: number;
  group: GroupId;
  address: ListAddress;
  phone: string | null;
  people: readonly ListPerson[];
}>;

/** What a list came to: its households, what could not be read, and rows that were passed over. */
export type ReadList = Readonly<{
  households: readonly ListHousehold[];
  doubts: readonly RowDoubt[];
  /** Rows with something in them that hold no person: totals, repeated headers, signatures. */
  passed: number;
}>;

/** How one sheet is to be read, confirmed by a person. */
export type Reading = Readonly<{
  sheet: string;
  from: number;
  columns: readonly ColumnCode[];
  /** For rows that name no group of their own. */
  group: GroupId | null;
  today: Day;
  groupNamed: (cell: string) => GroupId | undefined;
}>;
