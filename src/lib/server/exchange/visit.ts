import type { Database } from '../database/open';
import { readDevice, type StoredDevice } from '../queries/devices';

/** When a device was last heard of before its present visit; null where never. */
export type Called = Readonly<{ device: string; at: number | null }>;

const MINUTE = 60_000;
/** Contacts closer than this are one visit, in which a phone empties its queue in many requests. */
const LONGEST_GAP = 10 * MINUTE;
/** A visit does not last longer, or whoever calls often enough could be as old as they like. */
const LONGEST_VISIT = 60 * MINUTE;

/** What the ward knows of its own, against which a claimed last contact is held (TI1, SV3). */
export async function lastCall(trx: Database, account: string, device: string, now: number): Promise<Called> {
  const known = await readDevice(trx, account, device);
  return { device, at: known ? visitOf(known, now).called_before : null };
}

/** The visit to which a contact at this moment belongs. */
export function visitOf(
  { visit_began, called_before, last_contact }: StoredDevice,
  now: number
): Pick<StoredDevice, 'visit_began' | 'called_before'> {
  const goesOn =
    visit_began !== null && now - last_contact < LONGEST_GAP && now - visit_began < LONGEST_VISIT;
  return goesOn ? { visit_began, called_before } : { visit_began: now, called_before: last_contact };
}
