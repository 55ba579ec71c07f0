import { describe, expect, it } from 'vitest';
import { HouseholdList } from '$lib/state/household-list.svelte';
import { aFile, aHousehold, aPerson } from '../support/factories';
import { aStandInPhone } from './stand-in-phone';

const living = (where: object, names: string[], changed: object = {}) => {
  const household = aHousehold(where);
  return aFile({
    household,
    people: names.map((name) => aPerson({ household: household.id, name })),
    ...changed
  });
};

const hung = living({ alley: '124', houseNumber: '12' }, ['Nguyễn Văn Hùng', 'Trần Thị Lan']);
const duc = living({ alley: '124', houseNumber: '14' }, ['Phạm Minh Đức'], { visits: [] });
const lan = living({ alley: '7', houseNumber: '3' }, ['Lê Thị Lan', 'Nguyễn Quang Vinh', 'Anh Tú']);
const listOf = (files = [hung, duc, lan]) => new HouseholdList(aStandInPhone({ files }).phone);
const found = (list: HouseholdList) => list.found.map(({ file }) => file);

describe('the list of households', () => {
  it.each([
    ['duc', [duc]],
    ['LÂN', [hung, lan]],
    ['thi lan', [hung, lan]],
    ['nvh', [hung]],
    ['lan 124', [hung]],
    ['ngo', []],
    ['12', [hung, duc]],
    ['  ', [hung, duc, lan]]
  ])('"%s" is searched without marks, by members, number and alley', (query, expected) => {
    const list = listOf();
    list.search(query);
    expect(found(list)).toEqual(expected);
  });

  it('initials are those of one name, not of neighbours in the list', () => {
    const list = listOf();
    list.search('nva');
    expect(found(list)).toEqual([]);
  });

  it('says which member was found', () => {
    const list = listOf();
    list.search('vinh');
    expect(list.found[0]?.member).toBe('Nguyễn Quang Vinh');
  });

  it('each chip shows as many as it opens', () => {
    const list = listOf();
    list.choose('to-review');
    expect(found(list)).toEqual([duc]);
    expect(list.counts['to-review']).toBe(1);
    expect(list.counts.all).toBe(3);
  });

  it('an alley tells how many of all its households are reviewed, also while the list is filtered', () => {
    const list = listOf();
    list.choose('to-review');
    expect(list.stretches).toMatchObject([{ heading: 'Ngõ 124 đường Lạch Tray', reviewed: 1, all: 2 }]);
  });

  it('950 households come page by page, all of them in the end', () => {
    const many = Array.from({ length: 950 }, (_, place) => living({ walkOrder: place }, ['Vũ Thị Hoa']));
    const list = listOf(many);
    const shown = () => list.stretches.reduce((sum, { listed }) => sum + listed.length, 0);
    expect(shown()).toBeLessThan(100);
    while (list.hasMore) list.showMore();
    expect(shown()).toBe(950);
  });

  it('stands by the name of the head, tên first, under the letters of the alphabet', () => {
    const list = listOf([
      hung,
      duc,
      lan,
      living({}, ['Vũ Văn Dũng']),
      living({}, ['Lê Ánh']),
      living({}, [])
    ]);
    list.arrange('name');
    const heads = list.stretches.map(({ heading, listed }) => [heading, listed[0]?.file.people[0]?.name]);
    expect(heads).toEqual([
      ['A', 'Lê Ánh'],
      ['D', 'Vũ Văn Dũng'],
      ['Đ', 'Phạm Minh Đức'],
      ['H', 'Nguyễn Văn Hùng'],
      ['L', 'Lê Thị Lan'],
      ['', undefined]
    ]);
    list.arrange('walk');
    expect(found(list)[0]).toBe(hung);
  });

  it('chips open who has no work, and who was not assessed', () => {
    const jobless = aFile({ people: [aPerson({ activity: 'unemployed' })] });
    const fresh = aFile({ assessments: [] });
    const list = listOf([hung, jobless, fresh]);
    list.choose('unemployed');
    expect(found(list)).toEqual([jobless]);
    list.choose('unassessed');
    expect(found(list)).toEqual([fresh]);
  });

  it('draws no more than a phone shows while one types', () => {
    const list = listOf(Array.from({ length: 200 }, (_, place) => living({ walkOrder: place }, ['Vũ Hoa'])));
    list.search('hoa');
    expect(list.found.length).toBe(200);
    expect(list.stretches.reduce((sum, { listed }) => sum + listed.length, 0)).toBeLessThan(20);
    expect(list.hasMore).toBe(true);
  });
});
