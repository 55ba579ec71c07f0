import type { WorkStore } from './work';

/** What is being typed and is not recorded yet (đang gõ dở), by the place where it is typed (OB4). */
export type DraftBook = Readonly<{
  read: () => Promise<ReadonlyMap<string, string>>;
  /** Keeps the newest text of a place; an empty one forgets it. Never the way of a tap: a draft may fail in silence. */
  keep: (id: string, text: string) => Promise<void>;
}>;

/** Each letter is on the phone before the next is typed; of what comes while one is being written only the newest is. */
export function openDraftBook(work: WorkStore, now: () => number): DraftBook {
  const newest = new Map<string, string>();
  let writing: Promise<void> | undefined;

  const writeAll = async (): Promise<void> => {
    while (newest.size > 0) {
      const [id, text] = [...newest][0]!;
      newest.delete(id);
      await work
        .run(async (db): Promise<unknown> =>
          text === '' ? db.delete('drafts', id) : db.put('drafts', { id, text, at: now() })
        )
        .catch(() => undefined);
    }
    writing = undefined;
  };

  return {
    read: () =>
      work.run(async (db) => new Map((await db.getAll('drafts')).map(({ id, text }) => [id, text]))),
    keep: (id, text) => {
      newest.set(id, text);
      return (writing ??= writeAll());
    }
  };
}
