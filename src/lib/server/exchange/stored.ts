import { capturedAt } from '$lib/domain/delivery/captured-time';
import type { StoredEntry } from '../queries/entries';
import type { Arrival } from './arrival';
import type { Decision } from './decision';

type Place = Readonly<{ number: number; copy: number; account: string; now: number }>;

/** An entry as it is kept: everything that came, and what was decided about it. */
export const toStored = (
  { entry, bytes }: Arrival,
  decision: Decision,
  { number, copy, account, now }: Place
): StoredEntry => ({
  number,
  id: entry.id,
  sha: entry.sha,
  copy,
  device: entry.device,
  n: entry.n,
  previous: entry.previous,
  kind: entry.kind.replaceAll('\0', '\uFFFD'),
  schema: entry.schema,
  group_id: entry.group,
  author: entry.author,
  account,
  received_at: now,
  captured_at: capturedAt(entry.clock, now),
  wall: entry.clock.wall,
  contact_device: entry.clock.contact?.device ?? null,
  contact_server: entry.clock.contact?.server ?? null,
  builds_on: JSON.stringify(entry.buildsOn),
  body: bytes,
  ...settledColumns(decision),
  decided: number,
  decided_by: null
});

export const settledColumns = ({ status, reason, field, fault, disputed }: Decision) => ({
  status,
  reason,
  field,
  fault,
  disputed: disputed.length > 0 ? JSON.stringify(disputed) : null
});
