import type { RequestEvent } from '@sveltejs/kit';
import { PRACTICE_GROUP } from '$lib/domain/practice';
import { LARGEST_UNSIGNED_BATCH } from '$lib/protocol/limits';
import { OLDEST_PROTOCOL } from '$lib/protocol/version';
import { readDeviceByKey } from '../queries/devices';
import { EXCHANGES, type Limit, type Rates, UNSIGNED_EXCHANGES } from '../accounts/rates';
import type { Services } from '../services';
import type { Session } from '../accounts/sessions';
import { sumOf } from '../sums';
import { Refusal } from './problems';

/** Something that may turn a request away before it is measured against its schema. */
export type Gate = (services: Services, session: Session | null, body: unknown) => void | Promise<void>;

/** Who stands at a door, before a word is heard. */
export type Knocking = Readonly<{
  services: Services;
  session: Session | null;
  event: Pick<RequestEvent, 'getClientAddress'>;
}>;

/** An older phone may say things this schema does not know: it must hear "too old", not "not ours" (EX10). */
export const refuseOldProtocol: Gate = (_services, _session, body) => {
  const protocol = (body as { protocol?: unknown } | null)?.protocol;
  if (typeof protocol === 'number' && protocol < OLDEST_PROTOCOL) throw new Refusal('too-old');
};

/** What was practised on a made-up group is nobody's work: it is turned away before anything is stored. */
export const refusePractice: Gate = (_services, _session, body) => {
  const entries = (body as { entries?: unknown } | null)?.entries;
  const isPractice = (entry: unknown) => (entry as { group?: unknown } | null)?.group === PRACTICE_GROUP;
  if (Array.isArray(entries) && entries.some(isPractice)) throw new Refusal('forbidden');
};

export const refuseTooMany: Gate = ({ rates }, session) => {
  if (session) countOne(rates, `exchange ${session.actor.account}`, EXCHANGES);
};

/** With nobody signed in only the address is known: it is counted before a body is read (SV8). */
export const refuseCrowd = ({ services, session, event }: Knocking): void => {
  if (!session) countOne(services.rates, `unsigned ${event.getClientAddress()}`, UNSIGNED_EXCHANGES);
};

/** With nobody signed in a device shows its key before anybody looks at what it brings (SV6, SV8). */
export const refuseUnknownDevice: Gate = async ({ db }, session, body) => {
  if (session) return;
  const { device, key, entries } = (body ?? {}) as { device?: unknown; key?: unknown; entries?: unknown };
  if (typeof device !== 'string' || typeof key !== 'string') throw new Refusal('signed-out');
  if (!(await readDeviceByKey(db, device, sumOf(key)))) throw new Refusal('signed-out');
  if (Array.isArray(entries) && entries.length > LARGEST_UNSIGNED_BATCH) throw new Refusal('too-large');
};

function countOne(rates: Rates, name: string, limit: Limit): void {
  const wait = rates.waitFor(name, limit);
  if (wait > 0) throw new Refusal('too-many', wait);
  rates.count(name, limit);
}
