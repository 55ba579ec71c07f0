import Sqlite from 'better-sqlite3';
import { BEGINNING, firstBroken, type History } from '$lib/server/exchange/history';

/** The ward's database as it lies on the disk, read beside the server. */
export class WardFile {
  #checked: History = BEGINNING;

  constructor(readonly path: string) {}

  read<T>(ask: (db: Sqlite.Database) => T): T {
    const db = new Sqlite(this.path, { readonly: true, fileMustExist: true });
    try {
      return ask(db);
    } finally {
      db.close();
    }
  }

  /** How many of these ids are stored, and how often the most frequent one. */
  stored(ids: readonly string[]): { present: number; most: number } {
    return this.read((db) => {
      const count = db.prepare('select count(*) from entries where id = ?').pluck();
      const counts = ids.map((id) => count.get(id) as number);
      return { present: counts.filter((n) => n > 0).length, most: Math.max(0, ...counts) };
    });
  }

  count(): number {
    return this.read((db) => db.prepare('select count(*) from entries').pluck().get() as number);
  }

  /** What is wrong with the history since the last look; undefined where it stands. */
  fault(): string | undefined {
    return this.read((db) => {
      const lines = db
        .prepare(
          `select seq, entries.id, sha, verdict, chain from chain join entries on number = entry
           where seq > ? order by seq`
        )
        .all(this.#checked.head) as Parameters<typeof firstBroken>[0] extends Iterable<infer Line>
        ? Line[]
        : never;
      const broken = firstBroken(lines, this.#checked);
      if (broken !== null) return `the chain breaks at ${broken}`;
      const last = lines.at(-1);
      if (last) this.#checked = { head: last.seq, chain: last.chain };
      const ward = db.prepare('select head, chain from ward').get() as History;
      if (ward.head !== this.#checked.head || ward.chain !== this.#checked.chain)
        return 'the head is elsewhere';
    });
  }

  isWhole(): boolean {
    return this.read((db) => db.pragma('integrity_check', { simple: true }) === 'ok');
  }

  /** After a restore the history is another. */
  forget(): void {
    this.#checked = BEGINNING;
  }
}
