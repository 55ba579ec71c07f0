import type { Entry } from '$lib/domain/entry/entry';
import type { AccountId, DeviceId } from '$lib/domain/ids';
import { boundTo, SECOND_COPY_FORMAT, type SecondCopy } from '$lib/protocol/second-copy';
import { readSeal, type Seal } from './confirmed';
import { type Device, readOwnWork } from './open';

const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Unsent work as one sealed file (OB6); nothing before the first contact, or where nothing waits. */
export async function sealUnsent(
  { confirmed, work }: Device,
  account: AccountId
): Promise<SecondCopy | undefined> {
  const [seal, { outbox, counts }] = await Promise.all([readSeal(confirmed), readOwnWork(work)]);
  if (!seal || outbox.length === 0) return;
  return sealSecondCopy(outbox, seal, { account, device: counts.device });
}

/** Seals unsent entries into one file that only the ward can open (OB6). The entries stay where they are. */
export async function sealSecondCopy(
  entries: readonly Entry[],
  { id: seal, publicKey }: Seal,
  { account, device }: { account: AccountId; device: DeviceId }
): Promise<SecondCopy> {
  const { subtle } = crypto;
  const ward = await subtle.importKey('spki', fromBase64(publicKey), P256, false, []);
  const own = await subtle.generateKey(P256, false, ['deriveBits']);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: ward }, own.privateKey, 256);
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode(SECOND_COPY_FORMAT);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt']
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const copy = {
    ...({ format: SECOND_COPY_FORMAT, seal, account, device, entries: entries.length } as const),
    ephemeral: toBase64(await subtle.exportKey('spki', own.publicKey)),
    iv: toBase64(iv.buffer)
  };
  const additionalData = new TextEncoder().encode(boundTo({ ...copy, sealed: '' }));
  const inside = new TextEncoder().encode(JSON.stringify(entries));
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, inside);
  return { ...copy, sealed: toBase64(sealed) };
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

function toBase64(bytes: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}
