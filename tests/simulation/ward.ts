import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Actor } from '$lib/domain/actor';
import type { DeviceId } from '$lib/domain/ids';
import type { ProblemCode } from '$lib/protocol/problem';
import { SyncRequest } from '$lib/protocol/sync';
import { backUp } from '$lib/server/backup/backup';
import { BusyError, isPassing } from '$lib/server/database/faults';
import type { OpenDatabase } from '$lib/server/database/open';
import type { Schema } from '$lib/server/database/schema';
import { sqliteDialect } from '$lib/server/database/sqlite';
import { createWrite } from '$lib/server/database/transaction';
import { answerExchange } from '$lib/server/exchange/exchange';
import { holdDelivery } from '$lib/server/deciding/holding';
import { Refusal } from '$lib/server/http/problems';
import { insertEpoch, markSafe, readWard, saveWard } from '$lib/server/queries/ward';
import { restore } from '$lib/server/backup/restore';
import { createServices, type Services } from '$lib/server/services';
import { Chance } from './chance';
import { mortal, ServerLife } from './mortal-sqlite';
import { Office } from './office';
import type { ServerFault } from './step';
import { CAMPAIGN, FOLDER, MORNING, TEMPLATE, template } from './template';

const ENDS = ['', '-wal', '-shm'];
const BACKUP = join(FOLDER, 'backup.db');

/** What a caller gets back. */
export type Answer = Readonly<{ status: number; text: string }>;

/** The real server on a real file, which can be ended between any two statements and opened again. */
export class SimulatedWard {
  readonly campaign = CAMPAIGN;
  readonly groups = CAMPAIGN.groups.map(({ id }) => id);
  /** Leaders of the first group twice, of the second, and an officer; in the order of the phones. */
  readonly actors: readonly Actor[];
  now = MORNING;
  /** The latest moment at which it spoke to anybody. */
  latest = MORNING;
  services!: Services;
  readonly faults: unknown[] = [];
  /** Accounts whose sessions have ended. */
  readonly blocked = new Set<string>();
  readonly office: Office;
  /** How far each device has told its count: surely, and at most; what a restored ward has forgotten is not told. */
  told = new Map<DeviceId, { surely: number; most: number }>();
  #toldAtBackup = new Map<DeviceId, { surely: number; most: number }>();
  readonly #chance: Chance;
  #life = new ServerLife();
  #generation = 0;
  #database!: OpenDatabase;

  static async opened(seed: number): Promise<SimulatedWard> {
    const ward = new SimulatedWard(seed, await template());
    copyDatabase(TEMPLATE, ward.#path());
    ward.#open();
    await ward.backsUp();
    return ward;
  }

  private constructor(seed: number, actors: readonly Actor[]) {
    this.#chance = new Chance(seed ^ 0x5eed);
    this.actors = actors;
    this.office = new Office(this);
  }

  /** One request as text, answered as the door does. */
  async answers(actor: Actor, text: string, fault?: ServerFault): Promise<Answer> {
    const life = this.#life;
    life.breaks(fault && { ...fault });
    this.latest = Math.max(this.latest, this.now);
    try {
      const request = SyncRequest.safeParse(JSON.parse(text));
      if (!request.success) return problem(400, 'not-ours');
      const session = { actor, token: 'in-process', renewed: false };
      this.#hears(request.data, 'most');
      const answer = this.blocked.has(actor.account)
        ? await holdDelivery(this.services, request.data)
        : await answerExchange(this.services, session, request.data);
      this.#hears(request.data, 'surely');
      return { status: 200, text: JSON.stringify(answer) };
    } catch (broken) {
      if (broken instanceof SyntaxError) return problem(400, 'not-json');
      if (broken instanceof Refusal) return problem(401, broken.problem);
      if (broken instanceof BusyError || isPassing(broken)) return problem(503, 'busy');
      return problem(500, 'internal');
    } finally {
      if (life === this.#life) {
        life.breaks(undefined);
        if (life.dead) await this.#startAgain();
      }
    }
  }

  async backsUp(byCommand = false): Promise<void> {
    this.#toldAtBackup = new Map(this.told);
    if (byCommand) {
      for (const end of ENDS) rmSync(BACKUP + end, { force: true });
      return void (await backUp(this.#database, this.#path(), BACKUP));
    }
    copyDatabase(this.#path(), BACKUP);
    const head = (await readWard(this.services.db))!.head;
    await markSafe(this.services.db, head);
  }

  /** The newest backup takes the place of the ward. Declared: the restore names a new history at once. */
  async restores(declared: boolean, byCommand = false): Promise<void> {
    this.told = new Map(this.#toldAtBackup);
    if (declared && byCommand) return this.#restoresByCommand();
    await this.#close();
    copyDatabase(BACKUP, this.#path());
    this.#open();
    if (!declared) return;
    await this.services.write(async (trx) => {
      const ward = { ...(await readWard(trx))!, epoch: this.#chance.newId() };
      await insertEpoch(trx, ward, this.now, 'restored');
      await saveWard(trx, ward);
    });
  }

  async #restoresByCommand(): Promise<void> {
    await this.#leaves();
    await restore(this.#path(), BACKUP, { newId: this.#chance.newId, now: () => this.now });
    for (const name of readdirSync(FOLDER)) if (name.includes('.before-restore')) rmSync(join(FOLDER, name));
    this.#open();
  }

  async ends(): Promise<void> {
    await this.#close();
    for (const end of ENDS) rmSync(this.#path() + end, { force: true });
  }

  #hears({ device, newest }: SyncRequest, how: 'surely' | 'most'): void {
    const before = this.told.get(device) ?? { surely: 0, most: 0 };
    this.told.set(device, { ...before, [how]: Math.max(before[how], newest?.n ?? 0) });
  }

  #path = (): string => join(FOLDER, `ward-${this.#generation}.db`);

  #open(): void {
    const life = new ServerLife();
    this.#life = life;
    const db = new Kysely<Schema>({ dialect: mortal(sqliteDialect(this.#path()), life) });
    this.#database = {
      kind: 'sqlite',
      db,
      write: createWrite(db, 'sqlite', async () => undefined),
      close: () => db.destroy()
    };
    this.services = createServices(this.#database, {
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
    await this.#leaves();
    for (const end of ENDS) rmSync(before + end, { force: true });
    this.#open();
  }

  /** A connection that was never used would stay open. */
  async #leaves(): Promise<void> {
    await this.services.db.connection().execute(async () => undefined);
    await this.services.close();
  }

  async #close(): Promise<void> {
    await this.#leaves();
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
