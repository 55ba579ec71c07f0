import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { copyFile, link, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { type Candidate, type Copies, CopyRefusal, type Opened } from './copy';
import { makeDurable } from './durable';
import type { Schema } from './schema';

/** What lies beside a database while it is open. */
const LOGS = ['-wal', '-shm', '-journal'];
/** Pages copied before others have their turn. */
const PAGES_AT_ONCE = 500;

export const sqliteCopies = (path: string): Copies => ({
  ending: 'db',
  scratch: dirname(path),
  copyTo: (file) => copyOnline(path, file),
  inspect: async (file) => {
    checkFile(file);
    return opened(file);
  },
  admit: (file) => admit(file, path),
  present: () => (existsSync(path) ? opened(path) : undefined),
  refuseWhileInUse: async () => refuseWhileInUse(path)
});

/** One moment of the ward, whatever is written meanwhile: the reading transaction stays open until all is copied. */
async function copyOnline(path: string, file: string): Promise<void> {
  const source = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    source.exec('begin');
    source.prepare('select count(*) from sqlite_master').get();
    await source.backup(file, { progress: () => PAGES_AT_ONCE });
  } finally {
    source.close();
  }
}

async function admit(file: string, path: string): Promise<Candidate> {
  const beside = `${path}.restoring`;
  await removeAll(beside);
  await copyFile(file, beside);
  // Somebody may have copied the two files of a database that was open.
  if (existsSync(`${file}-wal`)) await copyFile(`${file}-wal`, `${beside}-wal`);
  try {
    return candidate(beside, path);
  } catch (fault) {
    await removeAll(beside);
    throw fault;
  }
}

function candidate(file: string, path: string): Candidate {
  checkFile(file);
  const { db, close } = opened(file);
  return {
    db,
    discard: async () => {
      await close();
      await removeAll(file);
    },
    takePlace: async (mark) => {
      await close();
      checkFile(file);
      await makeDurable(file);
      const aside = existsSync(path) ? `${path}.${mark}` : null;
      if (aside) refuseWhileInUse(path);
      // A second name first, then one rename: at no moment is there no database.
      if (aside) await link(path, aside).catch(() => copyFile(path, aside));
      // The log of a database that cannot be read would be taken for the new one's.
      for (const end of LOGS) if (existsSync(path + end)) await rename(path + end, `${aside}${end}`);
      await rename(file, path);
      await makeDurable(dirname(path));
      return aside;
    }
  };
}

/** Whole by the database's own measure; left as one plain file without a log beside it. */
function checkFile(file: string): void {
  refuseHalfPages(file);
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(file, { fileMustExist: true });
    sqlite.pragma('journal_mode = DELETE');
    if (sqlite.pragma('page_count', { simple: true }) === 0) throw new CopyRefusal('damaged');
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') throw new CopyRefusal('damaged');
  } catch (fault) {
    if (fault instanceof CopyRefusal) throw fault;
    const isForeign = (fault as { code?: string }).code === 'SQLITE_NOTADB';
    throw new CopyRefusal(isForeign ? 'foreign' : 'damaged', { cause: fault });
  } finally {
    sqlite?.close();
  }
}

/** SQLite takes a last page that was cut off for a whole one. The header says how large a page is (fileformat2, 1.3.2). */
function refuseHalfPages(file: string): void {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  const read = readSync(handle, header);
  const { size } = fstatSync(handle);
  closeSync(handle);
  if (read > 15 && header.toString('latin1', 0, 15) !== 'SQLite format 3') throw new CopyRefusal('foreign');
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (read < 100 || pageSize === 0 || size % pageSize !== 0) throw new CopyRefusal('damaged');
}

function opened(path: string): Opened {
  const sqlite = new Sqlite(path, { fileMustExist: true });
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
  return { db, close: () => db.destroy() };
}

/** Only who is alone with a database may take its log away; that also writes the log into the file. */
function refuseWhileInUse(path: string): void {
  if (!existsSync(path)) return;
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(path, { timeout: 500 });
    sqlite.pragma('journal_mode = DELETE');
  } catch (fault) {
    const { code = '' } = fault as { code?: string };
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) throw new CopyRefusal('in-use', { cause: fault });
    // What cannot be read any more may be replaced all the same.
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw fault;
  } finally {
    sqlite?.close();
  }
}

async function removeAll(path: string): Promise<void> {
  for (const end of ['', ...LOGS]) await rm(path + end, { force: true });
}
