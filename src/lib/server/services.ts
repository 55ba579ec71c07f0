import { randomBytes, randomUUID } from 'node:crypto';
import { type Database, type OpenDatabase, openDatabase } from './database/open';
import type { Write } from './database/transaction';
import type { BookMemory } from './book-memory';
import { type TraceMemory, createTraceMemory } from './changes/household-traces';
import type { DayMemory } from './exchange/day-count';
import { createDirectory, type Directory } from './deciding/directory';
import { createLoad, type Load } from './load';
import { createHashing, type Hashing } from './accounts/pins';
import { createRates, type Rates } from './accounts/rates';
import { createStandingsMemory, type StandingsMemory } from './ranking/ranking';

/** The world as the server sees it; each is a small function, so that a test hands in values. */
export type World = Readonly<{
  now: () => number;
  newId: () => string;
  /** Unguessable text for links and sessions. */
  newToken: () => string;
  /** Writes a fault to the log without anybody's name, and returns its number. */
  reportFault: (fault: unknown) => string;
}>;

/** All that the server is made of; only this file knows everything. */
export type Services = World &
  Readonly<{
    db: Database;
    write: Write;
    load: Load;
    rates: Rates;
    hashing: Hashing;
    remembered: StandingsMemory;
    days: DayMemory;
    directory: Directory;
    books: BookMemory;
    traced: TraceMemory;
    /** Lists that are being entered or taken back by this process. */
    runningLists: Set<string>;
    /** Wrong sign-ins under names that nobody has. */
    strangers: Map<string, { fails: number; lockedUntil: number | null }>;
    close: () => Promise<void>;
  }>;

/** Puts the server together around an open database. */
export function createServices({ db, write, close }: OpenDatabase, given: Partial<World> = {}): Services {
  const world = { ...theWorld(), ...given };
  return {
    ...world,
    db,
    write,
    close,
    load: createLoad(world.now),
    rates: createRates(world.now),
    hashing: createHashing(),
    remembered: createStandingsMemory(),
    days: new Map(),
    directory: createDirectory(),
    books: new Map(),
    traced: createTraceMemory(),
    runningLists: new Set(),
    strangers: new Map()
  };
}

let opened: Promise<Services> | undefined;

export const databaseUrl = (): string => process.env.DATABASE_URL || 'data/ward.db';

/** The one server of this process, on the database that the environment names. */
export function theServices(url = databaseUrl()): Promise<Services> {
  opened ??= openDatabase(url).then(
    (database) => createServices(database),
    (fault) => {
      // The next request tries again: the database may be on its way up.
      opened = undefined;
      throw fault;
    }
  );
  return opened;
}

const theWorld = (): World => ({
  now: Date.now,
  newId: randomUUID,
  newToken: () => randomBytes(32).toString('base64url'),
  reportFault(fault) {
    const number = randomBytes(4).toString('hex');
    // The stack names files and lines; the message could quote somebody's values.
    const stack =
      fault instanceof Error ? (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    const { name = typeof fault, code = '' } = (fault ?? {}) as { name?: string; code?: string };
    process.stderr.write(`fault ${number}: ${name} ${code}\n${stack.join('\n')}\n`);
    return number;
  }
});
