import { describe, expect, it } from 'vitest';
import type { Row } from '$lib/domain/entry/row';
import { knownFrom, likeOfListed } from '$lib/domain/lists/known';
import { likeness, nearlySame } from '$lib/domain/lists/likeness';
import type { ListHousehold, ListPerson } from '$lib/domain/lists/list';
import { Book, matchAll } from '$lib/domain/lists/match';
import { NO_ADDRESS } from '$lib/domain/lists/read-address';
import { newId } from '../../support/entries';

const G1 = newId();
const G2 = newId();
const somebody = (name: string, birth: string | null, nationalId: string | null = null): ListPerson => ({
  ...{ name, birth, nationalId, sex: null, relation: null, residence: null }
});
const home = (people: ListPerson[], houseNumber: string, group = G1): ListHousehold => ({
  ...{ sheet: '', row: 1, group: group as never, phone: null, people },
  address: { ...NO_ADDRESS, houseNumber, alley: '9' }
});

/** The book as the ward has it, from what a list would say. */
function bookOf(...homes: ListHousehold[]): { book: Book; ids: string[] } {
  const book = new Book();
  const ids = homes.map(({ people, address, group }) => {
    const id = newId();
    const row = (type: string, own: string, values: object): Row =>
      ({
        ...{ type, id: own, household: id, group, seq: 1 },
        fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, 1]]))
      }) as Row;
    book.add(
      knownFrom([row('household', id, address), ...people.map((one) => row('person', newId(), one))])!
    );
    return id;
  });
  return { book, ids };
}
const matched = (book: Book, ...listed: ListHousehold[]) =>
  matchAll(listed.map((one) => book.candidatesOf(one))).map((match) =>
    match.kind === 'one' ? match.candidate.known.id : match.kind
  );

describe('who is who', () => {
  it.each([
    ['one number', ['Nguyễn Văn An', '1958', '031058001234'], ['Nguyen Van An', null, '031058001234'], true],
    [
      'two numbers',
      ['Nguyễn Văn An', '1958-03-05', '031058001234'],
      ['Nguyễn Văn An', '1958-03-05', '031058009999'],
      false
    ],
    ['one name and day', ['NGUYỄN VĂN AN', '1958-03-05', null], ['Nguyễn Văn An', '1958-03-05', null], true],
    [
      'a letter too many',
      ['Nguyễn Văn Hưng', '1958-03-05', null],
      ['Nguyễn Văn Hừngg', '1958-03-05', null],
      true
    ],
    [
      'one name, two births',
      ['Nguyễn Văn An', '1958-03-05', null],
      ['Nguyễn Văn An', '1985-07-01', null],
      false
    ],
    [
      'two people of one day',
      ['Nguyễn Văn An', '1958-03-05', null],
      ['Trần Thị Bình', '1958-03-05', null],
      false
    ]
  ] as const)('%s', (_, one, other, isSame) => {
    const like = ([name, birth, id]: readonly [string, string | null, string | null]) =>
      likeOfListed(somebody(name, birth, id));
    expect(likeness(like(one), like(other)) >= 4).toBe(isSame);
  });

  it('nearly one word is one slip and no more', () => {
    expect(nearlySame('nguyenvanhung', 'nguyenvanhugn')).toBe(true);
    expect(nearlySame('nguyenvanhung', 'nguyenvanhuong')).toBe(true);
    expect(nearlySame('nguyenvanhung', 'nguyenvankhanh')).toBe(false);
  });
});

describe('which household is which', () => {
  const an = home([somebody('Nguyễn Văn An', '1958'), somebody('Trần Thị Bình', '1960')], '15');

  it('the same people at the same place are the same household, however they are written', () => {
    const { book, ids } = bookOf(an);
    expect(matched(book, home([somebody('NGUYEN VAN AN', '1958-03-05')], '15'))).toEqual([ids[0]]);
  });

  it('two households of one name in one alley are told apart by their numbers', () => {
    const one = home([somebody('Lê Văn Hùng', '1970')], '1');
    const two = home([somebody('Lê Văn Hùng', '1970')], '3');
    const { book, ids } = bookOf(one, two);
    expect(matched(book, two, one)).toEqual([ids[1], ids[0]]);
  });

  it('a daughter who married is no household that moved', () => {
    const parents = home(
      [
        somebody('Vũ Văn Cha', '1950'),
        somebody('Đỗ Thị Mẹ', '1952'),
        somebody('Vũ Thị Hoa', '1985-06-07'),
        somebody('Vũ Văn Em', '1990')
      ],
      '2'
    );
    const { book } = bookOf(parents);
    const couple = home([somebody('Phạm Văn Rể', '1983'), somebody('Vũ Thị Hoa', '1985-06-07')], '44', G2);
    expect(matched(book, couple)).toEqual(['new']);
    expect(book.find(likeOfListed(couple.people[1]!))?.home.people).toHaveLength(4);
  });

  it('one household of the book is nobody else’s as well', () => {
    const { book, ids } = bookOf(an);
    expect(matched(book, an, an).sort()).toEqual([ids[0], 'unclear'].sort());
  });
});
