import type { SyncRequest } from '$lib/protocol/sync';
import type { Database } from '../database/open';

/** Notes that a device called, and how it is. */
export async function saveContact(
  db: Database,
  account: string,
  request: SyncRequest,
  at: number,
  damaged: number
): Promise<void> {
  const { health, newest, holds } = request;
  const state = {
    last_contact: at,
    wall: health.wall,
    newest_n: newest?.n ?? null,
    newest_id: newest?.id ?? null,
    unsent: health.unsent,
    oldest_unsent: health.oldestUnsent,
    app: health.app,
    persisted: health.persisted === null ? null : Number(health.persisted),
    free_bytes: health.freeBytes,
    holds: JSON.stringify(holds)
  };
  await db
    .insertInto('devices')
    .values({ account, device: request.device, first_contact: at, damaged, ...state })
    .onConflict((conflict) =>
      conflict
        .columns(['account', 'device'])
        .doUpdateSet((eb) => ({ ...state, damaged: eb('devices.damaged', '+', damaged) }))
    )
    .execute();
}
