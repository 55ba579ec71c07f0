import { type Difference, differenceFrom } from '$lib/domain/entry/difference';
import { householdFrom } from '$lib/domain/people/household';
import { showAddress } from '$lib/domain/people/address';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import type { Row } from '$lib/domain/entry/row';
import { textOf, valueOf } from '$lib/domain/entry/reading';
import type { Receipt } from '$lib/protocol/sync';
import { seenAs, writeAtDesk } from '../office/desk';
import { fromStored, readRowsById } from '../queries/rows';
import { readDifferenceRows } from '../queries/supervision';
import { readGroupsByOrder } from '../queries/ward';
import type { Services } from '../services';

/** A field with two values as the ward's desk shows it: whose it is, and where they live (CO3). */
export type OpenDifference = Difference & Readonly<{ subject: string; address: string; group: string }>;

/** All open differences, the oldest first. */
export async function openDifferences({ db }: Services): Promise<OpenDifference[]> {
  const stored = (await readDifferenceRows(db)).map(fromStored);
  const open = stored.map((row) => ({ row, difference: differenceFrom(row) })).filter(isOpen);
  const ids = open.flatMap(({ difference: { target, household } }) => [target, household]);
  const rows = new Map(
    (await readRowsById(db, ids)).map(fromStored).map((row) => [`${row.type}:${row.id}`, row])
  );
  const groups = new Map((await readGroupsByOrder(db)).map(({ id, name }) => [id, name]));
  return open
    .map(({ row, difference }) => ({
      ...difference,
      subject: subjectOf(rows.get(`${difference.type}:${difference.target}`)),
      address: addressOf(rows.get(`household:${difference.household}`)),
      group: groups.get(row.group) ?? ''
    }))
    .sort((a, b) => openedAt(a) - openedAt(b));
}

/** One click: the choice is an entry of the officer's, made on what the page showed. */
export const chooseValue = (
  services: Services,
  account: string,
  id: string,
  side: 'current' | 'proposed'
): Promise<Receipt | undefined> =>
  writeAtDesk(services, account, async (row) => {
    const stored = await row('difference', id);
    const difference = stored && differenceFrom(stored);
    if (!difference?.open) return;
    const { type, target, field } = difference;
    const chosen = await row(type, target);
    if (!chosen) return;
    const value = side === 'current' ? valueOf(chosen, field) : difference.proposed;
    return {
      kind: 'resolve',
      group: stored!.group as GroupId,
      body: { changes: [seenAs(chosen, { [field]: value })], about: { difference: id } }
    };
  });

const isOpen = ({ difference }: { difference: Difference }): boolean => difference.open;

const openedAt = ({ openedAt, proposedAt }: Difference): number => openedAt ?? proposedAt ?? 0;

/** A person's name; empty for what is the household's own. */
const subjectOf = (row: Row | undefined): string =>
  row?.type === 'person' ? (textOf(row, 'name') ?? '') : '';

const addressOf = (row: Row | undefined): string =>
  row ? showAddress(householdFrom({ ...row, household: row.id as HouseholdId })) : '';
