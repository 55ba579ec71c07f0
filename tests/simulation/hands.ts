import type { Recorded } from '$lib/device/record';
import type { Actor } from '$lib/domain/actor';
import { assessmentId } from '$lib/domain/people/assessment';
import type { NewChange } from '$lib/domain/entry/compose';
import { findTakeable } from '$lib/domain/entry/take-back';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import { textOf, valueOf } from '$lib/domain/entry/reading';
import type { Chance } from './chance';
import type { Page } from './page';
import type { Touch } from './step';

/** Makes one tap of what is on show; nothing where there is nothing to tap on. */
export async function act(
  page: Page,
  actor: Actor,
  touch: Touch,
  chance: Chance
): Promise<Recorded | undefined> {
  const rows = page.shown().sort((a, b) => (a.type + a.id < b.type + b.id ? -1 : 1));
  const nth = (type: string, number: number, fits: (row: Row) => boolean = () => true): Row | undefined => {
    const found = rows.filter((row) => row.type === type && fits(row));
    return found[number % found.length];
  };
  const change = (row: Row, set: NewChange['set']): NewChange[] => [
    { type: row.type as NewChange['type'], id: row.id, household: row.household, set }
  ];
  switch (touch.does) {
    case 'answers': {
      const person = nth('person', touch.person);
      return person && page.taps('person.change', person.group, change(person, touch.set));
    }
    case 'adds-person': {
      const household = nth('household', touch.household);
      return household && page.taps('person.add', household.group, [aPerson(household.household, chance)]);
    }
    case 'adds-household':
      return page.taps('household.add', actor.groups[0]!, aHousehold(chance));
    case 'visits': {
      const household = nth('household', touch.household);
      const set = { outcome: 'reviewed', on: '2026-11-20' };
      return (
        household &&
        page.taps('visit', household.group, [
          { type: 'visit', id: chance.newId(), household: household.household, set }
        ])
      );
    }
    case 'assesses': {
      const household = nth('household', touch.household);
      const id = household && assessmentId(household.household, 2026);
      return (
        household &&
        page.taps('assess', household.group, [
          { type: 'assessment', id: id!, household: household.household, set: { state: touch.state } }
        ])
      );
    }
    case 'closes': {
      const person = nth('person', touch.person);
      return (
        person &&
        page.taps('close', person.group, change(person, { closed: 'moved-away', closedOn: '2026-11-20' }))
      );
    }
    case 'closes-household': {
      const household = nth('household', touch.household);
      return household && page.taps('close', household.group, change(household, { closed: 'duplicate' }));
    }
    case 'reopens': {
      const closed = nth('person', touch.person, (row) => valueOf(row, 'closed') !== null);
      return closed && page.taps('reopen', closed.group, change(closed, { closed: null, closedOn: null }));
    }
    case 'takes-back': {
      const own = takeable(page).at(touch.back);
      return own && page.takesBack(own);
    }
    case 'resolves': {
      const open = nth('difference', touch.difference, (row) => valueOf(row, 'open') === true);
      return open && resolve(page, open, touch.keeps);
    }
  }
}

/** What the screen offers to take back, newest first. */
function takeable({ own }: Page): Page['own'] {
  const newestFirst = own
    .toReversed()
    .filter(({ received }) => !['quarantined', 'review'].includes(received?.receipt.status ?? ''));
  const offered = findTakeable(
    newestFirst.map(({ entry, body }) => ({ id: entry.id, kind: entry.kind, body }))
  );
  return newestFirst.filter(({ entry }) => offered.has(entry.id));
}

async function resolve(page: Page, difference: Row, keeps: boolean): Promise<Recorded | undefined> {
  const [type, id, field] = ['type', 'target', 'field'].map((name) => textOf(difference, name)!);
  const present = page.row(`${type!}:${id!}`)?.fields[field!]?.[0] ?? null;
  const value: FieldValue = keeps ? present : valueOf(difference, 'proposed');
  const change = {
    type: type as NewChange['type'],
    id: id!,
    household: difference.household,
    set: { [field!]: value }
  };
  return page.taps('resolve', difference.group as GroupId, [change], difference.id);
}

const aPerson = (household: HouseholdId, chance: Chance): NewChange => ({
  type: 'person',
  id: chance.newId(),
  household,
  set: { name: 'Nguyễn Thị Mới', birth: '2000', sex: 'female' }
});

function aHousehold(chance: Chance): NewChange[] {
  const household = chance.newId() as HouseholdId;
  const address = { houseNumber: '99', alley: 'ngõ 7', walkOrder: 9 };
  return [{ type: 'household', id: household, household, set: address }, aPerson(household, chance)];
}
