import { doAtDesk } from '../office/audit';
import {
  insertReader,
  noteReaderUsed,
  readReaderOf,
  readReaders,
  revokeStoredReader,
  type StoredReader
} from '../queries/readers';
import type { Services } from '../services';
import { sumOf } from '../sums';

/** Who may read figures from outside (đơn vị đọc số liệu), without the token. */
export type Reader = Readonly<{
  id: string;
  name: string;
  at: number;
  usedAt: number | null;
  revokedAt: number | null;
}>;

export const listReaders = async ({ db }: Services): Promise<Reader[]> => (await readReaders(db)).map(shown);

/** Makes a token for somebody's dashboard; it is told once and kept only as its sum. */
export async function makeReader(services: Services, account: string, name: string): Promise<string> {
  const token = services.newToken();
  const id = services.newId();
  await doAtDesk(services, { account, act: 'reader-made', about: id, detail: name }, async (trx, _, at) => {
    await insertReader(trx, { id, name, token: sumOf(token), account, at, used_at: null, revoked_at: null });
  });
  return token;
}

export const revokeReader = async (services: Services, account: string, id: string): Promise<void> => {
  const reader = (await readReaders(services.db)).find((one) => one.id === id && one.revoked_at === null);
  if (!reader) return;
  await doAtDesk(
    services,
    { account, act: 'reader-revoked', about: id, detail: reader.name },
    async (trx, _, at) => {
      await revokeStoredReader(trx, id, at);
    }
  );
};

/** The reader who shows a token; nothing for an unknown one, or one that was taken away. */
export async function findReader({ db, write, now }: Services, token: string): Promise<Reader | undefined> {
  const found = await readReaderOf(db, sumOf(token));
  if (!found) return;
  const at = Math.round(now());
  // Once an hour is enough to see who still reads.
  if ((found.used_at ?? 0) < at - 3_600_000) await write((trx) => noteReaderUsed(trx, found.id, at));
  return shown(found);
}

const shown = ({ id, name, at, used_at, revoked_at }: StoredReader): Reader => ({
  ...{ id, name, at, usedAt: used_at, revokedAt: revoked_at }
});
