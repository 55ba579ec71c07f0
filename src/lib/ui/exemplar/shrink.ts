/** A photo ready to be kept: small enough for a slow network. */
export type ShrunkPhoto = Readonly<{ bytes: ArrayBuffer; type: string }>;

/** What a phone sends in seconds over a weak network. Bytes. */
const ENOUGH = 150 * 1024;

/** The longest side in pixels and the quality, tried one after the other until it is small enough. */
const TRIES = [
  [1280, 0.75],
  [1280, 0.6],
  [1024, 0.6],
  [800, 0.5],
  [640, 0.45]
] as const;

/**
 * Draws the photo anew, smaller: what the camera wrote beside the picture (place, time, name of the phone) stays behind.
 * Nothing where this phone cannot read it as a picture.
 */
export async function shrinkPhoto(
  page: Window & typeof globalThis,
  file: Blob
): Promise<ShrunkPhoto | undefined> {
  const picture = await page.createImageBitmap(file).catch(() => undefined);
  if (!picture) return;
  try {
    for (const [longest, quality] of TRIES) {
      const drawn = await draw(page, picture, longest, quality);
      if (drawn && drawn.size <= ENOUGH) return { bytes: await drawn.arrayBuffer(), type: drawn.type };
    }
    return undefined;
  } finally {
    picture.close();
  }
}

/** WebP where the browser can write it; one that cannot answers with PNG, and is asked for JPEG. */
async function draw(
  page: Window & typeof globalThis,
  picture: ImageBitmap,
  longest: number,
  quality: number
): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = page.document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const written = (type: string) => new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
  const webp = await written('image/webp');
  return webp?.type === 'image/webp' ? webp : written('image/jpeg');
}
