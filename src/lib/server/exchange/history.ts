import { hash } from 'node:crypto';
import type { ChainLine } from '../queries/chain';

/** The last number of the ward, and the hash that stands for all before it. */
export type History = Readonly<{ head: number; chain: string }>;

/** Before the first number. */
export const BEGINNING: History = { head: 0, chain: hash('sha256', '', 'hex') };

/** chain = SHA-256(previous ‖ number ‖ id ‖ sha ‖ verdict) (SV2). */
export const chained = (previous: string, seq: number, id: string, sha: string, verdict: string): string =>
  hash('sha256', `${previous}|${seq}|${id}|${sha}|${verdict}`, 'hex');

/** The next line of the history, about the entry stored under `entry`. */
export function nextLine(
  { head, chain }: History,
  { id, sha, number }: { id: string; sha: string; number: number },
  verdict: string
): ChainLine {
  const seq = head + 1;
  return { seq, entry: number, verdict, chain: chained(chain, seq, id, sha, verdict) };
}

/** The first number whose hash is not what it should be; null where the whole history stands. */
export function firstBroken(
  lines: Iterable<{ seq: number; id: string; sha: string; verdict: string; chain: string }>,
  after = BEGINNING
): number | null {
  let { head, chain } = after;
  for (const line of lines) {
    if (line.seq !== head + 1) return head + 1;
    chain = chained(chain, line.seq, line.id, line.sha, line.verdict);
    if (chain !== line.chain) return line.seq;
    head = line.seq;
  }
  return null;
}
