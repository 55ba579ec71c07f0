import { type DBSchema, type IDBPDatabase, openDB, type OpenDBCallbacks } from 'idb';

/** A database that is opened when needed and opened again when the system has closed it. */
export type Store<Schema extends DBSchema> = Readonly<{
  /** Runs steps on an open connection; once more on a fresh one if the connection was dead. */
  run: <T>(steps: (db: IDBPDatabase<Schema>) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}>;

type Upgrade<Schema extends DBSchema> = NonNullable<OpenDBCallbacks<Schema>['upgrade']>;

export function openStore<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: Upgrade<Schema>
): Store<Schema> {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => (opening = undefined);
  const open = () =>
    (opening ??= openDB<Schema>(name, version, {
      upgrade,
      // A newer version of the app wants to upgrade: this page must not stand in its way.
      blocking: (_current, _wanted, event) => {
        (event.target as unknown as IDBDatabase).close();
        forget();
      },
      terminated: forget
    }).catch((fault) => {
      forget();
      throw fault;
    }));

  return {
    async run(steps) {
      const db = await open();
      try {
        return await steps(db);
      } catch (fault) {
        if (!isDeadConnection(fault)) throw fault;
        forget();
        db.close();
        return await steps(await open());
      }
    },
    async close() {
      const db = await opening;
      forget();
      db?.close();
    }
  };
}

/** iOS kills the connection of an app in the background; the same handle never works again. */
function isDeadConnection(fault: unknown): boolean {
  if (!(fault instanceof DOMException)) return false;
  return (
    fault.name === 'InvalidStateError' ||
    (fault.name === 'UnknownError' && /lost|closing/i.test(fault.message))
  );
}
