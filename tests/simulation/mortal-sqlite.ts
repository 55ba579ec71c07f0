import type { DatabaseConnection, Dialect, Driver } from 'kysely';
import type { ServerFault } from './step';

/** The process of the server was ended here. */
export class Killed extends Error {}

/** When the server breaks: asked before each statement. */
export class ServerLife {
  dead = false;
  #fault: ServerFault | undefined;

  breaks(fault: ServerFault | undefined): void {
    this.#fault = fault;
  }

  /** Before a statement. A dead process does nothing more. */
  step(statement: string): void {
    if (this.dead) throw new Killed();
    if (!this.#fault || this.#fault.after-- > 0 || /^rollback/.test(statement)) return;
    const { how } = this.#fault;
    this.#fault = undefined;
    if (how === 'killed') {
      this.dead = true;
      throw new Killed();
    }
    const code = { full: 'SQLITE_FULL', locked: 'SQLITE_BUSY', odd: 'SQLITE_CONSTRAINT_CHECK' }[how];
    throw Object.assign(new Error(code), { code });
  }
}

/** The real dialect, with a point to break at before each statement. */
export const mortal = (dialect: Dialect, life: ServerLife): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createDriver: () => mortalDriver(dialect.createDriver(), life)
});

function mortalDriver(driver: Driver, life: ServerLife): Driver {
  return {
    init: (...given) => driver.init(...given),
    async acquireConnection(...given) {
      const connection = await driver.acquireConnection(...given);
      return mortalConnection(connection, life);
    },
    beginTransaction: (...given) => driver.beginTransaction(...given),
    commitTransaction: (...given) => driver.commitTransaction(...given),
    rollbackTransaction: (...given) => driver.rollbackTransaction(...given),
    releaseConnection: (...given) => driver.releaseConnection(...given),
    destroy: (...given) => driver.destroy(...given)
  };
}

const mortalConnection = (connection: DatabaseConnection, life: ServerLife): DatabaseConnection => ({
  async executeQuery(query, ...rest) {
    life.step(query.sql);
    return connection.executeQuery(query, ...rest);
  },
  streamQuery: (...given) => connection.streamQuery(...given)
});
