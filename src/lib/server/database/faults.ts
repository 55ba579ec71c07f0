/** The database cannot now, and may later: full, locked, gone. Nothing was stored. */
export class BusyError extends Error {
  constructor(cause: unknown) {
    super('the database cannot now', { cause });
  }
}

const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|INTERRUPT|PROTOCOL)/;
/** Connection, rollback to be tried again, resources, shutdown, system. */
const POSTGRES = /^(08|40|53|55|57|58)[0-9A-Z]{3}$/;
const NETWORK = /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)/;

/** Whether a fault says nothing about what was being stored. */
export function isPassing(fault: unknown): boolean {
  if (fault instanceof BusyError) return true;
  const { code = '', message = '' } = (fault ?? {}) as { code?: unknown; message?: string };
  const text = String(code);
  return (
    SQLITE.test(text) ||
    POSTGRES.test(text) ||
    NETWORK.test(text) ||
    /connection terminated|timeout exceeded/i.test(message)
  );
}

/** Somebody else is writing into the file of SQLite. */
export const isLocked = (fault: unknown): boolean =>
  /^SQLITE_BUSY/.test(String((fault as { code?: unknown } | null)?.code));
