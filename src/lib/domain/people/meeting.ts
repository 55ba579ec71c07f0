import { day, type FieldRules, number, text, upToTomorrow } from '../entry/field';
import type { GroupId } from '../ids';
import type { Row } from '../entry/row';
import { textOf, valueOf } from '../entry/reading';

/** The meeting of a group that assesses its households (họp bình xét), one a group and year; and the list's ten days in public. */
export type Meeting = Readonly<{
  group: GroupId;
  year: number;
  heldOn: string | null;
  place: string | null;
  invited: number | null;
  present: number | null;
  note: string | null;
  publishedOn: string | null;
  publishedAt: string | null;
}>;

export const meetingRules: FieldRules = {
  heldOn: upToTomorrow(day),
  place: text(120),
  invited: number(0, 10_000),
  present: number(0, 10_000),
  note: text(500),
  publishedOn: upToTomorrow(day),
  /** Where the list hangs. */
  publishedAt: text(120)
};

export const meetingId = (group: GroupId, year: number): string => `${group}/${year}`;

export const meetingFrom = (row: Row): Meeting => ({
  group: row.group,
  year: Number(row.id.split('/')[1]),
  heldOn: textOf(row, 'heldOn'),
  place: textOf(row, 'place'),
  invited: valueOf(row, 'invited') as number | null,
  present: valueOf(row, 'present') as number | null,
  note: textOf(row, 'note'),
  publishedOn: textOf(row, 'publishedOn'),
  publishedAt: textOf(row, 'publishedAt')
});
