import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareNames,
  fold,
  isDoubtfulName,
  listByName,
  normaliseName,
  offeredName,
  properCase,
  searchFor
} from '$lib/domain/people/names';

describe('without marks', () => {
  it.each([
    ['an nguyen', 'Nguyễn Văn An', true],
    ['uyen', 'Nguyễn Văn An', false],
    ['nva', 'Nguyễn Văn An', true],
    ['12/124', 'Số 15 ngách 12 ngõ 124', true],
    ['  ', 'Nguyễn Văn An', true]
  ])('"%s" finds "%s": %s', (query, text, found) => expect(searchFor(query)(text)).toBe(found));

  it('folds the old and the new place of the tone, NFC and NFD, to one', () => {
    expect(new Set(['hoà', 'hòa', 'hòa'.normalize('NFD'), 'HOÀ'].map(fold))).toEqual(new Set(['hoa']));
  });
});

describe('listing names', () => {
  const sorted = (names: string[]) => [...names].sort(compareNames);

  it('by tên, then họ, then đệm', () => {
    expect(sorted(['Vũ Thị An', 'Nguyễn Văn Bình', 'Lê Văn An', 'Lê Đức An'])).toEqual([
      'Lê Đức An',
      'Lê Văn An',
      'Vũ Thị An',
      'Nguyễn Văn Bình'
    ]);
  });

  it('d before đ, a before ă before â, and the tones in their order', () => {
    expect(sorted(['Lê Ân', 'Lê Ánh', 'Lê An', 'Lê Đạt', 'Lê Dũng'])).toEqual([
      'Lê An',
      'Lê Ánh',
      'Lê Ân',
      'Lê Dũng',
      'Lê Đạt'
    ]);
    expect(sorted(['Lê Hạ', 'Lê Hã', 'Lê Há', 'Lê Hà', 'Lê Hả', 'Lê Ha'])).toEqual([
      'Lê Ha',
      'Lê Hà',
      'Lê Hả',
      'Lê Hã',
      'Lê Há',
      'Lê Hạ'
    ]);
  });

  it('a whole list stands in the same order, and who has no name comes last', () => {
    const names = ['Vũ Thị An', '', 'Nguyễn Văn Bình', 'Lê Văn An', 'Lê Đức An', 'Lê Đạt', 'Lê Dũng'];
    expect(listByName(names, (name) => name)).toEqual([...sorted(names.filter(Boolean)), '']);
  });

  it('a name typed in NFD stands where its NFC twin stands', () => {
    const twin = 'Vũ Thị Thúy'.normalize('NFD');
    expect(compareNames(twin, 'Vũ Thị Thúy')).toBe(0);
    expect(sorted(['Lê Yến', twin, 'Lê An'])).toEqual(['Lê An', twin, 'Lê Yến']);
  });

  it('a name of one word, or of six, is a name', () => {
    expect(sorted(['Thảo', 'Lê An', 'Tôn Nữ Thị Ngọc Minh Châu'])).toEqual([
      'Lê An',
      'Tôn Nữ Thị Ngọc Minh Châu',
      'Thảo'
    ]);
  });
});

describe('a name as it is stored', () => {
  it('is NFC, with one space between words and a Vietnamese Đ', () => {
    expect(normaliseName('  Ðào\u00a0 Thị  Mơ ')).toBe('Đào Thị Mơ');
    expect(normaliseName('Nguyễn'.normalize('NFD'))).toBe('Nguyễn'.normalize('NFC'));
    expect(normaliseName('NGUYỄN VĂN AN')).toBe('NGUYỄN VĂN AN');
  });

  it.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An'],
    ['đặng thị ánh', 'Đặng Thị Ánh'],
    ['Y-BLOK êban', 'Y-Blok Êban'],
    ["H'HEN NIÊ", "H'Hen Niê"]
  ])('"%s" in proper capitals is "%s"', (typed, offered) => expect(properCase(typed)).toBe(offered));

  it.each([
    ['NGUYỄN VĂN AN', 'Nguyễn Văn An'],
    ['nguyễn văn an', 'Nguyễn Văn An'],
    ['NGUYỄN VĂN AN'.normalize('NFD'), 'Nguyễn Văn An'],
    ['Nguyễn Văn An', undefined],
    ['Nguyễn văn An', undefined],
    ['Y Blok', undefined],
    ['', undefined]
  ])('for "%s" the leader is offered %s', (typed, offered) => expect(offeredName(typed)).toBe(offered));

  it('what is offered is offered once: it stands as it is', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyẤỄỤĐ  -') });
    fc.assert(
      fc.property(letters, (typed) => {
        const offered = offeredName(typed);
        if (offered === undefined) return;
        expect(fold(offered)).toBe(fold(normaliseName(typed)));
        expect(properCase(offered)).toBe(offered);
      })
    );
  });

  it.each([
    ['Nguyễn Văn An', false],
    ["H'Hen Niê", false],
    ['Nguyễn Thị Lan (con)', true],
    ['Nguye64n Van An', true]
  ])('"%s" is doubted: %s', (name, doubted) => expect(isDoubtfulName(name)).toBe(doubted));
});
