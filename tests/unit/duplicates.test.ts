import { describe, expect, it } from 'vitest';
import { possibleDuplicates } from '$lib/domain/people/duplicates';
import type { Household } from '$lib/domain/people/household';
import type { Person } from '$lib/domain/people/person';
import { aFile, aGroupId, aHousehold, aPerson } from '../support/factories';

const HUNG: Partial<Person> = { name: 'Nguyễn Văn Hùng', birth: '1975', nationalId: null };

/** Two people, each alone in a household of another group at another address. */
function twoPeople(one: Partial<Person>, other: Partial<Person>, home: Partial<Household> = {}) {
  const files = [one, other].map((person, at) => {
    const address = { houseNumber: String(at + 1), alley: `${at + 10}`, ...home };
    const household = aHousehold({ group: aGroupId(at + 500), ...address });
    return aFile({ household, people: [aPerson({ ...HUNG, household: household.id, ...person })] });
  });
  return possibleDuplicates(files).filter(({ one }) => one.type === 'person');
}
const because = (found: ReturnType<typeof possibleDuplicates>) => found.map((pair) => pair.because);

describe('the same person entered twice', () => {
  it.each<[string, Partial<Person>, Partial<Person>]>([
    ['across groups', { nationalId: '031075000001' }, { nationalId: '031075000001' }],
    ['whatever the name', { nationalId: '031075000001' }, { nationalId: '031075000001', name: 'Hùng' }]
  ])('[CO6] is found by number, %s', (_what, one, other) => {
    expect(because(twoPeople(one, other))).toEqual([['number']]);
  });

  it.each([
    ['NGUYỄN VĂN HÙNG'],
    ['nguyen van hung'],
    ['Nguyễn Văn Hùng'.normalize('NFD')],
    ['  Nguyễn   Văn  Hùng '],
    ['Nguyễn Văn Hùng.']
  ])('[CO6] is found by name and birthday, written as %j', (name) => {
    const birth = '1975-03-05';
    expect(because(twoPeople({ birth }, { birth, name }))).toEqual([['name-and-birthday']]);
  });

  it('[CO6] is found by name, year and address, also where a day is known to one only', () => {
    const home = { houseNumber: '15', alley: 'ngõ 124', street: 'Lạch Tray' };
    expect(because(twoPeople({}, { birth: '1975-03-05' }, home))).toEqual([['name-and-address']]);
  });

  it.each<[string, Partial<Person>, Partial<Person>, Partial<Household>?]>([
    ['a name and a year are many people', {}, {}],
    [
      'two numbers are two people',
      { nationalId: '031075000001' },
      { nationalId: '031075000002' },
      { alley: '1', houseNumber: '2' }
    ],
    [
      'two birthdays are two people',
      { birth: '1975-01-02' },
      { birth: '1975-03-04' },
      { alley: '1', houseNumber: '2' }
    ],
    [
      'who is closed is nobody’s double',
      { nationalId: '031075000001', closed: 'duplicate' },
      { nationalId: '031075000001' }
    ],
    ['who has no year is not guessed', { birth: null }, { birth: null }, { alley: '1', houseNumber: '2' }]
  ])('[CO6] %s', (_what, one, other, home) => {
    expect(twoPeople(one, other, home)).toEqual([]);
  });

  it('[CO6] two households at one address are one, perhaps, where they share a person', () => {
    const home = { houseNumber: '15', subAlley: null, alley: '124', street: 'Lạch Tray' };
    const files = ['Nguyễn Văn Hùng', 'nguyen van hung', 'Trần Thị Mai'].map((name, at) => {
      const household = aHousehold({
        ...home,
        group: aGroupId(at + 600),
        alley: at === 1 ? 'Ngõ 124' : '124'
      });
      return aFile({ household, people: [aPerson({ ...HUNG, household: household.id, name })] });
    });
    const found = possibleDuplicates(files).filter(({ one }) => one.type === 'household');
    expect(found.map(({ one, other }) => [one.id, other.id].sort())).toEqual([
      [files[0]!.household.id, files[1]!.household.id].sort()
    ]);
    expect(because(found)).toEqual([['address-and-people']]);
  });

  it('[CO6] the surest comes first', () => {
    const sure = { nationalId: '031075000001', birth: '1975-03-05' };
    const files = [
      sure,
      sure,
      { birth: '1980-01-01', name: 'Mai' },
      { birth: '1980-01-01', name: 'Mai' }
    ].map((person, at) => {
      const household = aHousehold({ houseNumber: `${at}`, alley: `${at}` });
      return aFile({ household, people: [aPerson({ ...HUNG, household: household.id, ...person })] });
    });
    expect(because(possibleDuplicates(files))).toEqual([
      ['number', 'name-and-birthday'],
      ['name-and-birthday']
    ]);
  });
});
