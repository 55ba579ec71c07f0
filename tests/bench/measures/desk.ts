import { SESSION_PATH } from '$lib/protocol/paths';
import { groupOf, type Measure } from '../bench-world';
import { alone, inMs, median, quantile } from '../table';
import { OFFICER, PIN } from '../ward';

/** Pages of the ward's desk, whole and rendered, as the server answers them; with as many people as the ward has. */
export const desk: Measure = async ({ ours: { url }, led, runs }) => {
  const cookie = await signIn(url);
  const { group } = groupOf(led, 500);
  const pages = await pagesOf(url, cookie, group);
  const lines = [];
  const slow: number[] = [];
  for (const path of pages) {
    const first = await timed(url + path, cookie);
    const again = [];
    for (let run = 0; run < Math.max(runs, 7); run += 1) again.push(await timed(url + path, cookie));
    const said = `${inMs(median(again))} ms (p95 ${inMs(quantile(again, 0.95))}; the first time ${inMs(first)})`;
    slow.push(median(again));
    lines.push(alone(`The ward's desk: ${path.replace(/[0-9a-f-]{36}/g, '…')}`, said));
  }
  const most = `the slowest ${inMs(Math.max(...slow))} ms, half of them under ${inMs(median(slow))} ms`;
  return [alone(`**${pages.length} pages of the ward's desk with 37,500 people**`, most), ...lines];
};

/** Every page that an officer can open, by its address. */
async function pagesOf(url: string, cookie: string, group: string): Promise<string[]> {
  const text = async (path: string) => (await fetch(url + path, { headers: { cookie } })).text();
  const first = async (path: string) =>
    new RegExp(`${path}/[0-9a-f-]{36}`).exec(await text(path))?.[0] ?? path;
  const period = await first('/ward/periods');
  const places = [...(await text('/ward')).matchAll(/href="(\/ward\/[a-z-]+)"/g)].map(([, path]) => path!);
  const tables = [...(await text('/ward/exports')).matchAll(/href="(\/ward\/exports\/[a-z]+)"/g)];
  return [
    ...new Set([
      ...['/ward', '/ward?by=insurance', ...places, `/ward/urging?group=${group}`],
      ...[`/ward/groups/${group}`, `/ward/groups/${group}?indicator=10`, `/ward/ranking?group=${group}`],
      ...[period, `${period}/${group}`, await first('/ward/campaign'), `/ward/culture/${group}`],
      ...tables.map(([, path]) => path!)
    ])
  ];
}

async function timed(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return performance.now() - began;
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(url + SESSION_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: OFFICER, pin: PIN })
  });
  if (!answer.ok) throw new Error(`Sign-in refused: ${answer.status}`);
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}
