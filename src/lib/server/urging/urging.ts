import { dayOf } from '$lib/domain/calendar';
import type { FieldValue } from '$lib/domain/entry/row';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import { urgedAgainFrom } from '$lib/domain/urging/behind';
import { actWithin, doAtDesk } from '../office/audit';
import { seenAs, storeAtDesk, type Written } from '../office/desk';
import { NotStored, storing } from '../exchange/deliver';
import { insertUrging, readLastUrged, readUrgeDays, saveEscalation, saveUrgeDays } from '../queries/urgings';
import type { Services } from '../services';
import { lineOfGroup, readUrgingDesk } from './urging-desk';

/** What an officer sends: the words, and by which ways. */
export type UrgingToSend = Readonly<{ group: string; text: string; inApp: boolean; isOutside: boolean }>;

/** Why nothing was sent: a group is urged once in D days, no more. */
export type UrgingProblem = 'unknown' | 'too-soon';

/** Urges a group (đôn đốc): kept with its reasons and figures, and put on the group's phones where that was asked for. */
export async function urge(
  services: Services,
  account: string,
  { group, text, inApp, isOutside }: UrgingToSend
): Promise<UrgingProblem | undefined> {
  const desk = await readUrgingDesk(services);
  const line = desk && lineOfGroup(desk, group);
  if (!desk || !line) return 'unknown';
  const message = inApp ? services.newId() : null;
  const act = {
    account,
    act: 'group-urged',
    about: group,
    detail: JSON.stringify({ inApp, isOutside })
  } as const;
  const { reasons, figures } = line;
  const written = { group: line.group.id, text, message, isOutside, reasons, figures };
  try {
    // Both or neither: an urging whose words never left would keep the group in peace for D days.
    await storing(services, async (trx, settleBatch) => {
      await actWithin(trx, services.now(), act, async (_, number, at) => {
        const last = await readLastUrged(trx, group);
        if (last !== null && dayOf(at) < urgedAgainFrom(last, await readUrgeDays(trx)))
          throw new TooSoonError();
        await insertUrging(trx, { number, campaign: desk.campaign.id, account, at }, written);
      });
      if (message === null) return;
      const told = messageTo(line.group.id, message, { text, on: dayOf(services.now()) });
      await storeAtDesk(trx, services, settleBatch, account, async () => told);
    });
  } catch (fault) {
    if (fault instanceof TooSoonError) return 'too-soon';
    throw fault;
  }
}

/** Two officers at once are told one by one. */
class TooSoonError extends NotStored {}

/** The message is an entry like any other. */
function messageTo(group: GroupId, id: string, said: Readonly<Record<string, FieldValue>>): Written {
  const household = group as string as HouseholdId;
  const message = { type: 'message', id, household, group, seq: 0, fields: {} };
  return { kind: 'message', group, body: { changes: [seenAs(message, said)] } };
}

/** Why it was not told to the ward's leaders. */
export type EscalationProblem = 'unknown' | 'already' | 'too-early' | 'done';

/** Tells the ward's leaders (trình lãnh đạo), once for an urging, and only after the group has had its D days. */
export async function escalate(
  services: Services,
  account: string,
  number: number
): Promise<EscalationProblem | undefined> {
  const desk = await readUrgingDesk(services);
  const urging = desk?.lines.flatMap(({ urgings }) => urgings).find((one) => one.number === number);
  if (!desk || !urging) return 'unknown';
  if (urging.escalated) return 'already';
  if (urging.isDone) return 'done';
  if (desk.today < urgedAgainFrom(urging.at, desk.days)) return 'too-early';
  const detail = JSON.stringify({ urging: number });
  const isTold = await doAtDesk(
    services,
    { account, act: 'urging-escalated', about: urging.group, detail },
    (trx, _, at) => saveEscalation(trx, number, account, at)
  );
  return isTold ? undefined : 'already';
}

/** D: a group is silent, and may be urged again, after so many days. */
export const setUrgeDays = (services: Services, account: string, days: number): Promise<void> =>
  doAtDesk(services, { account, act: 'urge-days-set', about: 'ward', detail: String(days) }, async (trx) => {
    await saveUrgeDays(trx, days);
  });
