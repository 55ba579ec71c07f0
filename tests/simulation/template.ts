import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '$lib/domain/actor';
import type { Campaign } from '$lib/domain/plan/campaign';
import { compose, type NewChange } from '$lib/domain/entry/compose';
import { ENTRY_SCHEMA, type Entry } from '$lib/domain/entry/entry';
import type { AccountId, DeviceId, EntryId, GroupId, HouseholdId } from '$lib/domain/ids';
import type { SyncRequest } from '$lib/protocol/sync';
import { PROTOCOL } from '$lib/protocol/version';
import { openDatabase } from '$lib/server/database/open';
import { answerExchange } from '$lib/server/exchange/exchange';
import { openWard } from '$lib/server/opening';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { insertAccount } from '$lib/server/queries/accounts';
import { createServices } from '$lib/server/services';
import { Chance } from './chance';
import { sha256 } from './sums';

/** The first moment of every run. */
export const MORNING = Date.UTC(2026, 10, 20, 3);

/** Where the wards of this process lie: in memory where the system offers it. */
export const FOLDER = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'simulation-'));
process.on('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
export const TEMPLATE = join(FOLDER, 'template.db');

/** Three groups suffice to be in the wrong one, and of the indicators those that are counted. */
export const CAMPAIGN: Campaign = {
  ...campaign2025,
  indicators: campaign2025.indicators.filter(({ rule }) => rule !== null),
  groups: campaign2025.groups.slice(0, 3)
};

let made: Promise<readonly Actor[]> | undefined;

/** The people of the ward, in the order of the phones; makes the template at the first call. */
export const template = (): Promise<readonly Actor[]> => (made ??= makeTemplate());

/** One ward with its people and a first list of households, made once for a process and copied for each run. */
async function makeTemplate(): Promise<readonly Actor[]> {
  const { newId } = new Chance(0);
  const services = createServices(await openDatabase(TEMPLATE), { now: () => MORNING, newId });
  await openWard(services, 'Phường thử', CAMPAIGN);
  const [first, second] = CAMPAIGN.groups.map(({ id }) => id);
  const account = async (name: string, role: Actor['role'], groups: GroupId[]): Promise<Actor> => {
    const id = newId() as AccountId;
    const assigned =
      role === 'leader' ? groups.map((group) => ({ group, from: '2020-01-01', to: null })) : [];
    await insertAccount(services.db, { id, login: id, name, role, pin_hash: null }, assigned);
    return { account: id, name, role, groups };
  };
  const all = CAMPAIGN.groups.map(({ id }) => id);
  const hoa = await account('Trần Thị Hoa', 'leader', [first!]);
  const lan = await account('Phạm Thị Lan', 'leader', [first!]);
  const minh = await account('Lê Văn Minh', 'leader', [second!]);
  const officer = await account('Nguyễn Văn Cán', 'officer', all);
  const entries = [first!, first!, second!].map((group, at) => importedHousehold(officer, group, at, newId));
  await answerExchange(
    services,
    { actor: officer, token: 'in-process', renewed: false },
    listOf(entries, newId)
  );
  await services.close();
  return [hoa, lan, hoa, minh, officer];
}

function importedHousehold(actor: Actor, group: GroupId, at: number, newId: () => string): Omit<Entry, 'n'> {
  const household = newId() as HouseholdId;
  const people = ['Nguyễn Văn Hùng', 'Trần Thị Mai'].map((name, place): NewChange => ({
    type: 'person',
    id: newId(),
    household,
    set: { name, birth: String(1975 + place), sex: place ? 'female' : 'male' }
  }));
  const address = { houseNumber: String(at + 1), alley: 'ngõ 124', walkOrder: at };
  const changes: NewChange[] = [{ type: 'household', id: household, household, set: address }, ...people];
  const body = JSON.stringify(compose(changes, { epoch: null, row: () => undefined, own: [] }).body);
  return {
    ...{ id: newId() as EntryId, previous: null, kind: 'household.add', schema: ENTRY_SCHEMA, group },
    ...{ author: actor.account, device: newId() as DeviceId, clock: { wall: MORNING, contact: null } },
    ...{ buildsOn: [], sha: sha256(body), body }
  };
}

const listOf = (entries: Omit<Entry, 'n'>[], newId: () => string): SyncRequest => ({
  protocol: PROTOCOL,
  request: newId(),
  device: entries[0]!.device,
  cursor: null,
  pull: false,
  newest: null,
  holds: [],
  entries: entries.map((entry, at) => ({ ...entry, n: at + 1 })),
  campaign: null,
  standings: null,
  health: { app: 'list', wall: MORNING, unsent: 0, oldestUnsent: null, persisted: null, freeBytes: null }
});
