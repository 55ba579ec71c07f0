import { day, type FieldRules, matching, requiredText, upToTomorrow } from '../entry/field';
import type { GroupId } from '../ids';
import type { Row } from '../entry/row';
import { textOf } from '../entry/reading';

/** A word of the ward to a whole group, shown on its phones (phường nhắn). Append-only. */
export type Message = Readonly<{
  id: string;
  group: GroupId;
  text: string;
  /** The day on which it was sent. */
  on: string | null;
  /** Number under which the ward holds it. */
  seq: number;
}>;

/** Somebody of the group says that it was read (đã xem). Append-only. */
export type MessageSeen = Readonly<{
  id: string;
  group: GroupId;
  message: string;
  on: string | null;
  seq: number;
}>;

/** As long as a text that people still read to its end. */
export const LONGEST_MESSAGE = 1_000;

const UUID = /^[0-9a-f-]{36}$/;

export const messageRules: FieldRules = { text: requiredText(LONGEST_MESSAGE), on: upToTomorrow(day) };

export const messageSeenRules: FieldRules = { message: matching(UUID, 'not-text'), on: upToTomorrow(day) };

export const messageFrom = (row: Row): Message => ({
  id: row.id,
  group: row.group,
  text: textOf(row, 'text') ?? '',
  on: textOf(row, 'on'),
  seq: row.seq
});

export const messageSeenFrom = (row: Row): MessageSeen => ({
  id: row.id,
  group: row.group,
  message: textOf(row, 'message') ?? '',
  on: textOf(row, 'on'),
  seq: row.seq
});

/** What nobody of the group has said to have read, the newest first. */
export function unseenOf(messages: readonly Message[], seen: readonly MessageSeen[]): Message[] {
  const read = new Set(seen.map(({ message }) => message));
  return messages.filter(({ id }) => !read.has(id)).sort((a, b) => b.seq - a.seq);
}
