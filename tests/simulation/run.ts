import { ENTRY_SCHEMA, type EntryBody } from '$lib/domain/entry/entry';
import { readWard } from '$lib/server/queries/ward';
import { Broken, must } from './broken';
import { everythingHolds } from './invariants';
import type { SimulatedPhone } from './phone';
import type { Schedule } from './step';
import { World } from './world';

/** Rounds in which every queue must be empty once the faults have ended (I6). */
const ROUNDS = 3;
const MINUTE = 60_000;

/** What a run came to: the invariant that broke and how, or nothing. */
export type Outcome = Readonly<{ invariant: string; message: string; stack?: string }> | undefined;

/** Runs a schedule to its end, lets everything come to rest, and looks. */
export function run(schedule: Schedule): Promise<Outcome> {
  // A process in which nothing can happen any more is about to exit: somebody waits for ever.
  let stuck: (() => void) | undefined;
  const hanging = new Promise<Outcome>((resolve) => {
    stuck = () => setTimeout(() => resolve({ invariant: 'I6', message: 'I6: the run hangs' }), 0);
    process.once('beforeExit', stuck);
  });
  return Promise.race([whole(schedule), hanging]).finally(() => process.removeListener('beforeExit', stuck!));
}

async function whole(schedule: Schedule): Promise<Outcome> {
  let world: World | undefined;
  try {
    world = await World.begins(schedule);
    for (const step of schedule.steps) await world.take(step);
    await comesToRest(world);
    await everythingHolds(world);
    return;
  } catch (fault) {
    if (fault instanceof Broken) return { invariant: fault.invariant, message: fault.message };
    const { message, stack } = fault as Error;
    return { invariant: 'crash', message: `crash: ${message}`, stack };
  } finally {
    await world?.ends().catch(() => undefined);
  }
}

export async function comesToRest(world: World): Promise<void> {
  await world.network.allArrive();
  for (const phone of world.phones) await phone.restarts();
  world.ward.blocked.clear();
  await rounds(world);
  await world.ward.office.decidesOnHeld(world.schedule.seed % 2 === 0);
  for (const phone of world.phones)
    for (const device of phone.earlier) await world.ward.office.givesUp(phone.actor, device);
  await rounds(world);
  if (!(await waitsForWhatIsMissing(world))) return;
  // What waits for an entry that never comes is judged without it after five days (SV5).
  world.ward.now = Math.max(world.ward.now, world.ward.latest) + 6 * 24 * 60 * MINUTE;
  await world.syncs([world.phones[0]!.number]);
  await rounds(world);
}

/** I6: whoever waits does so for something that is not here; says whether anybody does. */
async function waitsForWhatIsMissing({ ward }: World): Promise<boolean> {
  const all = ward.services.db
    .selectFrom('entries')
    .select(['id', 'number', 'status', 'reason', 'schema', 'builds_on', 'body']);
  const entries = await all.execute();
  const here = new Set(
    entries
      .filter(({ status, reason }) => status !== 'waiting' && !APART.includes(reason ?? ''))
      .map(({ id }) => id)
  );
  const waiting = entries.filter(({ status, schema }) => status === 'waiting' && schema <= ENTRY_SCHEMA);
  const rows = await ward.services.db.selectFrom('rows').select('id').execute();
  const known = new Set(rows.map(({ id }) => id));
  for (const { number, builds_on, body } of waiting) {
    const isMissing =
      (JSON.parse(builds_on) as string[]).some((id) => !here.has(id)) ||
      readChanges(body).some(({ id, household }) => !known.has(id) || !known.has(household));
    must('I6', isMissing, () => `entry ${number} waits for what is here`);
  }
  return waiting.length > 0;
}

const readChanges = (body: Uint8Array) =>
  (JSON.parse(Buffer.from(body).toString('utf8')) as EntryBody).changes;

/** Stored, and not there for those that build on it. */
const APART = ['held', 'damaged', 'id-reused'];

/** A phone that has given and taken all may sleep; the others must be through in time. */
async function rounds(world: World): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // A lease that a dead page has left behind runs out meanwhile.
    world.ward.now += 5 * MINUTE;
    for (const phone of world.phones) {
      // Of a restore that nobody declared, of a right that has ended, of a record that it cannot read any more
      // its number alone tells a phone nothing: it calls once, as it does whenever it is opened (EX8).
      const isAstray = world.restores > 0 || world.haveNewRights || phone.hadStorageFault;
      if ((round === 0 && isAstray) || !(await isEven(phone, world))) await world.syncs([phone.number]);
    }
  }
}

async function isEven(phone: SimulatedPhone, { ward }: World): Promise<boolean> {
  const { place, own } = await phone.page();
  const { epoch, head } = (await readWard(ward.services.db))!;
  const cursor = place?.cursor;
  if (!cursor || place.resetting || cursor.epoch !== epoch || cursor.seq !== head) return false;
  return own.every(({ received }) => received);
}
