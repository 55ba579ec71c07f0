import { chromium } from '@playwright/test';
import { openApp } from '../e2e/support/app';
import fillSample from '../e2e/support/fill-sample';
import { signIn } from '../e2e/support/people';

// The two pictures of the README, of the invented ward: npx tsx tests/pictures/readme.ts after a build.
await fillSample();
const app = await openApp();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
const leader = await signIn(browser, app.url, 'totruong1');
await leader.page.setViewportSize({ width: 360, height: 740 });
await leader.page.goto(app.url);
await leader.page.getByRole('heading', { name: 'Chỉ tiêu của tổ' }).waitFor();
const officer = await signIn(browser, app.url, 'canbo');
await leader.page.screenshot({ path: 'tests/pictures/leader.png' });
await officer.page.screenshot({ path: 'tests/pictures/ward.png' });
await browser.close();
await app.close();
