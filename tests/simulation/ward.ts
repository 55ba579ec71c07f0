import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Actor } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import type { HouseholdId } from '$lib/domain/ids';
import type { ProblemCode } from '$lib/protocol/problem';
import { SyncRequest } from '$lib/protocol/sync';
import { BusyError, isPassing } from '$lib/server/database/faults';
import type { Schema } from '$lib/server/database/schema';
import { sqliteDialect } from '$lib/server/database/sqlite';
import { createWrite } from '$lib/server/database/transaction';
import { acceptApart, refuseApart } from '$lib/server/decisions';
import { writeAtDesk } from '$lib/server/desk';
import { answerExchange } from '$lib/server/exchange';
import { holdDelivery } from '$lib/server/holding';
import { Refusal } from '$lib/server/http/problems';
import { endAssignments } from '$lib/server/queries/accounts';
import { insertEpoch, markSafe, readWard, saveWard } from '$lib/server/queries/ward';
import { createServices, type Services } from '$lib/server/services';
import { Chance } from './chance';
import { mortal, ServerLife } from './mortal-sqlite';
import type { ServerFault } from './step';
import { CAMPAIGN, FOLDER, MORNING, TEMPLATE, template } from './template';

const ENDS = ['', '-wal', '-shm'];

/** What a caller gets back. */
export type Answer = Readonly<{ status: number; text: string }>;

/** The real server on a real file, which can be ended between any two statements and opened again. */
export class SimulatedWard {
  readonly campaign = CAMPAIGN;
  readonly groups = CAMPAIGN.groups.map(({ id }) => id);
  /** Leaders of the first group twice, of the second, and an officer; in the order of the phones. */
  readonly actors: readonly Actor[];
  now = MORNING;
  services!: Services;
  readonly faults: unknown[] = [];
  /** Accounts whose sessions have ended. */
  readonly blocked = new Set<string>();
  readonly #chance: Chance;
  #life = new ServerLife();
  #generation = 0;

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
  }

  /** One request as text, answered as the door does. */
  async answers(actor: Actor, text: string, fault?: ServerFault): Promise<Answer> {
    const life = this.#life;
    life.breaks(fault && { ...fault });
    try {
      const request = SyncRequest.safeParse(JSON.parse(text));
      if (!request.success) return problem(400, 'not-ours');
      const session = { actor, token: 'in-process', renewed: false };
      const answer = this.blocked.has(actor.account)
        ? await holdDelivery(this.services, request.data)
        : await answerExchange(this.services, session, request.data);
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

  /** The office moves the nth household, at its own desk. */
  async moves(of: number, to: number): Promise<void> {
    const rows = this.services.db
      .selectFrom('rows')
      .select('id')
      .where('type', '=', 'household')
      .orderBy('id');
    const found = await rows.execute();
    const household = found[of % found.length]!.id as HouseholdId;
    await writeAtDesk(this.services, this.#officer.account, async (row) => {
      const { group } = (await row('household', household))!;
      const changes = [{ type: 'household', id: household, household, set: {} }];
      return { kind: 'move', group, body: { changes, about: { group: this.groups[to]! } } };
    });
  }

  /** The office looks through the holding box. */
  async decidesOnHeld(accepts: boolean): Promise<void> {
    const held = this.services.db
      .selectFrom('entries')
      .select('number')
      .where('reason', '=', 'held')
      .orderBy('number');
    const numbers = (await held.execute()).map(({ number }) => number);
    if (numbers.length === 0) return;
    await (accepts ? acceptApart : refuseApart)(this.services, this.#officer.account, numbers);
  }

  get #officer(): Actor {
    return this.actors.find(({ role }) => role === 'officer')!;
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
