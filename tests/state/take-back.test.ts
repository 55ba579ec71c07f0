import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/domain/entry/entry';
import type { HouseholdId } from '$lib/domain/ids';
import { findTakeable } from '$lib/domain/entry/take-back';
import { undoing } from '$lib/domain/entry/undo';
import { OutboxList } from '$lib/state/outbox-list.svelte';
import type { OwnEntry } from '$lib/state/own-work.svelte';
import { startOf } from '$lib/domain/calendar';
import { aReceipt } from '../support/entries';
import { anId, THE_DAY } from '../support/factories';
import { aStandInPhone } from './stand-in-phone';

const HOUSEHOLD = anId<HouseholdId>(1);
const NOON = startOf(THE_DAY) + 12 * 3_600_000;

function anAct(kind: string, type: string, id: string, field: string, changed: Partial<OwnEntry> = {}) {
  const value = { value: 'yes', seen: 'no', base: 3, own: [] };
  const changes: Change[] = [{ type, id, household: HOUSEHOLD, set: { [field]: value } }];
  const body = { epoch: null, changes };
  return { id: anId(), kind, schema: 2, body, at: NOON, ...changed } as OwnEntry & { schema: number };
}

const cancelOf = (entry: OwnEntry) =>
  ({ ...entry, id: anId(), kind: 'cancel', body: undoing(entry as never) }) as OwnEntry;
const takeableAmong = (...newestFirst: OwnEntry[]) => {
  const { phone } = aStandInPhone({ entries: newestFirst });
  const list = new OutboxList(phone);
  return newestFirst.filter((entry) => list.mayTakeBack(entry));
};

describe('taking back an entry of today from Sổ gửi', () => {
  const lan = anAct('person.change', 'person', anId(7), 'insurance');

  it('is offered for the newest word on a field, not for what it stands upon', () => {
    const later = anAct('person.change', 'person', anId(7), 'insurance');
    expect(takeableAmong(later, lan)).toEqual([later]);
  });

  it('other fields and other people do not stand upon it', () => {
    const other = anAct('person.change', 'person', anId(7), 'activity');
    const another = anAct('person.change', 'person', anId(8), 'insurance');
    expect(takeableAmong(other, another, lan)).toEqual([other, another, lan]);
  });

  it.each([
    ['an answer', lan],
    ['a visit', anAct('visit', 'visit', anId(), 'outcome')],
    ['a new person', anAct('person.add', 'person', anId(), 'name')],
    ['a household that was closed', anAct('close', 'household', HOUSEHOLD, 'closed')]
  ])('%s is taken back once', (_what, entry) => {
    expect(takeableAmong(entry)).toEqual([entry]);
    expect(takeableAmong(cancelOf(entry), entry)).toEqual([]);
  });

  it('is not offered for what is of yesterday, kept aside, or waits for a choice', () => {
    const kept = (status: string) => ({ ...lan, receipt: aReceipt(lan.id, { status }) });
    expect(takeableAmong({ ...lan, at: startOf(THE_DAY) - 1 })).toEqual([]);
    expect(takeableAmong(kept('quarantined'))).toEqual([]);
    expect(takeableAmong(kept('review'))).toEqual([]);
    expect(takeableAmong(kept('applied'))).toHaveLength(1);
  });

  it('a choice between two values is chosen again, not taken back', () =>
    expect(findTakeable([anAct('resolve', 'person', anId(7), 'insurance')]).size).toBe(0));
});
