import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Finder } from '$lib/domain/people/finding';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import { fold } from '$lib/domain/people/names';
import { aFile, aHousehold, aPerson } from '../support/factories';

const living = (where: object, ...people: object[]): { file: HouseholdFile } => {
  const household = aHousehold(where);
  return {
    file: aFile({ household, people: people.map((one) => aPerson({ household: household.id, ...one })) })
  };
};

const an = living(
  { houseNumber: '15', subAlley: '12', alley: '124', street: 'Lạch Tray' },
  { name: 'Nguyễn Văn An', birth: '1958-03-05' },
  { name: 'Vũ Thị Thuý', birth: '1961' }
);
const dao = living(
  { houseNumber: '3', alley: '7', street: 'Máng Nước' },
  { name: 'Đào Thị Mơ', birth: '1985' }
);
const ngo = living(
  { houseNumber: '124', alley: null, street: 'phố Cát Dài' },
  { name: 'Ngô Đức Nam', birth: '2001-01-01' },
  { name: 'Trần Lan', closed: 'moved-away' }
);
const all = [an, dao, ngo];
const NAMES = new Map([
  [an, 'an'],
  [dao, 'dao'],
  [ngo, 'ngo']
]);

const found = (query: string) => new Finder().find(query, all).map(({ listed }) => NAMES.get(listed));

describe('finding a household', () => {
  it.each([
    ['', ['an', 'dao', 'ngo']],
    ['  ', ['an', 'dao', 'ngo']],
    ['nguyen', ['an']],
    ['NGUYỄN VĂN AN', ['an']],
    ['an nguyen', ['an']],
    ['ng an', ['an']],
    ['uyen', []],
    ['an binh', []],
    ['dao', ['dao']],
    ['đao', ['dao']],
    ['nva', ['an']],
    ['NVA', ['an']],
    ['nva 15', ['an']],
    ['thuy', ['an']],
    ['thúy', ['an']],
    ['hòa'.normalize('NFD'), []],
    ['15/12/124', ['an']],
    ['so 15 ngach 12 ngo 124 duong lach tray', ['an']],
    ['ngõ 124', ['an', 'ngo']],
    ['số nhà 124', ['ngo']],
    ['ngo 124', ['an', 'ngo']],
    ['124', ['an', 'ngo']],
    ['lach tray', ['an']],
    ['1958', ['an']],
    ['sn 1958', ['an']],
    ['năm 85', ['dao']],
    ['mơ 85', ['dao']],
    ['mơ 58', []],
    ['lan', []],
    ['nam', ['ngo']]
  ])('"%s"', (query, expected) => expect(found(query)).toEqual(expected));

  it('says which member was found, and nobody where the place was', () => {
    const [first] = new Finder().find('thuy 124', all);
    expect(first?.member).toBe('Vũ Thị Thuý');
    expect(new Finder().find('lach tray', all)[0]?.member).toBeUndefined();
  });

  it.each([
    ['nguyeen', ['an']],
    ['nguyn', ['an']],
    ['nguyrn', ['an']],
    ['ngueyn', ['an']],
    ['nugyen an', ['an']],
    ['lahc tray', ['an']],
    ['nugyen thuyy', []],
    ['125', []],
    ['1959', []]
  ])('one slip is forgiven, a second one or a number is not: "%s"', (query, expected) =>
    expect(found(query)).toEqual(expected)
  );

  it('a slip is forgiven only where nothing is found as it was typed', () => {
    const [hung, hang] = [living({}, { name: 'Lê Hùng' }), living({}, { name: 'Lê Hằng' })];
    expect(new Finder().find('hung', [hung, hang]).map(({ listed }) => listed)).toEqual([hung]);
  });

  it('a changed household is found by what it is now', () => {
    const finder = new Finder();
    finder.prepare([an.file]);
    const renamed = { file: { ...an.file, people: [aPerson({ name: 'Phạm Minh Đức' })] } };
    expect(finder.find('thuy', [renamed])).toEqual([]);
    expect(finder.find('duc', [renamed]).length).toBe(1);
  });

  const names = fc.array(fc.constantFrom('Nguyễn', 'Đào', 'Thị', 'Thuý', 'Hòa', 'Ơn', 'Ân', 'Lan'), {
    minLength: 1,
    maxLength: 5
  });

  it('whoever is there is found by any of their words, cut short, without marks, in any order', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(), (words, cut, turn) => {
        const one = living({}, { name: words.join(' ') });
        const start = turn % words.length;
        const query = [...words.slice(start), ...words.slice(0, start)].map((word) =>
          fold(word).slice(0, 1 + (cut % word.length))
        );
        expect(new Finder().find(query.join(' '), [one]).length).toBe(1);
      })
    );
  });
});
