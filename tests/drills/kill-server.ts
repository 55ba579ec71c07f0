import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAppOn } from '../e2e/support/app';
import { becomes, type Drill, pause } from './drill';
import { Sender } from './support/sender';
import { callerOf, fillSmallWard } from './support/ward';
import { WardFile } from './support/ward-file';

const CLIENTS = 5;
/** Answers that the server may give before it is killed, at most, and the milliseconds after the last of them. */
const MOST_ANSWERS = 12;
const LONGEST = 60;

/** SV1: the answer leaves only after the commit. */
export const killServer: Drill = {
  promise: 'the server is killed under load; what was acknowledged is stored, no batch is there in part',
  count: 300,
  async run(count, random, say) {
    const database = join(await mkdtemp(join(tmpdir(), 'thi-dua-drill-')), 'ward.db');
    const leaders = await fillSmallWard(database, CLIENTS);
    const app = await openAppOn(database);
    const ward = new WardFile(database);
    const senders = leaders.map((leader) => new Sender(callerOf(leader, app.url), random));
    for (const { caller } of senders) await caller.pulls();

    const faults: string[] = [];
    const figures = { kills: 0, batches: 0, acknowledged: 0, 'unanswered but stored': 0 };
    const everAcknowledged: string[] = [];
    while (figures.kills < count && faults.length < 20) {
      let alive = true;
      const loads = senders.map((sender) => sender.sendUntilFailure(() => alive));
      const wanted = random.between(0, MOST_ANSWERS);
      await becomes(() => senders.reduce((sum, { answers }) => sum + answers, 0) >= wanted, 10_000);
      await pause(random.between(0, LONGEST));
      await app.stop();
      alive = false;
      await Promise.all(loads);
      // Started again first: the server must find its own way back into the database.
      await app.start();
      figures.kills += 1;
      for (const sender of senders) look(sender);
      const broken = ward.fault();
      if (broken) faults.push(`kill ${figures.kills}: ${broken}`);
      if (figures.kills % 25 === 0) say(`${figures.kills} kills, ${everAcknowledged.length} acknowledged`);
    }
    for (const sender of senders)
      if (!(await sender.send())) faults.push('what waited did not go through at the end');
    everAcknowledged.push(...senders.flatMap(({ acknowledged }) => acknowledged));
    const { present, most } = ward.stored(everAcknowledged);
    if (present !== everAcknowledged.length)
      faults.push(`${everAcknowledged.length - present} acknowledged are gone`);
    if (most > 1) faults.push('an entry is stored twice');
    if (!ward.isWhole()) faults.push('the database is damaged');
    await app.close();
    return { figures: { ...figures, acknowledged: everAcknowledged.length }, faults };

    function look(sender: Sender): void {
      const { present: there } = ward.stored(sender.acknowledged);
      if (there !== sender.acknowledged.length) {
        faults.push(
          `kill ${figures.kills}: ${sender.acknowledged.length - there} acknowledged are not stored`
        );
      }
      const known = new Set(sender.acknowledged);
      for (const batch of sender.tried) {
        figures.batches += 1;
        const { present: stored, most: often } = ward.stored(batch);
        if (stored !== 0 && stored !== batch.length)
          faults.push(`kill ${figures.kills}: part of a batch is stored`);
        if (often > 1) faults.push(`kill ${figures.kills}: an entry is stored twice`);
        if (stored > 0 && !known.has(batch[0]!)) figures['unanswered but stored'] += 1;
      }
      everAcknowledged.push(...sender.acknowledged);
      sender.acknowledged = [];
      sender.tried = [];
      sender.answers = 0;
    }
  }
};
