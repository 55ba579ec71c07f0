import { missingOf } from '$lib/domain/delivery/loss';
import type { AccountId } from '$lib/domain/ids';
import { openDatabase } from '$lib/server/database/open';
import { bookOf } from '$lib/server/exchange/contact';
import { readDevice, readDevices, saveDeviceGone } from '$lib/server/queries/devices';
import { becomes, type Drill } from './drill';
import { openBehindWire } from './support/behind-wire';
import { householdsOnPhone, onPhone, openPhone, questionIsThere, TAP } from './support/browser';
import { passes, takesOneByOne } from './support/wire';

/** EP3: what a phone had and never sent is counted, as far as it was known at the last contact. */
export const storageDeleted: Drill = {
  promise:
    'the storage of a phone vanishes between two runs; the ward sees how many entries are lost, and whose',
  count: 20,
  async run(count, random, say) {
    const { url, app, wire, browser, close } = await openBehindWire();
    const faults: string[] = [];
    const figures = { deletions: 0, entries: 0, received: 0, 'counted as lost': 0, 'never spoken of': 0 };

    while (figures.deletions < count && faults.length < 10) {
      const login = `totruong${(figures.deletions % 20) + 1}`;
      wire.manner = passes;
      const { context, page } = await openPhone(browser, url, login);
      const households = await householdsOnPhone(page, url);
      const [made, taken] = [random.between(2, 10), random.between(0, 5)];
      wire.manner = (_asked, response) => void response.destroy();
      for (let n = 0; n < made; n += 1) {
        await page.goto(households[n]!);
        await questionIsThere(page);
        await page.evaluate(TAP);
        await becomes(async () => (await onPhone(page)).n === n + 1);
      }
      const { device, n } = await deviceOn(page.evaluate.bind(page));
      const received = Math.min(made, taken);
      wire.manner = takesOneByOne(received);
      await page.goto(`${url}/outbox`);
      if (received > 0) await page.getByRole('button', { name: 'Gửi ngay' }).click();
      const left = made - received;
      await becomes(async () => (await onPhone(page)).waiting.length === left);
      if (n !== made || (await onPhone(page)).waiting.length !== left)
        faults.push('the phone is not as the drill wants it');

      await page.goto('about:blank');
      const session = await context.newCDPSession(page);
      await session.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'all' });
      await page.close();
      wire.manner = passes;
      const { page: again } = await openPhone({ newContext: async () => context }, url, login);
      const renewed = await deviceOn(again.evaluate.bind(again));
      figures.deletions += 1;
      if (renewed.device === device || renewed.n !== 0) faults.push(`${login}: the storage was not deleted`);

      const told = await wardSays(app.database, device);
      const expected = received > 0 ? left : 0;
      if (told.unsent !== expected) faults.push(`${login}: ${expected} unsent, the ward says ${told.unsent}`);
      if (told.lost !== expected) faults.push(`${login}: ${expected} lost, the ward says ${told.lost}`);
      figures.entries += made;
      figures.received += received;
      figures['counted as lost'] += told.lost;
      if (received === 0) figures['never spoken of'] += made;
      await context.close();
      if (figures.deletions % 5 === 0)
        say(`${figures.deletions} deletions, ${figures['counted as lost']} counted as lost`);
    }
    await close();
    return { figures, faults };
  }
};

/** What the officer reads about this device: before, and after saying that it will not come back. */
async function wardSays(database: string, device: string): Promise<{ unsent: number; lost: number }> {
  const { db, close } = await openDatabase(database);
  try {
    const { account } = (await readDevices(db)).find((one) => one.device === device)!;
    const { unsent } = missingOf(bookOf((await readDevice(db, account as AccountId, device))!));
    await saveDeviceGone(db, account, device, Date.now());
    const { lost } = missingOf(bookOf((await readDevice(db, account as AccountId, device))!));
    return { unsent, lost };
  } finally {
    await close();
  }
}

async function deviceOn(
  evaluate: (script: string) => Promise<unknown>
): Promise<{ device: string; n: number }> {
  return (await evaluate(`(async () => {
    const name = (await indexedDB.databases()).map((one) => one.name).find((one) => /-work-/.test(one));
    const db = await new Promise((done) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
    });
    const counts = await new Promise((done) => {
      const asked = db.transaction('meta').objectStore('meta').get('counts');
      asked.onsuccess = () => done(asked.result);
    });
    db.close();
    return { device: counts.device, n: counts.n };
  })()`)) as { device: string; n: number };
}
