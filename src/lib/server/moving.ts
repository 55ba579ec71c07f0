import type { GroupId } from '$lib/domain/ids';
import type { Receipt } from '$lib/protocol/sync';
import { seenAs, writeAtDesk } from './desk';
import type { Services } from './services';

/** A household belongs to another group from now on (chuyển tổ); by an entry of the officer's (CO4). */
export const moveAtDesk = (
  services: Services,
  account: string,
  household: string,
  group: GroupId
): Promise<Receipt | undefined> =>
  writeAtDesk(services, account, async (row) => {
    const moved = await row('household', household);
    return (
      moved && { kind: 'move', group: moved.group, body: { changes: [seenAs(moved, {})], about: { group } } }
    );
  });
