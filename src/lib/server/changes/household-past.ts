import type { Actor } from '$lib/domain/actor';
import { maySeeBars } from '$lib/domain/rights';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { withoutBars } from '$lib/domain/people/assessment';
import { bodyOf } from '$lib/domain/entry/upcast';
import type { HouseholdPast } from '$lib/protocol/household-past';
import type { Database } from '../database/open';
import { readAccount } from '../queries/accounts';
import { readOfficersBodies, readOrigins } from '../queries/chain';
import { fromStored, readRowsOfHouseholds } from '../queries/rows';
import type { Services } from '../services';

const TOLD: readonly string[] = ['household', 'person', 'assessment'];

/** Of each value that stands, who gave it and when; to those who work for the household's group, nothing to others (SV3). */
export async function readHouseholdPast(
  { db }: Services,
  actor: Actor,
  household: HouseholdId
): Promise<HouseholdPast> {
  const rows = (await readRowsOfHouseholds(db, [household])).map(fromStored);
  const mine = rows
    .filter(({ type, group }) => TOLD.includes(type) && isOf(actor, group))
    .map((row) => (maySeeBars(actor) ? row : withoutBars(row)));
  const seqs = mine.flatMap(({ fields }) => Object.values(fields).map(([, seq]) => seq));
  const origins = new Map((await readOrigins(db, new Set(seqs))).map((origin) => [origin.seq, origin]));
  const behalf = await readBehalf(db, seqs);
  const values = mine.flatMap(({ type, id, fields }) =>
    Object.entries(fields).flatMap(([field, [, seq]]) => {
      const origin = origins.get(seq);
      const onBehalfOf = behalf.get(seq);
      return origin
        ? [{ type, id, field, by: origin.name, at: origin.at, ...(onBehalfOf && { onBehalfOf }) }]
        : [];
    })
  );
  return { values };
}

/** Whose paper an officer copied, by the number of the value. */
async function readBehalf(db: Database, seqs: readonly number[]): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (const { seq, schema, body } of await readOfficersBodies(db, new Set(seqs))) {
    const { onBehalfOf } = bodyOf({ schema, body: Buffer.from(body).toString('utf8') });
    const account = onBehalfOf && (await readAccount(db, onBehalfOf));
    if (account) found.set(seq, account.name);
  }
  return found;
}

const isOf = ({ role, groups }: Actor, group: GroupId): boolean =>
  role === 'officer' || groups.includes(group);
