/** How the phone keeps what is stored: protected from clearing, and bytes free; null where it will not say. */
export type StorageState = Readonly<{ persisted: boolean | null; freeBytes: number | null }>;

export async function readStorage(storage: StorageManager | undefined): Promise<StorageState> {
  const persisted = (await storage?.persisted?.().catch(() => null)) ?? null;
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const freeBytes = estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0);
  return { persisted, freeBytes };
}

/** Asked after the first save, when the browser is most likely to say yes. */
export const askToPersist = async (storage: StorageManager | undefined): Promise<boolean> =>
  (await storage?.persist?.().catch(() => false)) ?? false;
