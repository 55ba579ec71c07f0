import { type Browser, expect, type Page } from '@playwright/test';
import { passes, takesOneByOne, type Wire } from '../../drills/support/wire';
import { answersOtherwise, firstHouseholds, signIn, type Someone, truthOf } from './people';

/** A ward in which something waits for the officer on every page of the desk, made by phones as people use them. */
export type BusyWard = Readonly<{
  officer: Page;
  hoa: Someone;
  lan: Someone;
  mai: Someone;
  /** Two answers to one question, given by Hoa and Lan without having seen each other's. */
  disputed: string;
  /** Answered by Lan after she had been signed out. */
  held: string;
  /** Answered by Hoa, not sent yet. */
  unsent: string;
}>;

/** The ward, and the wire through which phones reach it. */
type Reached = Readonly<{ url: string; wire: Wire }>;

export async function makeBusy(browser: Browser, app: Reached): Promise<BusyWard> {
  const [hoa, lan, mai] = [
    await signIn(browser, app.url, 'totruong1'),
    await signIn(browser, app.url, 'topho1'),
    await signIn(browser, app.url, 'totruong3')
  ];
  const [disputed, held, unsent] = (await firstHouseholds(hoa.page, app.url, 3)) as [string, string, string];
  await disagree(app, hoa, lan, disputed);
  await fallsSilent(app, mai);
  await recordsOffline(app, hoa, [unsent]);

  await recordsOffline(app, lan, [held]);
  await lan.context.clearCookies();
  await lan.context.setOffline(false);
  await sendsNow(app, lan);
  await expect(truthOf(lan.page)).toContainText('Cần đăng nhập lại');

  const { page: officer } = await signIn(browser, app.url, 'canbo');
  return { officer, hoa, lan, mai, disputed, held, unsent };
}

/** Answers the first question of some households with the network away. */
export async function recordsOffline(
  { url }: Pick<Reached, 'url'>,
  { page, context }: Someone,
  households: readonly string[]
) {
  for (const [n, href] of households.entries()) {
    if (n === 0) await page.goto(url + href);
    if (n === 0) await context.setOffline(true);
    if (n > 0) await page.goto(url + href);
    await answersOtherwise(insuranceOn(page));
  }
}

export async function sendsNow({ url }: Pick<Reached, 'url'>, { page }: Someone): Promise<void> {
  await page.goto(`${url}/outbox`);
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
}

export const insuranceOn = (page: Page) => page.getByRole('group', { name: /Thẻ BHYT/ }).first();

async function disagree(app: Reached, hoa: Someone, lan: Someone, href: string): Promise<void> {
  for (const { page, context } of [hoa, lan]) {
    await page.goto(app.url + href);
    await expect(insuranceOn(page)).toBeVisible();
    await context.setOffline(true);
  }
  const checked = await insuranceOn(hoa.page).locator('input:checked').getAttribute('value');
  const codes = ['yes', 'no', 'unclear'].filter((code) => code !== checked);
  for (const [at, { page, context }] of [hoa, lan].entries()) {
    const answer = insuranceOn(page).locator('label', { has: page.locator(`input[value="${codes[at]}"]`) });
    await answer.click();
    await expect(insuranceOn(page).getByText('trên máy')).toBeVisible();
    await context.setOffline(false);
  }
  for (const who of [hoa, lan]) {
    await sendsNow(app, who);
    await expect(truthOf(who.page)).toContainText('Phường đã nhận hết');
  }
}

/** Three entries, of which the ward takes one and hears that two are left; then the phone is silent. */
async function fallsSilent(app: Reached, mai: Someone): Promise<void> {
  const { page, context } = mai;
  await recordsOffline(app, mai, await firstHouseholds(page, app.url, 3));
  // There first: a page that is left whole would cut off the one answer that comes.
  await page.goto(`${app.url}/outbox`);
  app.wire.manner = takesOneByOne(1);
  await context.setOffline(false);
  // After each "too large" the phone waits a while of its own choosing before it tries half.
  await expect(async () => {
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await expect(truthOf(page)).toContainText('2 mục trên máy', { timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await context.setOffline(true);
  app.wire.manner = passes;
}
