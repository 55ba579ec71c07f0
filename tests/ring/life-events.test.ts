import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId, HouseholdId, PersonId } from '$lib/domain/ids';
import { tallyFiles } from '$lib/domain/figures/tally';
import {
  changesHead,
  comesIn,
  dies,
  type Happening,
  joins,
  movesAway,
  splits
} from '$lib/domain/people/life-event';
import { newId } from '../support/entries';
import type { TestPhone } from '../support/phone';
import { aRing, type Ring } from '../support/ring';

const BEFORE = '2026-11-19';
const DAY = '2026-11-20';

describe('events of life: each one act, counted from its day, taken back like any other', () => {
  let ring: Ring;
  let hoa: TestPhone;
  beforeEach(async () => {
    ring = await aRing();
    hoa = ring.hoa;
    await hoa.syncs();
  });
  afterEach(() => ring.close());

  const fileOf = async (household: HouseholdId, phone = hoa) => (await phone.files()).get(household)!;
  const home = () => fileOf(ring.household.id);
  const rowOf = async (id: string) => (await ring.ward()).rows.find((row) => row.id === id)!;

  async function happens({ event, changes, adds }: Happening): Promise<EntryId> {
    const recorded = await hoa.taps('life-event', changes, { about: { event, adds } });
    if (recorded.kind !== 'saved') throw new Error(JSON.stringify(recorded));
    return recorded.id;
  }

  /** How many people of the group count for insurance on a day, by the ward's rows. */
  async function countedOn(day: string): Promise<number> {
    const files = [...(await ring.lan.files()).values()];
    const [counted, missing, unknown] = tallyFiles(files, ring.campaign, day).tallies.insurance!;
    return counted + missing + unknown;
  }
  const reachesEverybody = async () => {
    await hoa.syncs();
    await ring.lan.syncs();
  };

  async function split(): Promise<{ id: HouseholdId; entry: EntryId; copy: PersonId }> {
    const file = await home();
    const second = file.people[1]!;
    const [id, copy] = [newId() as HouseholdId, newId() as PersonId];
    const { houseNumber, subAlley, alley, street, addressNote } = file.household;
    const happening = splits(
      file,
      { people: [second], on: DAY, headAfter: null },
      [{ row: await rowOf(second.id), id: copy }],
      { id, head: second.id, houseNumber, subAlley, alley, street, addressNote, walkOrder: 1.5 }
    );
    return { id, copy, entry: await happens(happening) };
  }

  it('[EN2] a household that splits is two from its day on, and nobody is counted twice or lost on any day', async () => {
    await hoa.answers(ring.people[1]!, { insurance: 'yes', 'q-exercise': 'yes' });
    await reachesEverybody();
    const { id, copy } = await split();
    await reachesEverybody();
    expect((await hoa.receipts()).at(-1)).toBe('applied');
    expect(await countedOn(BEFORE)).toBe(2);
    expect(await countedOn(DAY)).toBe(2);
    const founded = await fileOf(id, ring.lan);
    expect(founded.household.head).toBe(copy);
    expect(founded.people).toMatchObject([
      { name: 'Trần Thị Mai', relation: 'head', insurance: 'yes', answers: { 'q-exercise': 'yes' } }
    ]);
  });

  it('[OB3] a split taken back leaves one household of two', async () => {
    const { id, entry } = await split();
    await hoa.takesBack(entry);
    await reachesEverybody();
    expect((await fileOf(id, ring.lan)).household.closed).toBe('entered-by-mistake');
    const file = await fileOf(ring.household.id, ring.lan);
    expect(file.people.map(({ closed }) => closed)).toEqual([null, null]);
    expect(await countedOn(DAY)).toBe(2);
  });

  it('[EN1] what is typed on the new household before the ward knows it builds on the split', async () => {
    const { id, copy } = await split();
    await hoa.answers({ id: copy, household: id }, { insurance: 'no' });
    await reachesEverybody();
    expect(await hoa.receipts()).toEqual(['applied', 'applied']);
    expect(await ring.lan.sees(`person:${copy}`, 'insurance')).toBe('no');
  });

  it('[EN2] two households that join are one; the emptied one leaves the round and stays in the book', async () => {
    const { id, copy } = await split();
    await reachesEverybody();
    const founded = await fileOf(id);
    const back = newId() as PersonId;
    const leaving = { people: founded.people, on: DAY, headAfter: null };
    await happens(joins(founded, leaving, [{ row: await rowOf(copy), id: back }], ring.household.id));
    await reachesEverybody();
    expect((await fileOf(id, ring.lan)).household).toMatchObject({
      closed: 'other-household',
      closedOn: DAY
    });
    expect(await countedOn(DAY)).toBe(2);
    expect(await ring.lan.sees(`person:${back}`, 'continues')).toBe(copy);
  });

  it('[EN5] who dies is counted until then, and another is head', async () => {
    const file = await home();
    const [head, second] = file.people as [(typeof file.people)[0], (typeof file.people)[0]];
    await happens(dies(file, { people: [head], on: DAY, headAfter: second.id }));
    await reachesEverybody();
    expect([await countedOn(BEFORE), await countedOn(DAY)]).toEqual([2, 1]);
    expect(await ring.lan.sees(`household:${ring.household.id}`, 'head')).toBe(second.id);
    expect(await ring.lan.sees(`person:${second.id}`, 'relation')).toBe('head');
  });

  it('[CO1] two who record the same death say the same thing', async () => {
    const file = await home();
    const { changes, event, adds } = dies(file, { people: [file.people[1]!], on: DAY, headAfter: null });
    await ring.lan.taps('life-event', changes, { about: { event, adds } });
    await happens({ changes, event, adds });
    await ring.lan.syncs();
    await hoa.syncs();
    expect(await hoa.receipts()).toEqual(['applied']);
  });

  it('[EN5] with the last of them the household moves away', async () => {
    const file = await home();
    await happens(movesAway(file, { people: file.people, on: DAY, headAfter: null }, 'quận Lê Chân'));
    await reachesEverybody();
    expect((await fileOf(ring.household.id, ring.lan)).household.closed).toBe('moved-away');
    expect(await countedOn(DAY)).toBe(0);
  });

  it('[EN2] a child counts from its birth, a newcomer from the day of arrival', async () => {
    const comer = { sex: null, relation: 'child', residence: 'permanent', arrivedFrom: null } as const;
    const child = { ...comer, id: newId() as PersonId, name: 'Nguyễn An', birth: DAY, arrivedOn: null };
    await happens(comesIn('birth', await home(), child));
    const son = { ...comer, id: newId() as PersonId, name: 'Nguyễn Bình', birth: '1999', arrivedOn: DAY };
    await happens(comesIn('arrival', await home(), son));
    await reachesEverybody();
    expect([await countedOn(BEFORE), await countedOn(DAY)]).toEqual([2, 4]);
  });

  it('[EN3] with a new head the relations are named anew', async () => {
    const file = await home();
    await happens(changesHead(file, file.people[1]!.id));
    await reachesEverybody();
    const { people } = await fileOf(ring.household.id, ring.lan);
    expect(people.map(({ relation }) => relation)).toEqual(['head', 'spouse']);
  });

  it('[EN3] an event that brings in what is there already, or changes what is not, is refused before it is frozen', async () => {
    const file = await home();
    const [head] = file.people;
    const set = { name: 'Nguyễn Văn Hùng' };
    const change = { type: 'person', id: head!.id, household: ring.household.id, set } as const;
    const about = { event: 'arrival', adds: [head!.id] };
    expect(await hoa.taps('life-event', [{ ...change, set: { name: 'Hùng' } }], { about })).toMatchObject({
      reason: 'already-there'
    });
    const unknown = [{ ...change, id: newId() }];
    expect(await hoa.taps('life-event', unknown, { about: { event: 'death', adds: [] } })).toMatchObject({
      reason: 'unknown-target'
    });
  });
});
