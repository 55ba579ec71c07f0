import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { dayOf } from '$lib/domain/calendar';
import type { NewChange } from '$lib/domain/entry/compose';
import type { GroupId } from '$lib/domain/ids';
import { type OpenDatabase, openDatabase } from '$lib/server/database/open';
import { BEGINNING } from '$lib/server/exchange/history';
import { createHashing } from '$lib/server/accounts/pins';
import { insertAccount } from '$lib/server/queries/accounts';
import { saveCampaign } from '$lib/server/queries/campaigns';
import { insertWard, type Ward } from '$lib/server/queries/ward';
import { type SampleWard, sampleWard } from '$lib/server/sample/sample-ward';
import { Filler } from './filler';
import { aWholeRound, grouped, type Tap } from './round';

export const PIN = '246810';
/** Who works at the ward's desk. */
export const OFFICER = 'officer';

/** A group and the one who signs in for it. */
export type Led = Readonly<{ group: GroupId; login: string; households: number }>;

/** Entries written between two commits. */
const PART = 20_000;

/** Fills a new database with the sample ward, and more rounds of its leaders until it holds so many entries. */
export async function fillWard(path: string, { entries = 0, empty = false } = {}): Promise<Led[]> {
  for (const suffix of ['', '-wal', '-shm']) await rm(path + suffix, { force: true });
  await mkdir(dirname(path), { recursive: true });
  const now = Date.now();
  const sample = sampleWard({ seed: 23, year: Number(dayOf(now).slice(0, 4)), today: dayOf(now) });
  const database = await openDatabase(path);
  const ward: Ward = {
    id: randomUUID(),
    name: 'Phường mẫu',
    epoch: randomUUID(),
    ...BEGINNING,
    safe: 0,
    place_key: '',
    public_since: null,
    urge_days: 7
  };
  await database.write(async (trx) => {
    await saveCampaign(trx, sample.campaign, `bench-${sample.campaign.year}`, now);
    await insertWard(trx, ward, now);
  });
  const filler = new Filler(ward);
  const led = await addLeaders(database, sample, filler);
  if (!empty) await writeHistory(database, filler, sample, entries);
  await database.close();
  return led;
}

async function addLeaders({ write }: OpenDatabase, sample: SampleWard, filler: Filler): Promise<Led[]> {
  const pinHash = await createHashing().hash(PIN);
  const households = sample.rows.filter(({ type }) => type === 'household');
  return write(async (trx) => {
    const led: Led[] = [];
    const officer = { id: randomUUID(), login: OFFICER, name: 'Cán bộ' };
    await insertAccount(trx, { ...officer, role: 'officer', pin_hash: pinHash }, []);
    for (const [index, { id: group, validFrom }] of sample.groups.entries()) {
      const account = { id: randomUUID(), login: `leader${index + 1}`, name: `Tổ trưởng ${index + 1}` };
      const assignments = [{ group, from: validFrom, to: null }];
      await insertAccount(trx, { ...account, role: 'leader', pin_hash: pinHash }, assignments);
      filler.addAuthor(group, account.id);
      const size = households.filter((row) => row.group === group).length;
      led.push({ group, login: account.login, households: size });
    }
    return led;
  });
}

async function writeHistory(
  { write }: OpenDatabase,
  filler: Filler,
  sample: SampleWard,
  most: number
): Promise<void> {
  const now = { year: sample.campaign.year, today: dayOf(Date.now()), newId: randomUUID };
  let unwritten = 0;
  const add = async (group: GroupId, { kind, changes }: Tap) => {
    filler.add(kind, group, changes, Date.now());
    unwritten += 1;
    if (unwritten % PART === 0) await write((trx) => filler.flush(trx));
  };
  for (const rows of grouped(sample.rows, ({ household }) => household).values()) {
    for (const tap of firstTaps(rows)) await add(rows[0]!.group, tap);
  }
  while (filler.length < most) {
    const rowsByGroup = grouped(filler.rows.values(), ({ group }) => group);
    for (const [group, rows] of rowsByGroup) {
      for (const tap of aWholeRound(rows, now)) {
        if (filler.length < most && tap.kind !== 'visit') await add(group, tap);
      }
    }
  }
  await write((trx) => filler.finish(trx));
}

/** A household comes with its people; what was found there follows. */
function firstTaps(rows: SampleWard['rows']): Tap[] {
  const changes = rows.map(
    ({ type, id, household, values }) => ({ type, id, household, set: values }) as NewChange
  );
  const isNamed = ({ type }: NewChange) => type === 'household' || type === 'person';
  return [
    { kind: 'household.add', changes: changes.filter(isNamed) },
    ...changes
      .filter((change) => !isNamed(change))
      .map((change): Tap => ({ kind: change.type === 'visit' ? 'visit' : 'assess', changes: [change] }))
  ];
}
