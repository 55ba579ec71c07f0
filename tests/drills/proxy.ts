import { answersOtherwise } from '../e2e/support/people';
import { becomes, type Drill } from './drill';
import { badManners } from './support/bad-manners';
import { openBehindWire } from './support/behind-wire';
import { householdsOnPhone, onPhone, openPhone, questionIsThere } from './support/browser';
import { passes } from './support/wire';
import { WardFile } from './support/ward-file';

/** Bad answers between two good ones. */
const BAD_SPELL = 25;

/** EX6: an answer counts only if it is status 200, our JSON, complete, with our request id and end mark. */
export const proxy: Drill = {
  promise:
    'portals, cut answers, foreign words and redirects take nothing out of the queue; in the end all is there once',
  count: 500,
  async run(count, random, say) {
    const { url, app, wire, browser, close } = await openBehindWire();
    const { page } = await openPhone(browser, url);
    const households = await householdsOnPhone(page, url);
    const ward = new WardFile(app.database);
    const bad = Object.entries(badManners(random));
    const faults: string[] = [];
    const figures = { 'bad answers': 0, kinds: bad.length, entries: 0 };
    const all: string[] = [];

    while (figures['bad answers'] < count && faults.length < 10) {
      wire.manner = (_asked, response) => void response.destroy();
      await page.goto(households[figures['bad answers'] % households.length]!);
      await questionIsThere(page);
      for (const section of await page.locator('section.person').all()) {
        await answersOtherwise(section.getByRole('group', { name: /Thẻ BHYT/ }));
      }
      const { waiting } = await onPhone(page);
      all.push(...waiting.map(({ id }) => id));
      await page.goto(`${url}/outbox`);
      for (let spell = 0; spell < BAD_SPELL && figures['bad answers'] < count; spell += 1) {
        const [what, manner] = bad[figures['bad answers'] % bad.length]!;
        wire.manner = manner;
        if (!(await sendsNow())) faults.push(`"Gửi ngay" asked nothing of the way (after "${what}")`);
        figures['bad answers'] += 1;
        const { waiting: still } = await onPhone(page);
        if (still.length !== waiting.length)
          faults.push(`"${what}" took ${waiting.length - still.length} entries out`);
        if (new URL(page.url()).pathname !== '/outbox')
          faults.push(`"${what}" led the page to ${page.url()}`);
      }
      wire.manner = passes;
      await sendsNow();
      if (!(await becomes(async () => (await onPhone(page)).waiting.length === 0)))
        faults.push('with a good way it did not drain');
      say(`${figures['bad answers']} bad answers, ${all.length} entries`);
    }
    const { present, most } = ward.stored(all);
    if (present !== all.length) faults.push(`${all.length - present} entries are gone`);
    if (most > 1) faults.push(`an entry is stored ${most} times`);
    figures.entries = all.length;
    await close();
    return { figures, faults };

    async function sendsNow(): Promise<boolean> {
      const before = wire.exchanges;
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      const asked = await becomes(() => wire.exchanges > before && wire.answered === wire.exchanges, 10_000);
      // The page has had its turn once it answers a question of ours after the wire's last word.
      await page.evaluate('new Promise((turn) => setTimeout(turn, 20))');
      return asked;
    }
  }
};
