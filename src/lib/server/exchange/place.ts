import { hash } from 'node:crypto';
import type { GroupId } from '$lib/domain/ids';
import type { Cursor } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import { readChainAt } from '../queries/chain';
import type { Ward } from '../queries/ward';
import { BEGINNING } from './history';

/** Where a device stands; `rewound`: it has seen numbers of this epoch that are not here, so the ward went back. */
export type Place = { kind: 'here'; seq: number } | { kind: 'elsewhere' } | { kind: 'rewound' };

/** Compares a device's cursor with the history (EP1). */
export async function placeOf(
  db: Database,
  ward: Ward,
  cursor: Cursor | null,
  scope: string
): Promise<Place> {
  if (!cursor) return { kind: 'here', seq: 0 };
  if (cursor.ward !== ward.id || cursor.epoch !== ward.epoch) return { kind: 'elsewhere' };
  if (cursor.seq > 0 && cursor.chain !== (await chainAt(db, ward, cursor.seq))) return { kind: 'rewound' };
  return cursor.scope === scope ? { kind: 'here', seq: cursor.seq } : { kind: 'elsewhere' };
}

export async function chainAt(db: Database, ward: Ward, seq: number): Promise<string | undefined> {
  if (seq === 0) return BEGINNING.chain;
  return seq === ward.head ? ward.chain : readChainAt(db, seq);
}

/** The place before everything, in the present history. */
export const beginning = (ward: Ward, scope: string): Cursor => ({
  ward: ward.id,
  epoch: ward.epoch,
  seq: 0,
  chain: BEGINNING.chain,
  scope
});

/** Changes when the groups that a device may hold do. */
export const fingerprint = (groups: readonly GroupId[]): string =>
  hash('sha256', [...groups].sort().join(), 'hex').slice(0, 16);
