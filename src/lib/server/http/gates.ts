import { OLDEST_PROTOCOL } from '$lib/protocol/version';
import { EXCHANGES } from '../rates';
import type { Services } from '../services';
import type { Session } from '../sessions';
import { Refusal } from './problems';

/** Something that may turn a request away before it is measured against its schema. */
export type Gate = (services: Services, session: Session | null, body: unknown) => void;

/** An older phone may say things this schema does not know: it must hear "too old", not "not ours" (EX10). */
export const refuseOldProtocol: Gate = (_services, _session, body) => {
  const protocol = (body as { protocol?: unknown } | null)?.protocol;
  if (typeof protocol === 'number' && protocol < OLDEST_PROTOCOL) throw new Refusal('too-old');
};

export const refuseTooMany: Gate = ({ rates }, session, body) => {
  const caller = session?.actor.account ?? (body as { device?: unknown } | null)?.device;
  const name = `exchange ${String(caller).slice(0, 40)}`;
  const wait = rates.waitFor(name, EXCHANGES);
  if (wait > 0) throw new Refusal('too-many', wait);
  rates.count(name, EXCHANGES);
};
