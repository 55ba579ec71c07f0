import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CopyRefusal } from '../database/copy';

/** What a sealed backup begins with; after it 12 bytes of nonce, AES-256-GCM of the file, 16 bytes of tag. */
const MARK = Buffer.from('thi-dua/backup/1\n');
const [NONCE, TAG, KEY] = [12, 16, 32];

/** The key that seals backups (khóa sao lưu): its file holds 32 bytes in base64. No name, no seal. */
export async function readBackupKey(path: string | undefined): Promise<Buffer | undefined> {
  if (!path) return;
  const text = await readFile(path, 'utf8').catch((fault) => {
    throw new CopyRefusal('no-key', { cause: fault });
  });
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY) throw new CopyRefusal('no-key');
  return key;
}

export const newBackupKey = (): string => `${randomBytes(KEY).toString('base64')}\n`;

/** Seals a file beside it, and opens it again to see that it is the same. */
export async function seal(from: string, to: string, key: Buffer): Promise<void> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(MARK);
  await pipeline(
    createReadStream(from),
    cipher,
    async function* (sealed) {
      yield Buffer.concat([MARK, nonce]);
      yield* sealed;
      yield cipher.getAuthTag();
    },
    createWriteStream(to, { mode: 0o600 })
  );
  const opened = `${from}.opened`;
  try {
    await unseal(to, opened, key);
    if ((await sumOf(opened)) !== (await sumOf(from))) throw new CopyRefusal('damaged');
  } finally {
    await rm(opened, { force: true });
  }
}

/** Opens a sealed file into another; what does not open whole leaves nothing. */
export async function unseal(from: string, to: string, key: Buffer): Promise<void> {
  const begin = MARK.length + NONCE;
  const file = await open(from);
  const { size } = await file.stat();
  const [nonce, tag] = [Buffer.alloc(NONCE), Buffer.alloc(TAG)];
  await file.read(nonce, 0, NONCE, MARK.length);
  await file.read(tag, 0, TAG, size - TAG);
  await file.close();
  if (size < begin + TAG) throw new CopyRefusal('not-opened');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(MARK);
  decipher.setAuthTag(tag);
  try {
    await pipeline(
      createReadStream(from, { start: begin, end: size - TAG - 1 }),
      decipher,
      createWriteStream(to, { mode: 0o600 })
    );
  } catch (fault) {
    await rm(to, { force: true });
    throw new CopyRefusal('not-opened', { cause: fault });
  }
}

export async function isSealed(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const begin = Buffer.alloc(MARK.length);
    await file.read(begin, 0, MARK.length, 0);
    return begin.equals(MARK);
  } finally {
    await file.close();
  }
}

async function sumOf(path: string): Promise<string> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(path), sum);
  return sum.digest('hex');
}
