import { SESSION_PATH } from '$lib/protocol/paths';
import { groupOf, type Measure } from '../bench-world';
import { alone, inMs, median, quantile } from '../table';
import { OFFICER, PIN } from '../ward';

/** Pages of the ward's desk, whole and rendered, as the server answers them; with as many people as the ward has. */
export const desk: Measure = async ({ ours: { url }, led, runs }) => {
  const cookie = await signIn(url);
  const { group } = groupOf(led, 500);
  const pages = {
    overview: '/ward',
    'overview by insurance': '/ward?by=insurance',
    urging: '/ward/urging',
    'urging one group': `/ward/urging?group=${group}`,
    calendar: '/ward/calendar',
    'one group, who is uninsured': `/ward/groups/${group}?indicator=10`,
    'one group, who was not seen': `/ward/groups/${group}`,
    accounts: '/ward/accounts',
    quarantine: '/ward/quarantine',
    differences: '/ward/differences',
    duplicates: '/ward/duplicates'
  };
  const lines = [];
  for (const [name, path] of Object.entries(pages)) {
    const first = await timed(url + path, cookie);
    const again = [];
    for (let run = 0; run < Math.max(runs, 7); run += 1) again.push(await timed(url + path, cookie));
    const said = `${inMs(median(again))} ms (p95 ${inMs(quantile(again, 0.95))}; the first time ${inMs(first)})`;
    lines.push(alone(`The ward's desk: ${name}`, said));
  }
  return lines;
};

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
