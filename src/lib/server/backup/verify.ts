import { hash } from 'node:crypto';
import { CopyRefusal } from '../database/copy';
import { type Database, openDatabase } from '../database/open';
import { BEGINNING, firstBroken, type History } from '../exchange/history';
import { countEntries, readHistoryAfter, readSteps } from '../queries/verification';
import { readWard, type Ward } from '../queries/ward';
import { yieldTurn } from '../turns';

const LINES_AT_ONCE = 2_000;

/** The whole of a copy: our tables as this version makes them, every byte, every link of the chain up to the head. */
export async function verify(db: Database): Promise<Ward> {
  await refuseOtherTables(db);
  const ward = await readWard(db);
  if (!ward) throw new CopyRefusal('no-ward');
  const { head, chain } = await walkHistory(db);
  if (head !== ward.head || chain !== ward.chain) throw new CopyRefusal('broken-chain');
  return ward;
}

async function refuseOtherTables(db: Database): Promise<void> {
  const [theirs, ours] = [await readSteps(db), await ownSteps()];
  if (!theirs) throw new CopyRefusal('foreign');
  if (theirs.some((step) => !ours.includes(step))) throw new CopyRefusal('newer-schema');
  if (theirs.length < ours.length) throw new CopyRefusal('older-schema');
}

async function ownSteps(): Promise<string[]> {
  const { db, close } = await openDatabase(':memory:');
  try {
    return (await readSteps(db))!;
  } finally {
    await close();
  }
}

/** In parts, so that a server goes on answering while it verifies. */
async function walkHistory(db: Database): Promise<History> {
  let history: History = BEGINNING;
  let entries = 0;
  for (;;) {
    const lines = await readHistoryAfter(db, history.head, LINES_AT_ONCE);
    if (firstBroken(lines, history) !== null) throw new CopyRefusal('broken-chain');
    for (const { seq, entry, sha, body } of lines) {
      if (hash('sha256', body, 'hex') !== sha) throw new CopyRefusal('broken-chain');
      if (seq === entry) entries += 1;
    }
    const last = lines.at(-1);
    if (!last) break;
    history = { head: last.seq, chain: last.chain };
    await yieldTurn();
  }
  // Each entry has the link of its own storing; one without was put there by another hand.
  if (entries !== (await countEntries(db))) throw new CopyRefusal('broken-chain');
  return history;
}
