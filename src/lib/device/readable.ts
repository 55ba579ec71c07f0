import type { WorkSchema, WorkStore } from './work';

type Kept<Name extends 'entries' | 'sent'> = WorkSchema[Name]['value'];

/**
 * What can be read of a store, in the order of n. One damaged record makes the whole question fail:
 * it is passed over then, and no longer said to be held, so that the ward can count it (EP3).
 */
export async function readReadable<Name extends 'entries' | 'sent'>(
  work: WorkStore,
  name: Name,
  most?: number
): Promise<Kept<Name>[]> {
  try {
    return (await work.run((db) => db.getAll(name, undefined, most))) as Kept<Name>[];
  } catch {
    return readOneByOne(work, name, most ?? Infinity);
  }
}

async function readOneByOne<Name extends 'entries' | 'sent'>(
  work: WorkStore,
  name: Name,
  most: number
): Promise<Kept<Name>[]> {
  const readable: Kept<Name>[] = [];
  const unreadable: number[] = [];
  for (const n of await work.run((db) => db.getAllKeys(name))) {
    if (readable.length === most) break;
    try {
      readable.push((await work.run((db) => db.get(name, n))) as Kept<Name>);
    } catch {
      unreadable.push(n);
    }
  }
  // A phone that is full too must still show what can be read.
  await work.run((db) => db.put('meta', unreadable, `unreadable-${name}`)).catch(() => undefined);
  return readable;
}

/** The record of an entry; nothing where it is not here, or is damaged: its receipt must not hold up the others. */
export async function readNamed(
  work: WorkStore,
  name: 'entries' | 'sent',
  id: string
): Promise<Kept<'entries' | 'sent'> | undefined> {
  try {
    return await work.run((db) => db.getFromIndex(name as 'entries', 'id', id));
  } catch {
    return undefined;
  }
}

/** What was found to be damaged in either store, by n. */
export const readUnreadable = (work: WorkStore): Promise<ReadonlySet<number>> =>
  work.run(async (db) => {
    const lists = [db.get('meta', 'unreadable-entries'), db.get('meta', 'unreadable-sent')];
    return new Set((await Promise.all(lists)).flatMap((list) => (list as number[] | undefined) ?? []));
  });
