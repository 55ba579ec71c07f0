import type { Mark } from '$lib/domain/figures/group-figures';
import type { GroupId } from '$lib/domain/ids';
import { doAtDesk } from '../office/audit';
import { insertMark, revokeMark } from '../queries/marks';
import type { Services } from '../services';

/** Gives a group a mark with its reason: a gate, points given or taken, a place in a vote (điểm thưởng, điểm trừ, điều kiện khống chế). */
export const giveMark = (
  services: Services,
  account: string,
  campaign: string,
  group: GroupId,
  mark: Mark
): Promise<void> =>
  doAtDesk(
    services,
    { account, act: 'mark-given', about: group, detail: JSON.stringify(mark) },
    async (trx, number, at) => {
      await insertMark(trx, campaign, { number, group, account, at }, mark);
    }
  );

/** Takes a mark back: it stays in the book with both reasons. */
export const takeMarkBack = (
  services: Services,
  account: string,
  number: number,
  why: string
): Promise<void> =>
  doAtDesk(
    services,
    { account, act: 'mark-revoked', about: String(number), detail: why },
    async (trx, _, at) => {
      await revokeMark(trx, number, { account, at, why });
    }
  );
