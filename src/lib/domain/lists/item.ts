import type { About, Change, EntryKind } from '../entry/entry';
import type { FieldValue } from '../entry/row';
import type { GroupId } from '../ids';

/** What a list says beside the book: chưa có trong sổ, khác sổ, chuyển, không còn trong danh sách, chưa rõ. */
export const ITEM_KINDS = ['new', 'changed', 'moved', 'gone', 'unclear'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One thing that a list says of somebody, told before anything is written. */
export type Fact = Readonly<{
  /** A person's name; empty for what is the household's. */
  subject: string;
  says:
    | 'field'
    | 'person-new'
    | 'person-gone'
    | 'person-elsewhere'
    | 'household-elsewhere'
    | 'person-closed'
    | 'household-closed';
  field: string;
  before: FieldValue;
  after: FieldValue;
  /** Somebody recorded the present value: it stays, and both values are shown until a person chooses (CO1). */
  isDisputed: boolean;
}>;

/** An entry to be made, frozen when the preview was shown. */
export type ListAct = Readonly<{
  kind: EntryKind;
  group: GroupId;
  changes: readonly Change[];
  about?: About;
}>;

/** One way to decide; without acts nothing is written. */
export type ListOption = Readonly<{
  code: 'take' | 'keep' | 'as-new' | 'same-as' | 'reopen' | 'moved-away' | 'died';
  /** Of which household, for "same-as". */
  label: string;
  acts: readonly ListAct[];
}>;

/** A line of the preview (mục đối chiếu): what the list says, and what may be done about it. */
export type ListItem = Readonly<{
  kind: ItemKind;
  group: GroupId;
  sheet: string;
  row: number;
  title: string;
  /** Who else lives there, by the list. */
  others: readonly string[];
  address: string;
  facts: readonly Fact[];
  options: readonly ListOption[];
  /** What is done if nobody says otherwise; null where a person must choose. */
  choice: number | null;
}>;
