import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openAppOn } from '../e2e/support/app';
import type { TestPhone } from '../support/phone';
import type { Drill } from './drill';
import { aVisit, callerOf, fillSmallWard, householdsOf, phoneOf } from './support/ward';
import { WardFile } from './support/ward-file';

const PHONES = 3;

/** EP1: a ward that went back to an older backup, declared or not, gets the work since then back from the phones. */
export const restoreDrill: Drill = {
  promise: 'the ward goes back to an older backup, declared or not; the phones bring everything back, once',
  count: 20,
  async run(count, random, say) {
    const folder = await mkdtemp(join(tmpdir(), 'thi-dua-drill-'));
    const [database, backup] = [join(folder, 'ward.db'), join(folder, 'backup.db')];
    const leaders = await fillSmallWard(database, PHONES);
    const app = await openAppOn(database);
    const ward = new WardFile(database);
    const phones = leaders.map((leader) => phoneOf(leader, app.url));
    const households = await Promise.all(
      leaders.map(async (leader) => {
        const caller = callerOf(leader, app.url);
        await caller.pulls();
        return householdsOf(caller);
      })
    );
    const faults: string[] = [];
    const figures = { restores: 0, declared: 0, entries: 0, 'brought back': 0 };
    const all: string[] = [];
    const task = (name: string) =>
      promisify(execFile)('npx', ['tsx', `src/lib/server/tasks/${name}.ts`, backup], {
        env: { ...process.env, DATABASE_URL: database }
      });
    const works = async (phone: TestPhone, place: number) => {
      for (let taps = random.between(1, 12); taps > 0; taps -= 1) {
        phone.now = Date.now();
        const saved = await phone.taps('visit', [aVisit(random.pick(households[place]!))]);
        if (saved.kind === 'saved') all.push(saved.id);
        else faults.push(`a tap was not saved: ${saved.kind}`);
      }
    };
    const everybodyWorks = () => Promise.all(phones.map(works));
    const everybodySyncs = () => Promise.all(phones.map((phone) => phone.syncs()));

    for (const phone of phones) await phone.syncs();
    while (figures.restores < count && faults.length < 20) {
      await everybodyWorks();
      await everybodySyncs();
      await task('back-up');
      await everybodyWorks();
      await everybodySyncs();
      const before = ward.count();
      // Some work is still on its way when the ward goes back.
      if (random.chance(0.5)) await everybodyWorks();

      const declared = random.chance(0.5);
      await app.stop();
      if (declared) await task('restore');
      else await overwrite(backup, database);
      ward.forget();
      figures['brought back'] += before - ward.count();
      await app.start();
      await everybodySyncs();
      // Undeclared, only the first phone shows it; the others learn of it at their next exchange.
      await everybodySyncs();
      figures.restores += 1;
      figures.declared += Number(declared);
      const { present, most } = ward.stored(all);
      const how = `restore ${figures.restores} (${declared ? 'declared' : 'not declared'})`;
      if (present !== all.length)
        faults.push(`${how}: ${all.length - present} of ${all.length} entries are gone`);
      if (most > 1) faults.push(`${how}: an entry is there ${most} times`);
      for (const phone of phones) if ((await phone.waiting()) > 0) faults.push(`${how}: a phone still waits`);
      const broken = ward.fault();
      if (broken) faults.push(`${how}: ${broken}`);
      if (figures.restores % 5 === 0) say(`${figures.restores} restores, ${all.length} entries`);
    }
    figures.entries = all.length;
    if (!ward.isWhole()) faults.push('the database is damaged');
    await app.close();
    for (const phone of phones) await phone.device.close();
    return { figures, faults };
  }
};

/** As an operator does who knows of no command. */
async function overwrite(backup: string, database: string): Promise<void> {
  for (const end of ['-wal', '-shm']) await rm(database + end, { force: true });
  await copyFile(backup, database);
}
