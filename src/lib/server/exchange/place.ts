import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { GroupId } from '$lib/domain/ids';
import type { Cursor } from '$lib/protocol/sync';
import type { Database } from '../database/open';
import { readChainAt } from '../queries/chain';
import { countRewinds, isKnownEpoch, type Ward } from '../queries/ward';
import { BEGINNING } from './history';

/**
 * Where a device stands; `rewound`: the ward itself once gave it numbers, or a whole epoch, that are not here, so the
 * ward went back. `regrouped`: in our history, with other groups than now.
 */
export type Place =
  { kind: 'here'; seq: number } | { kind: 'elsewhere' | 'regrouped' } | { kind: 'rewound'; epoch: string };

/** New histories in an hour that rewinds may begin; beyond them only the device that shows one begins anew. */
const MOST_REWINDS = 6;
const HOUR = 3_600_000;

/** Compares a device's cursor with the history (EP1). */
export async function placeOf(
  db: Database,
  ward: Ward,
  cursor: Cursor | null,
  scope: string,
  now: number
): Promise<Place> {
  if (!cursor) return { kind: 'here', seq: 0 };
  if (cursor.epoch !== ward.epoch) {
    // An epoch that began after the copy was made which is the ward now: what came before it is used a second time.
    return (await isKnownEpoch(db, cursor.epoch)) ? { kind: 'elsewhere' } : rewound(db, ward, cursor, now);
  }
  const here = await chainAt(db, ward, cursor.seq);
  if (cursor.seq > 0 && cursor.chain !== (here && signed(ward, cursor, here)))
    return rewound(db, ward, cursor, now);
  return cursor.scope === scope ? { kind: 'here', seq: cursor.seq } : { kind: 'regrouped' };
}

async function rewound(db: Database, ward: Ward, cursor: Cursor, now: number): Promise<Place> {
  const isProof = isOurs(ward, cursor) && (await countRewinds(db, now - HOUR)) < MOST_REWINDS;
  return isProof ? { kind: 'rewound', epoch: cursor.epoch } : { kind: 'elsewhere' };
}

export async function chainAt(db: Database, ward: Ward, seq: number): Promise<string | undefined> {
  if (seq === 0) return BEGINNING.chain;
  return seq === ward.head ? ward.chain : readChainAt(db, seq);
}

/** A place that a device is given, under the ward's signature. */
export async function placeAt(db: Database, ward: Ward, scope: string, seq: number): Promise<Cursor> {
  const place = { ward: ward.id, epoch: ward.epoch, seq, scope };
  return { ...place, chain: signed(ward, place, (await chainAt(db, ward, seq))!) };
}

/** The place before everything, in the present history. */
export function beginning(ward: Ward, scope: string): Cursor {
  const place = { ward: ward.id, epoch: ward.epoch, seq: 0, scope };
  return { ...place, chain: signed(ward, place, BEGINNING.chain) };
}

/** What a device may hold, as a word: another right to see is another scope, so that the device begins anew (SV7). */
export const scopeOf = (groups: readonly GroupId[], seesBars: boolean): string =>
  fingerprint(groups) + (seesBars ? '' : '-');

/** Changes when the groups that a device may hold do. */
export const fingerprint = (groups: readonly GroupId[]): string =>
  hash('sha256', [...groups].sort().join(), 'hex').slice(0, 16);

type Unsigned = Omit<Cursor, 'chain'>;

function signed({ place_key }: Ward, { ward, epoch, seq, scope }: Unsigned, chain: string): string {
  const text = JSON.stringify([ward, epoch, seq, scope, chain]);
  return `${chain}.${createHmac('sha256', place_key).update(text).digest('base64url')}`;
}

function isOurs(ward: Ward, cursor: Cursor): boolean {
  const wanted = Buffer.from(signed(ward, cursor, cursor.chain.split('.')[0]!));
  const given = Buffer.from(cursor.chain);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
