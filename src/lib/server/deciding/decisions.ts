import type { Row } from '$lib/domain/entry/row';
import { valueOf } from '$lib/domain/entry/reading';
import { seenAs, writeAtDesk } from '../office/desk';
import { bodyOf } from '$lib/domain/entry/upcast';
import { deliver, readCaller } from '../exchange/deliver';
import { decideStored } from '../exchange/settle';
import { readApart, readApartOf, readEntries } from '../queries/entries';
import type { Services } from '../services';

/** What became of a decision: how many took effect, and why the others still cannot. */
export type Decided = Readonly<{ accepted: number; refused: number; left: readonly string[] }>;

/** Takes what was kept apart into effect, in the order of its numbers (SV6, CO4). */
export const acceptApart = (
  services: Services,
  account: string,
  numbers: readonly number[]
): Promise<Decided> => decide(services, account, numbers, 'accept');

/** Leaves it where it is: stored, not in effect, and looked at (SV6). */
export const refuseApart = (
  services: Services,
  account: string,
  numbers: readonly number[]
): Promise<Decided> => decide(services, account, numbers, 'refuse');

/** The numbers in the holding box of one device. */
export const heldOf = ({ db }: Services, account: string, device: string): Promise<number[]> =>
  readApartOf(db, account, device);

/** Reopens what an entry is about, by an entry of the officer's own, and then takes it in (CO4). */
export async function reopenAndAccept(services: Services, account: string, number: number): Promise<Decided> {
  const [entry] = await readEntries(services.db, [number]);
  const [change] = entry ? readChanges(entry) : [];
  for (const [type, id] of change
    ? [
        ['household', change.household],
        [change.type, change.id]
      ]
    : []) {
    await writeAtDesk(services, account, async (row) => {
      const closed: Row | undefined = await row(type!, id!);
      if (!closed || valueOf(closed, 'closed') === null || (type !== 'household' && type !== 'person'))
        return;
      const opened = { closed: null, ...(valueOf(closed, 'closedOn') !== null && { closedOn: null }) };
      return { kind: 'reopen', group: closed.group, body: { changes: [seenAs(closed, opened)] } };
    });
  }
  return acceptApart(services, account, [number]);
}

function decide(
  services: Services,
  account: string,
  numbers: readonly number[],
  word: 'accept' | 'refuse'
): Promise<Decided> {
  return services.write(async (trx) => {
    const caller = await readCaller(trx, account);
    const open = await readApart(trx, numbers);
    const left: string[] = [];
    if (open.length === 0 || caller.author.role !== 'officer') return { accepted: 0, refused: 0, left };
    await deliver(trx, services, caller, (delivery) =>
      decideStored(trx, delivery, open, (batch, number) => {
        if (word === 'refuse') return batch.refuse(number, caller.author);
        const reason = batch.accept(number, caller.author);
        if (reason) left.push(reason);
      })
    );
    const done = open.length - left.length;
    return word === 'accept' ? { accepted: done, refused: 0, left } : { accepted: 0, refused: done, left };
  });
}

function readChanges({ schema, body }: { schema: number; body: Uint8Array }) {
  try {
    return bodyOf({ schema, body: Buffer.from(body).toString('utf8') }).changes;
  } catch {
    return [];
  }
}
