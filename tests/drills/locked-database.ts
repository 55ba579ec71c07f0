import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openAppOn } from '../e2e/support/app';
import { type Drill, pause } from './drill';
import { Sender } from './support/sender';
import { callerOf, fillSmallWard } from './support/ward';
import { WardFile } from './support/ward-file';

/** How long the server waits for the database, in milliseconds, and how long others may wait for an answer meanwhile. */
const PATIENCE = 1_000;
const MOST_WAIT = 900;

/** SV1: a locked database is waited for, then refused; nothing is acknowledged, and it heals by itself. */
export const lockedDatabase: Drill = {
  promise: 'somebody else holds the database; "busy", nothing acknowledged, and it heals by itself',
  count: 60,
  async run(count, random, say) {
    const database = join(await mkdtemp(join(tmpdir(), 'thi-dua-drill-')), 'ward.db');
    const [leader] = await fillSmallWard(database, 1);
    const app = await openAppOn(database);
    const ward = new WardFile(database);
    const sender = new Sender(callerOf(leader!, app.url), random);
    await sender.caller.pulls();
    const faults: string[] = [];
    const figures = { locks: 0, 'waited out': 0, refused: 0, acknowledged: 0, 'slowest read, ms': 0 };
    while (figures.locks < count && faults.length < 20) {
      const isLong = random.chance(0.5);
      const holder = new Sqlite(database);
      holder.exec('begin immediate');
      const sending = sender.send();
      const asked = Date.now();
      await (await fetch(`${app.url}/api/health`)).text();
      const waited = Date.now() - asked;
      figures['slowest read, ms'] = Math.max(figures['slowest read, ms'], waited);
      if (waited > MOST_WAIT) faults.push(`lock ${figures.locks}: a reader waited ${waited} ms`);
      await pause(isLong ? PATIENCE + random.between(500, 2_500) : random.between(0, PATIENCE / 4));
      if (sender.acknowledged.length > 0) faults.push(`lock ${figures.locks}: acknowledged while locked`);
      holder.exec('rollback');
      holder.close();
      const acknowledged = await sending;
      figures.locks += 1;
      figures[acknowledged ? 'waited out' : 'refused'] += 1;
      const failure = sender.failures.splice(0).join();
      if (!acknowledged && failure !== 'busy')
        faults.push(`lock ${figures.locks}: answered "${failure}", not "busy"`);
      if (!acknowledged && ward.stored(sender.tried.at(-1)!).present > 0) {
        faults.push(`lock ${figures.locks}: something of a refused batch is stored`);
      }
      if (!isLong && !acknowledged) faults.push(`lock ${figures.locks}: a short lock was not waited out`);
      if (!acknowledged && !(await sender.send())) faults.push(`lock ${figures.locks}: did not heal`);
      const { present } = ward.stored(sender.acknowledged);
      if (present !== sender.acknowledged.length)
        faults.push(`lock ${figures.locks}: an acknowledged entry is gone`);
      figures.acknowledged += sender.acknowledged.splice(0).length;
      sender.tried = [];
      if (figures.locks % 10 === 0) say(`${figures.locks} locks, ${figures.refused} refused`);
    }
    const broken = ward.fault();
    if (broken) faults.push(broken);
    if (!ward.isWhole()) faults.push('the database is damaged');
    await app.close();
    return { figures, faults };
  }
};
