import { enqueue } from '$lib/device/outbox';
import { compose, type NewChange } from '$lib/domain/entry/compose';
import { ENTRY_SCHEMA, type Entry } from '$lib/domain/entry/entry';
import type { AccountId, DeviceId, EntryId, GroupId } from '$lib/domain/ids';
import { keyOf, textOf } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import { PROTOCOL } from '$lib/protocol/version';
import type { SyncRequest } from '$lib/protocol/sync';
import { fromStored } from '$lib/server/queries/rows';
import type { Step } from './step';
import { sha256 } from './sums';
import type { World } from './world';

/** A value that must never take effect. */
export const FORGED = 'forged';

/** Somebody with a true session sends what is not theirs to send. */
export async function forge(
  world: World,
  { phone: number, forgery, of }: Extract<Step, { kind: 'forges' }>
): Promise<void> {
  const phone = world.phone(number);
  const { chance, ward } = world;
  const people = (
    await ward.services.db.selectFrom('rows').selectAll().where('type', '=', 'person').orderBy('id').execute()
  )
    .map(fromStored)
    // One that is another now is no longer foreign to the other's leader.
    .filter((row) => textOf(row, 'mergedInto') === null);
  const mine = people.filter(({ group }) => phone.actor.groups.includes(group));
  const foreign = people.filter(({ group }) => !phone.actor.groups.includes(group));
  const own = mine[of % mine.length];
  const other = foreign[of % foreign.length] ?? own;
  const taken = [...world.saved.keys()];
  const crafted = ((): Partial<Entry> & { target?: Row; set?: NewChange['set'] } => {
    switch (forgery) {
      case 'another-author': {
        const somebody = ward.actors.find(({ account }) => account !== phone.actor.account)!;
        return { target: own, author: somebody.account };
      }
      case 'another-group':
        return { target: other, ...(other?.group === own?.group && { kind: 'song' }) };
      case 'claimed-group':
        return { target: other, group: own?.group, ...(other?.group === own?.group && { kind: 'song' }) };
      case 'unknown-field':
        return { target: own, set: { note: FORGED, password: FORGED } };
      case 'closes-by-change':
        return { target: own, set: { note: FORGED, closed: 'died' } };
      case 'unknown-kind':
        return { target: own, kind: 'person.erase' };
      case 'unreadable':
        return { target: own, body: `{"changes":[{"note":"${FORGED}"` };
      case 'reused-id':
        return {
          target: other,
          id: taken[of % taken.length],
          ...(other?.group === own?.group && { kind: 'song' })
        };
      case 'recognised':
        return phone.actor.role === 'officer'
          ? { target: own, kind: 'song' }
          : { target: own, kind: 'assess', set: { state: 'recognised', decision: FORGED } };
      case 'added-twice':
        return { target: own, kind: 'person.add', set: { name: FORGED } };
      case 'wrong-sum':
        return { target: own, sha: sha256('something else') };
    }
  })();
  const { target, set = { note: FORGED }, ...outside } = crafted;
  if (!target) return;
  const change: NewChange =
    forgery === 'recognised'
      ? { type: 'assessment', id: `${target.household}/2026`, household: target.household, set }
      : { type: 'person', id: target.id, household: target.household, set };
  const body = outside.body ?? bodyOf(change, target);
  const entry: Entry = {
    ...{ id: chance.newId() as EntryId, n: 1, previous: null, kind: 'person.change', schema: ENTRY_SCHEMA },
    ...{
      group: target.group as GroupId,
      author: phone.actor.account as AccountId,
      device: chance.newId() as DeviceId
    },
    ...{ clock: { wall: ward.now, contact: null }, buildsOn: [], sha: sha256(body), body },
    ...Object.fromEntries(Object.entries(outside).filter(([, value]) => value !== undefined))
  };
  await ward.answers(phone.actor, JSON.stringify(requestWith(entry, world)));
}

function bodyOf(change: NewChange, target: Row): string {
  const { body } = compose([change], {
    epoch: null,
    row: (key) => (key === keyOf(target) ? target : undefined),
    own: []
  });
  return JSON.stringify(body);
}

const requestWith = (entry: Entry, { chance, ward }: World): SyncRequest => ({
  protocol: PROTOCOL,
  request: chance.newId(),
  device: entry.device,
  cursor: null,
  pull: false,
  newest: null,
  holds: [],
  entries: [entry],
  campaign: null,
  standings: null,
  health: { app: FORGED, wall: ward.now, unsent: 0, oldestUnsent: null, persisted: null, freeBytes: null }
});

/** A phone with a fault of its own keeps an entry that the ward cannot take as it is; it must not block the others. */
export async function poison(
  world: World,
  { phone: number, poison, of }: Extract<Step, { kind: 'poisons' }>
): Promise<void> {
  const phone = world.phone(number);
  const page = await phone.page();
  const people = page
    .shown()
    .filter(({ type }) => type === 'person')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const target = people[of % people.length];
  if (!target) return;
  const field =
    { 'unknown-field': 'password', 'builds-on-nothing': 'insuranceSource' }[poison as string] ?? 'insurance';
  const value = { 'wrong-value': 'maybe', 'builds-on-nothing': 'app' }[poison as string] ?? FORGED;
  const change: NewChange = {
    type: 'person',
    id: target.id,
    household: target.household,
    set: { [field]: value }
  };
  const seen = { epoch: page.place?.cursor?.epoch ?? null, row: page.row, own: page.owed() };
  const composed = compose([change], seen);
  if (composed.body.changes.length === 0) return;
  const body = JSON.stringify(composed.body);
  const strangers = poison === 'builds-on-nothing' ? [world.chance.newId() as EntryId] : [];
  const entry = await enqueue(page.device.work, {
    ...{ id: world.chance.newId() as EntryId, kind: poison === 'unknown-kind' ? 'song' : 'person.change' },
    ...{
      schema: poison === 'newer-schema' ? ENTRY_SCHEMA + 1 : ENTRY_SCHEMA,
      group: target.group as GroupId
    },
    ...{ author: phone.actor.account, clock: { wall: phone.now(), contact: page.place?.contact ?? null } },
    ...{ buildsOn: [...composed.buildsOn, ...strangers], sha: sha256(body), body }
  });
  world.saves(phone, entry);
  // What such an entry shows is its own affair.
  for (const phones of [-1, -2]) world.shown.touches(`person:${target.id}.${field}`, phones);
  await page.looksAgain();
}
