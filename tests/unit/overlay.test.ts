import { describe, expect, it } from 'vitest';
import { differenceId } from '$lib/domain/entry/difference';
import { ENTRY_SCHEMA } from '$lib/domain/entry/entry';
import type { AccountId, EntryId, GroupId, HouseholdId } from '$lib/domain/ids';
import { overlay } from '$lib/domain/entry/overlay';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import { keyOf, valueOf } from '$lib/domain/entry/reading';
import { anId } from '../support/factories';

const [group, household, author] = [anId<GroupId>(1), anId<HouseholdId>(2), anId<AccountId>(3)];
const proposal = anId<EntryId>(4);
const person = { type: 'person', id: anId(5), household };

const aRow = (type: string, id: string, values: Record<string, FieldValue>): Row => ({
  ...{ type, id, household, group, seq: 7 },
  fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, 7]]))
});

describe('taking back, before the ward has heard of it', () => {
  const difference = aRow('difference', differenceId('person', person.id, 'activity', author), {
    ...{ type: 'person', target: person.id, field: 'activity', open: true, entry: proposal },
    ...{ current: 'employed', proposed: 'unemployed' }
  });
  const confirmed = [aRow('person', person.id, { activity: 'employed', training: 'college' }), difference];
  const back = { value: null, seen: 'unemployed', base: 0, own: [proposal] };
  const laid = overlay(
    (key) => confirmed.find((row) => keyOf(row) === key),
    [
      {
        ...{ id: anId(6), n: 2, kind: 'cancel', schema: ENTRY_SCHEMA, author, group },
        body: {
          epoch: null,
          about: { entry: proposal },
          changes: [{ ...person, set: { activity: back, training: back } }]
        }
      }
    ]
  );

  it('[CO3][PH1] a proposal leaves the present value as it stands, and nothing to choose', () => {
    expect(valueOf(laid.get(keyOf(person)), 'activity')).toBe('employed');
    expect(valueOf(laid.get(keyOf(difference)), 'open')).toBe(false);
  });

  it('[PH1] what took effect returns to what was there before', () => {
    expect(valueOf(laid.get(keyOf(person)), 'training')).toBe(null);
  });
});

describe('what waits for somebody whom a ward that was set back has lost', () => {
  const act = (kind: string, body: { about?: { event: string; adds: string[] } } = {}) =>
    overlay(
      () => undefined,
      [
        {
          ...{ id: anId<EntryId>(6), n: 1, kind, schema: ENTRY_SCHEMA, author, group },
          body: {
            epoch: null,
            changes: [{ ...person, set: { name: { value: 'Lê Văn Bảy', seen: null, base: 0, own: [] } } }],
            ...body
          }
        }
      ]
    );

  it('[PH1][SV5] shows nobody without a name', () => {
    expect([...act('person.change').keys(), ...act('cancel').keys()]).toEqual([]);
    expect([...act('life-event', { about: { event: 'death', adds: [] } }).keys()]).toEqual([]);
  });

  it('[PH1] who is added is shown at once', () => {
    expect([...act('person.add').keys()]).toEqual([keyOf(person)]);
    expect([...act('life-event', { about: { event: 'birth', adds: [person.id] } }).keys()]).toHaveLength(1);
  });
});
