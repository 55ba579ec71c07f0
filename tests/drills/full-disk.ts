import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openAppOn } from '../e2e/support/app';
import { type Drill, Impossible } from './drill';
import { Sender } from './support/sender';
import { callerOf, fillSmallWard } from './support/ward';
import { WardFile } from './support/ward-file';

/** Room left on the full volume at most, in bytes: the batch fails at another place each time. */
const LEAST_ROOM = 300_000;
/** Taking turns: one account may not exchange more often than a person taps. */
const LEADERS = 12;
/** Within so many batches the volume is full, unless the log had room of its own left to write over. */
const MOST_BATCHES = 12;

/** SV1: a full disk rolls everything back and answers 503; with room again all goes on by itself. */
export const fullDisk: Drill = {
  promise: 'the disk is full; "busy", nothing acknowledged, nothing kept, and it heals by itself',
  count: 200,
  async run(count, random, say) {
    const folder = mountSmallVolume();
    const database = join(folder, 'ward.db');
    const leaders = await fillSmallWard(database, LEADERS);
    const app = await openAppOn(database);
    const [ward, ballast] = [new WardFile(database), join(folder, 'ballast')];
    const senders = leaders.map((leader) => new Sender(callerOf(leader, app.url), random, 150));
    for (const { caller } of senders) await caller.pulls();
    const faults: string[] = [];
    const figures = { fills: 0, refused: 0, 'log had room': 0, acknowledged: 0 };
    try {
      while (figures.fills < count && faults.length < 20) {
        const sender = senders[figures.fills % LEADERS]!;
        const hasNoRoomOfItsOwn = random.chance(0.8);
        if (hasNoRoomOfItsOwn) emptyLog(database);
        fill(ballast, random.between(0, LEAST_ROOM));
        let batches = 0;
        await sender.sendUntilFailure(() => (batches += 1) <= MOST_BATCHES);
        look(sender, sender.failures.splice(0), hasNoRoomOfItsOwn);
        rmSync(ballast);
        if (!(await sender.send()))
          faults.push(`fill ${figures.fills}: with room again: ${sender.failures.splice(0)}`);
        figures.acknowledged += sender.acknowledged.length;
        if (ward.stored(sender.acknowledged.splice(0)).most !== 1)
          faults.push('an acknowledged entry is not there once');
        sender.tried = [];
        figures.fills += 1;
        if (figures.fills % 25 === 0)
          say(`${figures.fills} times full, ${figures.acknowledged} acknowledged`);
      }
      const broken = ward.fault();
      if (broken) faults.push(broken);
      if (!ward.isWhole()) faults.push('the database is damaged');
    } finally {
      await app.stop();
      execFileSync('umount', ['-l', folder]);
    }
    return { figures, faults };

    function look(sender: Sender, failures: string[], isFull: boolean): void {
      if (failures.length === 0 && !isFull) return void (figures['log had room'] += 1);
      figures.refused += failures.length;
      if (failures.join() !== 'busy')
        faults.push(`fill ${figures.fills}: answered "${failures}", not "busy"`);
      if (ward.stored(sender.pending.map(({ id }) => id)).present > 0) {
        faults.push(`fill ${figures.fills}: something of a refused batch is stored`);
      }
      const { present } = ward.stored(sender.acknowledged);
      if (present !== sender.acknowledged.length)
        faults.push(`fill ${figures.fills}: an acknowledged entry is gone`);
    }
  }
};

/** Carries the log into the file and cuts it off, so that the next batch needs room at once. */
function emptyLog(database: string): void {
  const db = new Sqlite(database, { timeout: 5_000 });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

function mountSmallVolume(): string {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-volume-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    throw new Impossible('a small volume needs root (mount -t tmpfs)');
  }
  return folder;
}

/** Takes all room but a little. */
function fill(path: string, room: number): void {
  const file = openSync(path, existsSync(path) ? 'r+' : 'w');
  const zeros = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeSync(file, zeros);
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'ENOSPC') throw fault;
    ftruncateSync(file, Math.max(0, statSync(path).size - room));
  } finally {
    closeSync(file);
  }
}
