import { readStandings } from '$lib/device/confirmed';
import { readOwnWork } from '$lib/device/open';
import { dayOf } from '$lib/domain/calendar';
import { ENTRY_SCHEMA } from '$lib/domain/entry/entry';
import { filesFrom } from '$lib/domain/people/household-file';
import type { Row } from '$lib/domain/entry/row';
import { tallyFiles } from '$lib/domain/figures/tally';
import { actorAt } from '$lib/server/accounts/actor';
import { firstBroken } from '$lib/server/exchange/history';
import { readAuthor } from '$lib/server/queries/accounts';
import { readHistory } from '$lib/server/queries/chain';
import { fromStored } from '$lib/server/queries/rows';
import { everyChangeIsAccountedFor, mergedIsFollowed, workFindsItsTarget } from './accounting';
import { must } from './broken';
import { countsAddUp } from './counts';
import { FORGED } from './forger';
import { everybodyIsAtHome } from './homes';
import type { SimulatedPhone } from './phone';
import { figuresAreARecount } from './own-figures';
import { same } from './same';
import type { World } from './world';

export type StoredEntry = Readonly<
  Record<'id' | 'kind' | 'author' | 'account' | 'status' | 'device' | 'body' | 'sha', string> &
    Record<'number' | 'decided' | 'n' | 'schema' | 'captured_at', number> & {
      reason: string | null;
      previous: string | null;
      decided_by: string | null;
    }
>;

/** What the ward holds in the end. */
export type WardState = Readonly<{ entries: readonly StoredEntry[]; rows: readonly Row[] }>;

/** I1 to I13, after all faults have ended and the phones have had their three rounds. */
export async function everythingHolds(world: World): Promise<void> {
  const { db } = world.ward.services;
  const entries: StoredEntry[] = (await db.selectFrom('entries').selectAll().orderBy('number').execute()).map(
    (entry) => ({
      ...entry,
      body: Buffer.from(entry.body).toString('utf8')
    })
  );
  const rows = (await db.selectFrom('rows').selectAll().execute()).map(fromStored);
  const ward = { entries, rows: inOrder(rows) };

  storedOnce(world, ward);
  workFindsItsTarget(world, ward);
  mergedIsFollowed(world, ward);
  everybodyIsAtHome(ward);
  must('I9', firstBroken(await readHistory(db)) === null, () => 'the chain is broken');
  nothingForged(ward);
  await effectsWithinRights(world, ward);
  nothingWaits(ward);
  everyChangeIsAccountedFor(ward);
  for (const phone of world.phones) await phoneAgrees(world, phone, ward);
  await countsAddUp(world, ward);
}

/** I1 saved ⇒ stored, unless a storage fault took it; I2 once; I13 byte by byte. */
function storedOnce({ saved, phones }: World, { entries }: WardState): void {
  const byId = new Map<string, StoredEntry[]>();
  for (const entry of entries) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry]);
  const taken = new Set(phones.flatMap((phone) => [...phone.taken.keys()]));
  for (const [id, { entry, phone }] of saved) {
    const stored = byId.get(id) ?? [];
    const whole = stored.filter(({ body, sha }) => body === entry.body && sha === entry.sha);
    if (whole.length === 0 && taken.has(id)) continue;
    must('I1', stored.length > 0, () => `entry ${entry.n} of phone ${phone} (${entry.kind}) is not stored`);
    must('I13', whole.length > 0, () => `entry ${entry.n} of phone ${phone} has other bytes`);
    must(
      'I13',
      whole[0]!.reason !== 'unreadable',
      () => `entry ${entry.n} of phone ${phone} (version ${entry.schema}) cannot be read at the ward`
    );
    must(
      'I2',
      whole.length === 1,
      () => `entry ${entry.n} of phone ${phone} is stored ${whole.length} times`
    );
  }
}

/** I5: work outside the right is stored, never in effect. */
function nothingForged({ rows }: WardState): void {
  for (const { type, id, fields } of rows) {
    for (const [field, [value]] of Object.entries(fields)) {
      must('I5', value !== FORGED, () => `${type}:${id}.${field} is forged`);
    }
  }
}

async function effectsWithinRights(world: World, { entries, rows }: WardState): Promise<void> {
  const { ward } = world;
  const lines = await ward.services.db.selectFrom('chain').selectAll().execute();
  const entryOf = new Map(lines.map(({ seq, entry }) => [seq, entry]));
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  const authors = new Map(
    await Promise.all(
      [...new Set(entries.flatMap(({ author, decided_by }) => [author, decided_by ?? []].flat()))].map(
        async (account) => [account, await readAuthor(ward.services.db, account)] as const
      )
    )
  );
  for (const { type, id, group, fields } of rows) {
    for (const [field, [, seq]] of Object.entries(fields)) {
      const entry = byNumber.get(entryOf.get(seq) ?? -1);
      // What was kept apart is taken in with the officer's right where the author's fails (SV6, CO4).
      const author = entry && authors.get(entry.decided_by ?? entry.author);
      const groups = author ? actorAt(author, entry.captured_at, ward.groups).groups : [];
      must(
        'I5',
        groups.includes(group) || world.hasMoved,
        () => `${type}:${id}.${field} was set from outside the group`
      );
      must('I5', entry!.author === entry!.account, () => `${type}:${id}.${field} came in another's name`);
    }
  }
}

/** I6: nothing waits for ever, but for a version that is not here. */
function nothingWaits({ entries }: WardState): void {
  const waiting = entries.filter(({ status, schema }) => status === 'waiting' && schema <= ENTRY_SCHEMA);
  must('I6', waiting.length === 0, () => `${waiting.length} entries wait for ever`);
}

async function phoneAgrees(world: World, phone: SimulatedPhone, ward: WardState): Promise<void> {
  const page = await phone.page();
  await page.looksAgain();
  const name = `phone ${phone.number}`;
  const { outbox, sent } = await readOwnWork(page.device.work);
  must('I6', outbox.length === 0, () => `${outbox.length} entries of ${name} are still in the outbox`);

  // A ward that was set back and grew to the same entries, numbers and verdicts again is the same history (SV2), at another hour.
  const compared = (rows: readonly Row[]) => (world.restores > 0 ? rows.map(withoutOpening) : rows);

  const author = await readAuthor(world.ward.services.db, phone.actor.account);
  const { groups } = actorAt(author!, world.ward.now, world.ward.groups);
  const scope = compared(ward.rows.filter(({ group }) => groups.includes(group)));
  same('I4', scope, compared(inOrder(page.confirmed())), name);
  if (!sent.some(({ receipt }) => receipt.status === 'waiting'))
    same('I4', scope, compared(inOrder(page.shown())), `${name}, as shown`);

  const byId = new Map(
    ward.entries.filter(({ reason }) => reason !== 'id-reused').map((entry) => [entry.id, entry])
  );
  for (const { entry, receipt } of sent) {
    const stored = byId.get(entry.id);
    if (stored?.sha !== entry.sha) continue;
    must(
      'I7',
      receipt.number === stored.number && receipt.status === stored.status,
      () =>
        `${name} believes entry ${entry.n} ${receipt.number} ${receipt.status}; it is ${stored.number} ${stored.status}`
    );
  }

  const standings = await readStandings(page.device.confirmed);
  for (const group of world.ward.groups) {
    const rows = ward.rows.filter((row) => row.group === group);
    const fresh = tallyFiles(
      [...filesFrom(rows).values()],
      world.ward.campaign,
      dayOf(page.place!.contact!.server)
    );
    const { coverage, tallies } = standings!.groups.find((figures) => figures.group === group)!;
    same('I12', fresh, { coverage, tallies }, `${name}, the figures of a group`);
  }
  figuresAreARecount(phone, page, dayOf(world.ward.now));
}

function withoutOpening({ fields: { openedAt: _, ...fields }, ...row }: Row): Row {
  return { ...row, fields };
}

const inOrder = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => (a.type + a.id < b.type + b.id ? -1 : 1));
