import type { Measure } from '../bench-world';
import { OfficeDesk } from '../office-desk';
import { alone, inMs, median, quantile } from '../table';

/** A report of 23 groups is made while somebody waits: within this. Milliseconds. */
const MOST = 2_000;

const PAPERS = [
  ['the ward’s report with its three annexes, .docx', 'paper=ward-report&as=docx'],
  ['the tables of the ward’s report, .xlsx', 'paper=ward-report&as=xlsx'],
  ['a sheet a group, 23 in one .docx', 'paper=group-sheets&as=docx'],
  ['the papers of the awards, .docx', 'paper=awards&as=docx']
] as const;

/** Papers from the figures of 23 groups, from the click to the last byte of the file. */
export const papers: Measure = async ({ ours: { url }, runs }) => {
  const { cookie } = await OfficeDesk.signsIn(url);
  const page = await (await fetch(`${url}/ward/papers`, { headers: { cookie } })).text();
  const period = /<option value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const lines = [];
  for (const [name, asked] of PAPERS) {
    const took: number[] = [];
    for (let run = 0; run < Math.max(runs, 7) + 1; run += 1) {
      const began = performance.now();
      const answer = await fetch(`${url}/ward/papers/file?${asked}&period=${period}`, {
        headers: { cookie }
      });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (!answer.ok || bytes[0] !== 0x50) throw new Error(`${name}: ${answer.status}`);
      took.push(performance.now() - began);
    }
    const [first = 0, ...again] = took;
    if (median(again) > MOST) throw new Error(`${name} took ${inMs(median(again))} ms.`);
    lines.push(
      alone(
        name,
        `${inMs(median(again))} ms (p95 ${inMs(quantile(again, 0.95))}; the first time ${inMs(first)})`
      )
    );
  }
  return lines;
};
