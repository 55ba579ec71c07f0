import { dayOf } from '$lib/domain/calendar';
import { type EntryBody, MOST_CHANGES } from '$lib/domain/entry/entry';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import type { HouseholdId } from '$lib/domain/ids';
import { exemplarId, type ExemplarText, type NOMINATION_VERDICTS } from '$lib/domain/people/exemplar';
import type { Group } from '$lib/domain/plan/group';
import { type DeskAct, seenAs, writeAtDesk } from '../office/desk';
import { readExemplarDesk } from './exemplars-desk';
import type { Services } from '../services';

type Verdict = (typeof NOMINATION_VERDICTS)[number];

/** Why nothing was done. */
export type SpreadingProblem = 'unknown' | 'not-shown';

/** The ward's word on a nomination (nhận, trả lại với lý do). */
export async function reviewNomination(
  services: Services,
  account: string,
  { nomination: id, verdict, reason }: Readonly<{ nomination: string; verdict: Verdict; reason: string }>
): Promise<SpreadingProblem | undefined> {
  const line = (await readExemplarDesk(services))?.lines.find(({ nomination }) => nomination.id === id);
  if (!line) return 'unknown';
  const { group } = line.nomination;
  const row = { type: 'nomination-review', id: services.newId(), household: group as string as HouseholdId };
  const set = { nomination: id, verdict, ...(reason && { reason }) };
  await writeAtDesk(services, account, async () => ({
    ...{ kind: 'nomination-review', group },
    body: { changes: [seenAs({ ...row, group, seq: 0, fields: {} }, set)] }
  }));
}

/** Spreads a model to every group of the campaign, or spreads it anew with other words (phổ biến đến các tổ). */
export async function spread(
  services: Services,
  account: string,
  id: string,
  text: ExemplarText
): Promise<SpreadingProblem | undefined> {
  const desk = await readExemplarDesk(services);
  const line = desk?.lines.find(({ nomination }) => nomination.id === id);
  if (!desk || !line) return 'unknown';
  const on = dayOf(services.now());
  const values = { ...text, nomination: id, from: line.groupName, on, shown: 1 };
  await writeToGroups(services, account, desk.campaign.groups, id, () => values);
}

/** Takes it off the phones (thôi phổ biến); that it was spread stays in the ward's book. */
export async function takeDown(
  services: Services,
  account: string,
  id: string
): Promise<SpreadingProblem | undefined> {
  const desk = await readExemplarDesk(services);
  const line = desk?.lines.find(({ nomination }) => nomination.id === id);
  if (!desk || !line) return 'unknown';
  if (!line.exemplar?.isShown) return 'not-shown';
  await writeToGroups(services, account, desk.campaign.groups, id, (row) => row && { shown: 0 });
}

type Values = Readonly<Record<string, FieldValue>>;

/** One row a group, as many in one entry as it holds: all groups hear of it together. */
async function writeToGroups(
  services: Services,
  account: string,
  groups: readonly Group[],
  nomination: string,
  valuesOf: (row: Row | undefined) => Values | undefined
): Promise<void> {
  for (let from = 0; from < groups.length; from += MOST_CHANGES) {
    const some = groups.slice(from, from + MOST_CHANGES);
    const act: DeskAct = async (row) => {
      const changes: EntryBody['changes'] = [];
      for (const { id: group } of some) {
        const id = exemplarId(nomination, group);
        const household = group as string as HouseholdId;
        const known = await row('exemplar', id);
        const values = valuesOf(known);
        if (values)
          changes.push(
            seenAs(known ?? { type: 'exemplar', id, household, group, seq: 0, fields: {} }, values)
          );
      }
      return changes.length === 0 ? undefined : { kind: 'exemplar', group: some[0]!.id, body: { changes } };
    };
    await writeAtDesk(services, account, act);
  }
}
