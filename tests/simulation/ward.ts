import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Actor } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/campaign';
import { compose, type NewChange } from '$lib/domain/compose';
import { ENTRY_SCHEMA, type Entry } from '$lib/domain/entry';
import type { AccountId, DeviceId, EntryId, GroupId, HouseholdId } from '$lib/domain/ids';
import { type ProblemCode } from '$lib/protocol/problem';
import { SyncRequest } from '$lib/protocol/sync';
import { PROTOCOL } from '$lib/protocol/version';
import { BusyError, isPassing } from '$lib/server/database/faults';
import { openDatabase } from '$lib/server/database/open';
import type { Schema } from '$lib/server/database/schema';
import { sqliteDialect } from '$lib/server/database/sqlite';
import { createWrite } from '$lib/server/database/transaction';
import { answerExchange } from '$lib/server/exchange';
import { openWard } from '$lib/server/opening';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { endAssignments, insertAccount } from '$lib/server/queries/accounts';
import { insertEpoch, markSafe, readWard, saveWard } from '$lib/server/queries/ward';
import { createServices, type Services } from '$lib/server/services';
import { Chance } from './chance';
import { mortal, ServerLife } from './mortal-sqlite';
import type { ServerFault } from './step';

/** The first moment of every run. */
export const MORNING = Date.UTC(2026, 10, 20, 3);

const FOLDER = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'simulation-'));
process.on('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
const TEMPLATE = join(FOLDER, 'template.db');
const ENDS = ['', '-wal', '-shm'];

/** Three groups suffice to be in the wrong one. */
const CAMPAIGN: Campaign = { ...campaign2025, groups: campaign2025.groups.slice(0, 3) };

/** What a caller gets back. */
export type Answer = Readonly<{ status: number; text: string }>;

let made: Promise<readonly Actor[]> | undefined;

/** The real server on a real file, which can be ended between any two statements and opened again. */
export class SimulatedWard {
  readonly campaign = CAMPAIGN;
  readonly groups = CAMPAIGN.groups.map(({ id }) => id);
  /** Leaders of the first group twice, of the second, and an officer; in the order of the phones. */
  readonly actors: readonly Actor[];
  now = MORNING;
  services!: Services;
  readonly faults: unknown[] = [];
  readonly #chance: Chance;
  #life = new ServerLife();
  #generation = 0;

  static async opened(seed: number): Promise<SimulatedWard> {
    made ??= makeTemplate();
    const ward = new SimulatedWard(seed, await made);
    copyDatabase(TEMPLATE, ward.#path());
    ward.#open();
    await ward.backsUp();
    return ward;
  }

  private constructor(seed: number, actors: readonly Actor[]) {
    this.#chance = new Chance(seed ^ 0x5eed);
    this.actors = actors;
  }

  /** One request as text, answered as the door does. */
  async answers(actor: Actor, text: string, fault?: ServerFault): Promise<Answer> {
    const life = this.#life;
    life.breaks(fault && { ...fault });
    try {
      const request = SyncRequest.safeParse(JSON.parse(text));
      if (!request.success) return problem(400, 'not-ours');
      const session = { actor, token: 'in-process', renewed: false };
      const answer = await answerExchange(this.services, session, request.data);
      return { status: 200, text: JSON.stringify(answer) };
    } catch (broken) {
      if (broken instanceof SyntaxError) return problem(400, 'not-json');
      if (broken instanceof BusyError || isPassing(broken)) return problem(503, 'busy');
      return problem(500, 'internal');
    } finally {
      if (life === this.#life) {
        life.breaks(undefined);
        if (life.dead) await this.#startAgain();
      }
    }
  }

  async backsUp(): Promise<void> {
    copyDatabase(this.#path(), join(FOLDER, 'backup.db'));
    const head = (await readWard(this.services.db))!.head;
    await markSafe(this.services.db, head);
  }

  /** The newest backup takes the place of the ward. Declared: the restore names a new history at once. */
  async restores(declared: boolean): Promise<void> {
    await this.#close();
    copyDatabase(join(FOLDER, 'backup.db'), this.#path());
    this.#open();
    if (!declared) return;
    await this.services.write(async (trx) => {
      const ward = { ...(await readWard(trx))!, epoch: this.#chance.newId() };
      await insertEpoch(trx, ward, this.now, 'restored');
      await saveWard(trx, ward);
    });
  }

  /** Today is somebody's last day. */
  async handsOver(actor: Actor): Promise<void> {
    await endAssignments(this.services.db, actor.account, dayOf(this.now));
    this.now += 86_400_000;
  }

  async ends(): Promise<void> {
    await this.#close();
    for (const end of ENDS) rmSync(this.#path() + end, { force: true });
  }

  #path = (): string => join(FOLDER, `ward-${this.#generation}.db`);

  #open(): void {
    const life = new ServerLife();
    this.#life = life;
    const db = new Kysely<Schema>({ dialect: mortal(sqliteDialect(this.#path()), life) });
    const database = {
      kind: 'sqlite',
      db,
      write: createWrite(db, 'sqlite'),
      close: () => db.destroy()
    } as const;
    this.services = createServices(database, {
      now: () => this.now,
      newId: this.#chance.newId,
      reportFault: (fault) => `fault-${this.faults.push(fault)}`
    });
  }

  /** After a SIGKILL the next process finds what was on the disk at that moment. */
  async #startAgain(): Promise<void> {
    const before = this.#path();
    this.#generation += 1;
    copyDatabase(before, this.#path());
    await this.services.close();
    for (const end of ENDS) rmSync(before + end, { force: true });
    this.#open();
  }

  async #close(): Promise<void> {
    await this.services.close();
    for (const end of ENDS) rmSync(this.#path() + end, { force: true });
  }
}

/** With its log, without the log's index, which the next opening makes anew. */
function copyDatabase(from: string, to: string): void {
  for (const end of ENDS) rmSync(to + end, { force: true });
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}

const problem = (status: number, code: ProblemCode): Answer => ({
  status,
  text: JSON.stringify({ problem: code })
});

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
    ...{ buildsOn: [], sha: createHash('sha256').update(body).digest('hex'), body }
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
