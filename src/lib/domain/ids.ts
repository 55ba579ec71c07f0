import * as z from 'zod/mini';

/** A residential group (tổ dân phố). */
export const GroupId = z.uuid().brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

/** A household (hộ). */
export const HouseholdId = z.uuid().brand<'HouseholdId'>();
export type HouseholdId = z.infer<typeof HouseholdId>;

/** A person living in a household (nhân khẩu). */
export const PersonId = z.uuid().brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** One act of one person, named at the tap (mục ghi). */
export const EntryId = z.uuid().brand<'EntryId'>();
export type EntryId = z.infer<typeof EntryId>;

/** Somebody who may sign in (tài khoản). */
export const AccountId = z.uuid().brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** One account's store on one phone; named by the phone, since it must work before it is known. */
export const DeviceId = z.uuid().brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** An emulation campaign (đợt thi đua). */
export const CampaignId = z.uuid().brand<'CampaignId'>();
export type CampaignId = z.infer<typeof CampaignId>;
