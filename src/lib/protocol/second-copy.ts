import * as z from 'zod/mini';
import { AccountId, DeviceId } from '$lib/domain/ids';

export const SECOND_COPY_FORMAT = 'thi-dua/second-copy/1';

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+=*$/), z.maxLength(8 * 1024 * 1024));

/**
 * The second copy of unsent work as a file (bản sao dự phòng; OB6), sealed so that only the ward can open it:
 * ECDH on P-256 between `ephemeral` and the ward's key → 256 bits → HKDF-SHA-256 (no salt, info = format) → AES-256-GCM,
 * with the JSON of [format, seal, account, device, entries] as additional data. Inside: the JSON of an array of entries.
 */
export const SecondCopy = z.strictObject({
  format: z.literal(SECOND_COPY_FORMAT),
  /** Names the ward's key. */
  seal: z.string().check(z.maxLength(64)),
  account: AccountId,
  device: DeviceId,
  entries: z.int().check(z.minimum(1), z.maximum(10_000)),
  /** SPKI of the key made for this file alone. */
  ephemeral: base64,
  iv: base64,
  sealed: base64
});
export type SecondCopy = Readonly<z.infer<typeof SecondCopy>>;

/** What is authenticated beside the sealed bytes. */
export const boundTo = ({ format, seal, account, device, entries }: SecondCopy): string =>
  JSON.stringify([format, seal, account, device, entries]);
