import type { FieldValue, Row, RowType } from './row';

/** One name for a row among all types. */
export type RowKey = `${string}:${string}`;

export const keyOf = ({ type, id }: { type: string; id: string }): RowKey => `${type}:${id}`;

/** The value of a field; null where it was never set. */
export const valueOf = (row: Row | undefined, field: string): FieldValue => row?.fields[field]?.[0] ?? null;

export function textOf(row: Row, field: string): string | null {
  const value = valueOf(row, field);
  return typeof value === 'string' ? value : null;
}

/** What is about a whole group, or may be: it names the group where others name their household. A meeting is of a group and a year. */
export const ABOUT_GROUP: readonly string[] = [
  'sign-off',
  'review',
  'message',
  'message-seen',
  'nomination',
  'nomination-review',
  'exemplar'
] satisfies RowType[];
