import { describe, expect, it } from 'vitest';
import { keyOf, type RowKey } from '$lib/domain/entry/reading';
import type { HouseholdId } from '$lib/domain/ids';
import type { Row } from '$lib/domain/entry/row';
import { tallyFiles } from '$lib/domain/figures/tally';
import { filesFrom } from '$lib/domain/people/household-file';
import { createRandom } from '$lib/server/sample/random';
import { sampleWard } from '$lib/server/sample/sample-ward';
import type { OwnWorkBook } from '$lib/state/own-work.svelte';
import { type Light, Picture } from '$lib/state/picture.svelte';

const ward = sampleWard({ seed: 5, year: 2026, today: '2026-11-20', households: 60, groups: 2 });
const [own, other] = ward.groups.map(({ id }) => id);

function aPicture() {
  const rows = new Map<RowKey, Row>();
  for (const { values, ...row } of ward.rows) {
    const fields: Row['fields'] = Object.fromEntries(
      Object.entries(values).map(([field, value]): [string, Row['fields'][string]] => [field, [value, 1]])
    );
    rows.set(keyOf(row), { ...row, seq: 1, fields });
  }
  const light: { -readonly [Key in keyof Light]: Light[Key] } = {
    campaign: ward.campaign,
    today: '2026-11-20',
    group: own
  };
  const confirmed = {
    get: (key: RowKey) => rows.get(key),
    all: () => rows.values(),
    contained: { history: '', seq: 1 }
  };
  const nothing = { owed: () => [], stage: () => undefined } as unknown as OwnWorkBook;
  const picture = new Picture(confirmed, nothing, () => ({ ...light }));
  picture.update('all');
  const recounted = () => {
    const files = [...filesFrom(rows.values()).values()].filter(({ household }) => household.group === own);
    return { group: own, ...tallyFiles(files, ward.campaign, light.today) };
  };
  const changes = (key: RowKey, field: string, value: Row['fields'][string][0], group = own!) => {
    const row = rows.get(key)!;
    const changed = {
      ...row,
      group,
      fields: { ...row.fields, [field]: [value, 2] as Row['fields'][string] }
    };
    rows.set(key, changed);
    picture.update([changed]);
  };
  const merges = (people: readonly RowKey[], household: HouseholdId) => {
    const moved = people.map((key) => ({ ...rows.get(key)!, household }));
    moved.forEach((row) => rows.set(keyOf(row), row));
    picture.update(moved);
  };
  return { picture, rows, light, recounted, changes, merges };
}

describe('the figures on the phone', () => {
  it('after every change of a household they are what a count of the whole group would say', () => {
    const { picture, rows, recounted, changes } = aPicture();
    expect(picture.figures).toEqual(recounted());
    const random = createRandom(11);
    const people = [...rows.values()].filter(({ type }) => type === 'person');
    const fields = {
      insurance: ['yes', 'no', 'unclear', null],
      activity: ['employed', 'unemployed', 'inactive', null],
      training: ['none', 'university', null],
      closed: ['moved-away', 'died', null],
      'q-exercise': ['yes', 'no'],
      birth: ['2021-05-05', '1970-01-01', null]
    };
    for (let change = 0; change < 300; change += 1) {
      const [field, values] = random.pick(Object.entries(fields));
      changes(keyOf(random.pick(people)), field, random.pick<string | null>(values));
      expect(picture.figures).toEqual(recounted());
    }
  });

  it('a household that moves to another group is no longer among them', () => {
    const { picture, rows, recounted, changes } = aPicture();
    const of = picture.figures!.coverage[1];
    const home = [...rows.values()].find(({ type, group }) => type === 'household' && group === own)!;
    for (const row of [...rows.values()].filter(({ household }) => household === home.household)) {
      changes(keyOf(row), 'moved', 'yes', other);
    }
    expect(picture.figures!.coverage[1]).toBe(of - 1);
    expect(picture.figures).toEqual(recounted());
  });

  it('[CO4] people whom a merge brings to another household, and back, are in one household at a time', () => {
    const { picture, rows, recounted, merges } = aPicture();
    const homes = [...rows.values()].filter(({ type, group }) => type === 'household' && group === own);
    const [from, to] = homes.map(({ household }) => household);
    const people = [...rows.values()].filter(
      ({ type, household }) => type === 'person' && household === from
    );
    void picture.figures;
    for (const home of [to!, from!]) {
      merges(people.map(keyOf), home);
      for (const { id } of people) {
        const at = [from!, to!].filter((one) => picture.file(one)!.people.some((person) => person.id === id));
        expect(at).toEqual([home]);
      }
      expect(picture.figures).toEqual(recounted());
    }
  });

  it('the next day everything is counted by the new day', () => {
    const { picture, light, recounted } = aPicture();
    const before = picture.figures;
    light.today = '2027-03-01';
    picture.update([]);
    expect(picture.figures).not.toEqual(before);
    expect(picture.figures).toEqual(recounted());
  });
});
