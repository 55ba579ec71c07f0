/** Web Locks for the pages of one phone. */
export function oneAtATime(): LockManager {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, ...given: unknown[]) => {
    const next = last.then(given.at(-1) as () => Promise<unknown>);
    last = next.catch(() => undefined);
    return next;
  };
  return { request } as unknown as LockManager;
}
