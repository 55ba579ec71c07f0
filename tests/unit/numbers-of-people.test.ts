import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtsAboutCode, readInsuranceCode } from '$lib/domain/people/insurance-code';
import {
  doubtsAboutId,
  mistakeInId,
  normaliseNationalId,
  readNationalId
} from '$lib/domain/people/national-id';
import {
  isDoubtfulPhoneNumber,
  normalisePhoneNumber,
  showPhoneNumber
} from '$lib/domain/people/phone-number';
import { PHONE_NUMBER } from '$lib/domain/people/number-patterns';
import { householdRules } from '$lib/domain/people/household-rules';

describe('số định danh (TT 07/2016/TT-BCA)', () => {
  it.each([
    ['031158001234', { place: 'Hải Phòng', isAbroad: false, sex: 'female', year: 1958 }],
    ['001205000001', { place: 'Hà Nội', isAbroad: false, sex: 'male', year: 2005 }],
    ['131320000001', { place: undefined, isAbroad: true, sex: 'female', year: 2020 }],
    ['03115800123', undefined]
  ])('%s says', (id, read) => expect(readNationalId(id)).toEqual(read));

  it.each([
    ['031158001234', { birth: '1958-03-05', sex: 'female' }, []],
    ['031158001234', { birth: null, sex: null }, []],
    ['031158001234', { birth: '1985', sex: 'female' }, ['other-year']],
    ['031058001234', { birth: '1958', sex: 'female' }, ['other-sex']],
    ['031358001234', { birth: '1958', sex: 'female' }, ['not-born-yet']],
    ['000158001234', { birth: '1958', sex: 'female' }, ['unknown-place']],
    ['199158001234', { birth: '1958', sex: 'female' }, []],
    ['031158', { birth: '1985', sex: 'male' }, []]
  ])('%s for %j: doubts %j', (id, person, doubts) => expect(doubtsAboutId(id, person, 2026)).toEqual(doubts));

  it('no person is in doubt whose number says place, sex and year as they are', () => {
    const born = fc.record({ year: fc.integer({ min: 1900, max: 2026 }), isWoman: fc.boolean() });
    fc.assert(
      fc.property(born, fc.integer({ min: 0, max: 999_999 }), ({ year, isWoman }, last) => {
        const century = Math.floor((year - 1900) / 100) * 2 + Number(isWoman);
        const id = `031${century}${String(year).slice(2)}${String(last).padStart(6, '0')}`;
        const person = { birth: String(year), sex: isWoman ? 'female' : 'male' };
        expect(doubtsAboutId(id, person, 2026)).toEqual([]);
      })
    );
  });

  it.each([
    ['031 158 001234', undefined],
    ['031.158.001234', undefined],
    ['031158001', 'old-nine'],
    ['31158001234', 'lost-zero'],
    ['GD4310123456789', 'insurance-code'],
    ['0123456789', 'insurance-code'],
    ['0311580012345', 'wrong-length'],
    ['03115800123O', 'wrong-length']
  ])('"%s": mistake %s', (typed, mistake) => expect(mistakeInId(normaliseNationalId(typed))).toBe(mistake));
});

describe('mã thẻ BHYT', () => {
  it.each([
    ['gd 4 31 0123456789', { kind: 'card', object: 'GD', group: 5, number: '0123456789' }],
    ['TE1310123456789', { kind: 'card', object: 'TE', group: 3, number: '0123456789' }],
    ['ZZ4310123456789', { kind: 'card', object: 'ZZ', group: undefined, number: '0123456789' }],
    ['0123456789', { kind: 'number', number: '0123456789' }],
    ['031158001234', { kind: 'national-id', number: '031158001234' }],
    ['GD9310123456789', undefined],
    ['GD43101234567', undefined]
  ])('"%s" reads', (typed, read) => expect(readInsuranceCode(typed)).toEqual(read));

  it.each([
    ['GD4310123456789', { insuranceGroup: 5, nationalId: null }, []],
    ['GD4310123456789', { insuranceGroup: null, nationalId: null }, []],
    ['GD4310123456789', { insuranceGroup: 1, nationalId: null }, ['other-group']],
    ['ZZ4310123456789', { insuranceGroup: 1, nationalId: null }, ['unknown-object']],
    ['031158001234', { insuranceGroup: 1, nationalId: '031158001235' }, ['other-person']],
    ['0123456789', { insuranceGroup: 1, nationalId: null }, []]
  ])('"%s" for %j: doubts %j', (code, person, doubts) =>
    expect(doubtsAboutCode(readInsuranceCode(code)!, person)).toEqual(doubts)
  );
});

describe('phone numbers', () => {
  it.each([
    ['0912 345 678', '0912345678', '0912 345 678'],
    ['+84 912.345.678', '0912345678', '0912 345 678'],
    ['84912345678', '0912345678', '0912 345 678'],
    ['+84 (0) 912 345 678', '0912345678', '0912 345 678'],
    ['0168 345 6789', '0383456789', '0383 456 789'],
    ['0122 345 6789', '0773456789', '0773 456 789'],
    ['031 3741234', '02253741234', '0225 3741 234'],
    ['0225.3741.234', '02253741234', '0225 3741 234']
  ])('"%s" is stored as %s, shown as "%s"', (typed, stored, shown) => {
    expect(normalisePhoneNumber(typed)).toBe(stored);
    expect(showPhoneNumber(stored)).toBe(shown);
    expect(isDoubtfulPhoneNumber(stored)).toBe(false);
  });

  it.each(['0102345678', '091234567', '09123456789', '1900545436'])('%s is doubted', (typed) =>
    expect(isDoubtfulPhoneNumber(normalisePhoneNumber(typed))).toBe(true)
  );

  it('a doubt is no wall: what can be dialled is kept, what cannot is not', () => {
    const rule = householdRules.phone!;
    expect(rule('0102345678', '2026-11-23')).toBeUndefined();
    expect(rule('0912', '2026-11-23')).toBe('not-a-phone-number');
    expect(rule('chưa có', '2026-11-23')).toBe('not-a-phone-number');
  });

  it('what is shown can be typed again', () => {
    fc.assert(
      fc.property(fc.stringMatching(PHONE_NUMBER), (number) => {
        const stored = normalisePhoneNumber(number);
        expect(normalisePhoneNumber(showPhoneNumber(stored))).toBe(stored);
      })
    );
  });
});
