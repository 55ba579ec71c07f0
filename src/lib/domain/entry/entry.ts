import * as z from 'zod/mini';
import { AccountId, DeviceId, EntryId, GroupId, HouseholdId } from '../ids';
import { FieldValue } from './row';

/** The schema version of the bodies this version writes; the server understands all up to it (EN4, upcast.ts). */
export const ENTRY_SCHEMA = 6;

/** The largest body, in bytes of UTF-8; refused at the tap if larger (EX2). */
export const LARGEST_BODY = 64 * 1024;

/** What this version can write; on the wire a kind is any text (EN4). */
export type EntryKind =
  | 'household.add'
  | 'household.change'
  | 'person.add'
  | 'person.change'
  | 'assess'
  | 'visit'
  | 'close'
  | 'reopen'
  | 'life-event'
  | 'resolve'
  | 'cancel'
  | 'merge'
  | 'unmerge'
  | 'move'
  | 'meeting'
  | 'sign-off'
  | 'review'
  | 'message'
  | 'message-seen'
  | 'nomination'
  | 'nomination-review'
  | 'exemplar';

/** Kinds that say which thing is which and where it belongs: an officer's alone (CO4, CO6). */
export const PLACING_KINDS: readonly string[] = ['merge', 'unmerge', 'move'] satisfies EntryKind[];

/** A new value, and what the person saw when giving it (EN2). */
export const FieldChange = z.strictObject({
  value: FieldValue,
  seen: FieldValue,
  /** Number of the value seen; 0 where there was none. */
  base: z.int().check(z.minimum(0)),
  /** The device's own unconfirmed entries on this field, oldest first. */
  own: z.array(EntryId).check(z.maxLength(40))
});
export type FieldChange = Readonly<z.infer<typeof FieldChange>>;

/** What happens to one row. */
export const Change = z.strictObject({
  type: z.string().check(z.maxLength(40)),
  id: z.string().check(z.maxLength(120)),
  household: HouseholdId,
  set: z.record(z.string().check(z.maxLength(60)), FieldChange)
});
export type Change = Readonly<z.infer<typeof Change>>;

/** What an act is about beside the rows it changes; one at most. */
const About = z.union([
  /** kind resolve: the difference that this choice closes. */
  z.strictObject({ difference: z.string().check(z.maxLength(300)) }),
  /** kind cancel: the entry that is taken back. */
  z.strictObject({ entry: EntryId }),
  /** kind merge: the household or person that stays (gộp). */
  z.strictObject({ into: z.string().check(z.maxLength(120)) }),
  /** kind move: the group that a household belongs to from now on (chuyển tổ). */
  z.strictObject({ group: GroupId }),
  /** kind life-event: which event it is (sinh, mất, chuyển đến…), and the rows that it brings in. */
  z.strictObject({
    event: z.string().check(z.maxLength(40)),
    adds: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(40))
  })
]);
export type About = Readonly<z.infer<typeof About>>;

/** As many changes as one entry holds; refused at the tap if more. */
export const MOST_CHANGES = 40;

/** The frozen text of an entry: its changes, applied whole or not at all. */
export const EntryBody = z.strictObject({
  /** The history of the server in which the numbers were seen; null before the first contact. */
  epoch: z.nullable(z.string()),
  changes: z.array(Change).check(z.minLength(1), z.maxLength(MOST_CHANGES)),
  about: z.optional(About),
  /** From whose paper it was copied (ghi thay theo phiếu giấy); an officer's alone to say. */
  onBehalfOf: z.optional(AccountId)
});
export type EntryBody = Readonly<z.infer<typeof EntryBody>>;

/**
 * One act of one person, made at the tap and frozen (mục ghi). What stands outside the body suffices to
 * store, number and receipt it, so that a body may one day be sealed to the ward's key (EN1).
 */
export const Entry = z.strictObject({
  id: EntryId,
  /** The device's own count: 1, 2, 3 …, never reused. */
  n: z.int().check(z.minimum(1)),
  previous: z.nullable(EntryId),
  kind: z.string().check(z.maxLength(40)),
  schema: z.int().check(z.minimum(1)),
  group: GroupId,
  author: AccountId,
  device: DeviceId,
  /** The device's clock at the tap, and at its last contact beside the server's (TI1). Milliseconds. */
  clock: z.strictObject({
    wall: z.number(),
    contact: z.nullable(z.strictObject({ device: z.number(), server: z.number() }))
  }),
  buildsOn: z.array(EntryId).check(z.maxLength(200)),
  /** SHA-256 of the body's UTF-8 bytes, in hex. */
  sha: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  body: z.string().check(z.maxLength(LARGEST_BODY))
});
export type Entry = Readonly<z.infer<typeof Entry>>;

/** An entry whose body has been read. */
export type Act = Readonly<{
  kind: string;
  schema: number;
  author: AccountId;
  group: GroupId;
  body: EntryBody;
}>;
