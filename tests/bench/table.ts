import { cpus } from 'node:os';

/** One line of the outcome: milliseconds (or bytes) of ours, and of the bare baseline where there is one. */
export type Line = Readonly<{ name: string; ours: string; bare: string; ratio: string }>;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)]!;
  return below + (sorted[Math.ceil(place)]! - below) * (place % 1);
}

/** Medians of alternating runs beside each other. */
export function compared(name: string, ours: readonly number[], bare: readonly number[]): Line {
  const ratio = median(ours) / median(bare);
  return { name, ours: withRange(ours), bare: withRange(bare), ratio: `${ratio.toFixed(2)} ×` };
}

export const alone = (name: string, ours: string): Line => ({ name, ours, bare: '', ratio: '' });

export const inMegabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

/** The table as markdown, with the machine on which it was made. */
export function asMarkdown(lines: readonly Line[], browser: string): string {
  const [cpu] = cpus();
  const rows = lines.map(({ name, ours, bare, ratio }) => `| ${name} | ${ours} | ${bare} | ${ratio} |`);
  return [
    `${cpus().length} cores (${cpu?.model.trim()}), Node ${process.versions.node}, Chromium ${browser}, on ${new Date().toISOString().slice(0, 10)}.`,
    'Medians of alternating runs, the least and the most in brackets.',
    '',
    '| | ours | bare baseline | ratio |',
    '| --- | --- | --- | --- |',
    ...rows,
    ''
  ].join('\n');
}

function withRange(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${inMs(median(values))} ms (${inMs(least)}–${inMs(most)})`;
}

export const inMs = (ms: number): string => (ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en'));
