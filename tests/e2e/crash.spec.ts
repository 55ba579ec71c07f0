import Database from 'better-sqlite3';
import { openWardBehindWire } from '../drills/support/behind-wire';
import { type Manner, passes } from '../drills/support/wire';
import type { App } from './support/app';
import { answersOtherwise, firstHouseholds, signIn, truthOf } from './support/people';
import { expect, test } from './support/test';

const storedBy = ({ database }: App, login: string) => {
  const db = new Database(database, { readonly: true });
  const ids = db
    .prepare('select e.id from entries e join accounts a on a.id = e.author where a.login = ?')
    .pluck()
    .all(login) as string[];
  db.close();
  return ids;
};

test('[EX3][SV1] the answer is cut off and the ward is killed in mid-batch: nothing twice, nothing lost', async ({
  browser
}) => {
  // A wire of its own and not the browser's: the worker sends too (EX8), by ways that a page's routes do not see.
  const { url, app, wire, close } = await openWardBehindWire();
  const { page } = await signIn(browser, url, 'totruong1');
  const households = await firstHouseholds(page, url, 4);
  wire.manner = (_asked, response) => void response.destroy();
  for (const href of households) {
    await page.goto(url + href);
    await expect(page.locator('section.person').first()).toBeVisible();
    for (const section of await page.locator('section.person').all()) {
      await answersOtherwise(section.getByRole('group', { name: /Thẻ BHYT/ }));
    }
  }
  const made = Number(/(\d+) mục trên máy/.exec((await truthOf(page).textContent())!)![1]);
  const before = storedBy(app, 'totruong1').length;
  await page.goto(`${url}/outbox`);
  const sendNow = page.getByRole('button', { name: 'Gửi ngay' });

  // The ward takes everything in; its answer never arrives.
  let cut = 0;
  const cutsTheAnswer: Manner = async ({ forward }, response) => {
    await forward();
    cut += 1;
    response.destroy();
  };
  wire.manner = cutsTheAnswer;
  await sendNow.click();
  await expect.poll(() => cut).toBeGreaterThan(0);
  expect(storedBy(app, 'totruong1').length).toBeGreaterThan(before);
  await expect(truthOf(page)).toContainText(`${made} mục trên máy, chưa gửi`);

  // The power fails while a batch is under way.
  let failed = false;
  wire.manner = async ({ forward }, response) => {
    const answering = forward().catch(() => undefined);
    await app.stop();
    await answering;
    failed = true;
    response.destroy();
  };
  await sendNow.click();
  await expect.poll(() => failed).toBe(true);
  await expect(truthOf(page)).toContainText(`${made} mục trên máy, chưa gửi`);

  wire.manner = passes;
  await app.start();
  await sendNow.click();
  await expect(truthOf(page)).toContainText('Phường đã nhận hết');
  const stored = storedBy(app, 'totruong1');
  expect(stored.length - before).toBe(made);
  expect(new Set(stored).size).toBe(stored.length);
  await close();
});
