import { type ConfirmedStore, epochOnShow, readPlace } from '$lib/device/confirmed';
import { countWaiting } from '$lib/device/outbox';
import { type KeptPhoto, notePhoto, openPhotos, type PhotoStore, unsentPhotos } from '$lib/device/photos';
import type { Device } from '$lib/device/open';
import type { WorkStore } from '$lib/device/work';
import { valueOf } from '$lib/domain/entry/reading';
import { PHOTO_PATH } from '$lib/protocol/paths';
import { Problem } from '$lib/protocol/problem';
import { lockedExchange, type World as Whole } from './ends';
import type { Pace } from './exchange';
import type { Timers } from './transport';

/** Whose photos, and what they wait for. */
type Phone = Readonly<{ name: string; confirmed: ConfirmedStore; work: WorkStore }>;

type World = Readonly<{ fetch: typeof globalThis.fetch; timers: Timers }>;

/** A photo that takes longer than this is tried again after the next exchange. Milliseconds. */
const LONGEST = 120_000;

/** Nothing that is said of these bytes will ever be another word. */
const FINAL: readonly string[] = ['too-large', 'not-ours'];

/** One whole exchange; then photos, one run of them at a time. Nobody waits for them, and they stop nothing (PO1). */
export function thenPhotos(device: Device, world: Whole): () => Promise<Pace> {
  const exchange = lockedExchange(device, world);
  let photos: Promise<void> | undefined;
  return async () => {
    const pace = await exchange();
    photos ??= sendPhotos(device, world).finally(() => (photos = undefined));
    return pace;
  };
}

/**
 * Photos go after the figures (PO1): when nothing waits any more, and only where the ward's own rows name them.
 * Never throws: what did not arrive is sent again after the next exchange, as often as it takes (PO2).
 */
export async function sendPhotos(phone: Phone, world: World, photos = openPhotos(phone.name)): Promise<void> {
  try {
    const epoch = epochOnShow(await readPlace(phone.confirmed));
    if (epoch === null) return;
    for (const photo of await unsentPhotos(photos, epoch)) {
      if ((await countWaiting(phone.work)) > 0) return;
      if ((await isWanted(phone.confirmed, photo)) && !(await send(photos, photo, epoch, world))) return;
    }
  } catch {
    // A photo is worth less than any figure: nobody hears of it, and the next exchange tries again.
  } finally {
    await photos.close().catch(() => undefined);
  }
}

/** The nomination has reached the ward and come back: the figures before it were received too. */
async function isWanted(confirmed: ConfirmedStore, { nomination, sha }: KeptPhoto): Promise<boolean> {
  const kept = await confirmed.run((db) => db.get('rows', `nomination:${nomination}`));
  return kept !== undefined && valueOf(kept.row, 'photo') === sha;
}

/** Whether the next one may be tried. */
async function send(photos: PhotoStore, photo: KeptPhoto, epoch: string, world: World): Promise<boolean> {
  const { fetch, timers } = world;
  const watchdog = new AbortController();
  const timer = timers.set(() => watchdog.abort(), LONGEST);
  try {
    const response = await fetch(`${PHOTO_PATH}/${photo.sha}`, {
      method: 'PUT',
      headers: { 'content-type': photo.type },
      body: photo.bytes,
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: watchdog.signal
    });
    const said: unknown = await response.json();
    if (response.status === 200 && (said as { kept?: unknown } | null)?.kept === photo.sha) {
      await notePhoto(photos, photo.sha, { sentTo: epoch });
      return true;
    }
    const { data } = Problem.safeParse(said);
    if (!data || !FINAL.includes(data.problem)) return false;
    await notePhoto(photos, photo.sha, { refused: data.problem });
    return true;
  } finally {
    timers.clear(timer as never);
  }
}
