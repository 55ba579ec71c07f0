import type { Page } from '@playwright/test';
import { type Browser, openBench } from './browser';
import type { Line } from './table';
import type { Led } from './ward';
import { PIN } from './ward';
import type { Running } from './processes';

/** Everything a measure is made with. */
export type World = Readonly<{
  /** The path of the browser, for measures that open one of their own. */
  chromium: string;
  browser: Browser;
  /** The phone's floors, as a script for a page. */
  script: string;
  ours: Running;
  bare: Running;
  /** The ward on which ours runs. */
  led: readonly Led[];
  runs: number;
}>;

/** One thing that is measured; some give several lines. */
export type Measure = (world: World) => Promise<Line[]>;

/** A page of ours in which somebody is signed in, and a page of the bare server. */
export async function openPages({ browser, script, ours, bare }: World, { login }: Led) {
  const our = await openBench(browser.context, `${ours.url}/api/health`, script);
  await our.evaluate(({ login, pin }) => bench.ours.signIn(login, pin), { login, pin: PIN });
  const least = await openBench(browser.context, bare.url, script);
  return { our, least, close: () => Promise.all([our.close(), least.close()]) };
}

/** A phone that holds its group, as after the first load. */
export async function withItsGroup(our: Page): Promise<void> {
  await our.evaluate(async () => {
    await bench.ours.openNew();
    await bench.ours.exchanges();
  });
}

/** The group with the number of households nearest to what is asked for. */
export const groupOf = (led: readonly Led[], households: number): Led =>
  [...led].sort((a, b) => Math.abs(a.households - households) - Math.abs(b.households - households))[0]!;
