import * as z from 'zod/mini';
import { Campaign } from '$lib/domain/plan/campaign';
import { ClosedPeriod } from '$lib/domain/figures/closed-period';
import { History } from '$lib/domain/figures/history';
import { Entry } from '$lib/domain/entry/entry';
import { AccountId, DeviceId, EntryId, GroupId, HouseholdId } from '$lib/domain/ids';
import { Row } from '$lib/domain/entry/row';
import { Standings } from '$lib/domain/figures/standings';
import { LARGEST_BATCH } from './limits';

/** Where a device stands in the server's history (EP1). */
export const Cursor = z.strictObject({
  ward: z.string().check(z.maxLength(64)),
  epoch: z.string().check(z.maxLength(64)),
  seq: z.int().check(z.minimum(0)),
  /** Chain hash at `seq`, with the ward's own signature: tells an undeclared restore. */
  chain: z.string().check(z.maxLength(128)),
  /** Fingerprint of the groups this device may hold: tells a changed scope. */
  scope: z.string().check(z.maxLength(64))
});
export type Cursor = Readonly<z.infer<typeof Cursor>>;

/** How the phone is, for the ward's eyes. Times in milliseconds, space in bytes. */
export const Health = z.strictObject({
  app: z.string().check(z.maxLength(40)),
  wall: z.number(),
  unsent: z.int().check(z.minimum(0)),
  oldestUnsent: z.nullable(z.number()),
  persisted: z.nullable(z.boolean()),
  freeBytes: z.nullable(z.number())
});
export type Health = Readonly<z.infer<typeof Health>>;

export const SyncRequest = z.strictObject({
  protocol: z.int(),
  request: z.uuid(),
  device: DeviceId,
  /** Whose store this is: a page that stayed open while somebody else signed in must not speak for them (OB5). */
  account: z.optional(AccountId),
  cursor: z.nullable(Cursor),
  /** Farther than the cursor: where the ward itself stood when this device last heard of it (EP1). */
  head: z.optional(Cursor),
  /** False while a reset still pushes: receipts only, no rows (EP1). */
  pull: z.boolean(),
  /** The highest n ever given on this device, and its entry (EP3). */
  newest: z.nullable(z.strictObject({ n: z.int(), id: EntryId })),
  /** Ranges of n still in the outbox or the sent book. */
  holds: z.array(z.tuple([z.int(), z.int()])).check(z.maxLength(2_000)),
  entries: z.array(Entry).check(z.maxLength(LARGEST_BATCH)),
  campaign: z.nullable(z.string().check(z.maxLength(64))),
  standings: z.nullable(z.string().check(z.maxLength(64))),
  /** Versions of the closed periods that it holds. */
  closed: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200))),
  /** The last day of its group's history that it holds; null for none. */
  history: z.optional(z.nullable(z.string().check(z.maxLength(10)))),
  health: Health,
  /** The key that the ward gave this device: with it alone, work can still be delivered (SV6). */
  key: z.optional(z.string().check(z.maxLength(100)))
});
export type SyncRequest = Readonly<z.infer<typeof SyncRequest>>;

/** What an entry's receipt can say. On the wire it is text: an old phone keeps a word it does not know. */
export type ReceiptStatus = 'applied' | 'review' | 'waiting' | 'quarantined';

/** The server's word on one entry (biên nhận). */
export const Receipt = z.object({
  id: EntryId,
  status: z.string(),
  /** The ward-wide number under which it is stored, and the later one under which it was last decided. */
  number: z.int(),
  decided: z.int(),
  /** Server time of storing, milliseconds. */
  at: z.number(),
  /** True when these bytes had been stored before: the first receipt again. */
  already: z.optional(z.boolean()),
  reason: z.optional(z.string()),
  field: z.optional(z.string())
});
export type Receipt = Readonly<z.infer<typeof Receipt>>;

export const SyncResponse = z.object({
  request: z.uuid(),
  /** The device's place does not exist here: push what is held, then take all anew (EP1). */
  reset: z.boolean(),
  receipts: z.array(Receipt),
  rows: z.array(Row),
  cursor: Cursor,
  /** Where the ward stands, if the cursor is not there yet: receipts may have numbers beyond the cursor (EP1). */
  head: z.optional(Cursor),
  more: z.boolean(),
  campaign: z.optional(z.object({ version: z.string(), campaign: Campaign, groups: z.array(GroupId) })),
  standings: z.optional(Standings),
  /** "Tính đến" of the standings that are valid now, also where they have not changed (PH3). */
  standingsAsOf: z.optional(z.number()),
  /** Where closed periods were added or amended: the versions of all there are, and those that this device lacks. */
  closed: z.optional(
    z.object({
      versions: z.array(z.string()),
      periods: z.array(z.object({ version: z.string(), period: ClosedPeriod }))
    })
  ),
  /** Days of its group's history after the last that it holds. */
  history: z.optional(History),
  /** For whom this answer is. */
  account: z.optional(AccountId),
  serverTime: z.number(),
  /** Up to this number the server's history exists in a verified second place (EP2). */
  safe: z.int(),
  /** Given once, to a device that has none yet (SV6). */
  key: z.optional(z.string()),
  /** Delivered into the holding box: received, but the person has to sign in again (SV6). */
  held: z.optional(z.boolean()),
  /** The ward's public key, to seal a second copy with: base64 of its SPKI, P-256 (OB6). */
  seal: z.optional(z.object({ id: z.string(), publicKey: z.string() })),
  /** What the ward received from this device on its present day, to be held against the phone's own count (EP4). */
  day: z.optional(z.object({ day: z.string(), entries: z.int(), code: z.string() })),
  /** How many entries of this device were made and never came (EP3). */
  lost: z.optional(z.int()),
  /** Households that have left this device's groups, and people and visits that went without theirs (SV7). */
  gone: z.optional(z.array(HouseholdId)),
  /** Seconds to wait before the next exchange, and to spread it over (EX9). */
  pause: z.number(),
  spread: z.number(),
  end: z.literal('end')
});
export type SyncResponse = Readonly<z.infer<typeof SyncResponse>>;

/** An answer as this version understands it: with `hasNewWords`, the campaign or the standings were left out (EN4). */
export type Understood = SyncResponse & Readonly<{ hasNewWords?: boolean }>;
