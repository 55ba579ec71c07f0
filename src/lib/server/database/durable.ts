import { open } from 'node:fs/promises';

/** A file, or the names in a folder, on the disk and not only in the system's memory. */
export async function makeDurable(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
