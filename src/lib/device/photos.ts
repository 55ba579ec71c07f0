import type { DBSchema } from 'idb';
import { openStore, type Store } from './database';
import { sha256 } from './sha256';

/** A photo that was chosen on this phone, by the sum of its bytes; sent only when the ward's rows name it. */
export type KeptPhoto = Readonly<{
  sha: string;
  bytes: ArrayBuffer;
  type: string;
  /** The nomination that it belongs to. */
  nomination: string;
  at: number;
  /** The history of the ward that has it; a ward that was set back is given it again (EP1). */
  sentTo: string | null;
  /** The ward's no to this photo, which no repeating changes. */
  refused: string | null;
}>;

/** A database of its own: whatever becomes of a photo, the work lies elsewhere (OB4). */
interface PhotoSchema extends DBSchema {
  photos: { key: string; value: KeptPhoto };
}
export type PhotoStore = Store<PhotoSchema>;

/** `device`: the name of an account's part of this phone (OB5). */
export const openPhotos = (device: string): PhotoStore =>
  openStore<PhotoSchema>(`${device}-photos`, 1, (db) => {
    db.createObjectStore('photos', { keyPath: 'sha' });
  });

/** Durable when this resolves; answers with the sum by which the nomination names the photo. */
export async function keepPhoto(
  photos: PhotoStore,
  photo: Readonly<{ bytes: ArrayBuffer; type: string; nomination: string; at: number }>
): Promise<string> {
  const sha = await sha256(new Uint8Array(photo.bytes));
  await photos.run(async (db) => {
    const tx = db.transaction('photos', 'readwrite', { durability: 'strict' });
    await tx.store.put({ ...photo, sha, sentTo: null, refused: null });
    await tx.done;
  });
  return sha;
}

export const readPhoto = (photos: PhotoStore, sha: string): Promise<KeptPhoto | undefined> =>
  photos.run((db) => db.get('photos', sha));

/** What a history of the ward has not been given yet, the oldest first. */
export const unsentPhotos = async (photos: PhotoStore, epoch: string): Promise<KeptPhoto[]> =>
  (await photos.run((db) => db.getAll('photos')))
    .filter(({ sentTo, refused }) => sentTo !== epoch && refused === null)
    .sort((a, b) => a.at - b.at);

/** What became of sending a photo. */
export const notePhoto = (
  photos: PhotoStore,
  sha: string,
  said: Pick<KeptPhoto, 'sentTo'> | Pick<KeptPhoto, 'refused'>
): Promise<void> =>
  photos.run(async (db) => {
    const tx = db.transaction('photos', 'readwrite');
    const kept = await tx.store.get(sha);
    if (kept) void tx.store.put({ ...kept, ...said });
    await tx.done;
  });
