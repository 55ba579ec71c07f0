import { createHash } from 'node:crypto';

/** The beginning and the end of a JPEG with something between them; never a real picture. */
export const aPhoto = (said = 'ngõ 124 sạch', size = 200): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  bytes.set(new TextEncoder().encode(said).slice(0, size - 8), 4);
  bytes.set([0xff, 0xd9], size - 2);
  return bytes;
};

export const sumOfPhoto = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
