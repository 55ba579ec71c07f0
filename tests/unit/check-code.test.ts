import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHECKS,
  type Findings,
  readCheckCode,
  type Seat,
  writeCheckCode
} from '$lib/domain/delivery/check-code';
import { wardPhone } from '$lib/server/groups/contact';
import { browserKind } from '$lib/ui/check/browser-kind';

const state = fc.constantFrom('good', 'doubt', 'bad', 'unknown');
const findings = fc.record(
  Object.fromEntries(CHECKS.map((check) => [check, state]))
) as fc.Arbitrary<Findings>;
const seat: fc.Arbitrary<Seat> = fc.record({
  platform: fc.constantFrom('android', 'iphone', 'other'),
  place: fc.constantFrom('page', 'installed', 'inside-app')
});

describe('the code of a phone, read over the phone', () => {
  it('says what was found', () => {
    fc.assert(
      fc.property(findings, seat, (found, where) => {
        const code = writeCheckCode(found, where);
        expect(code).toMatch(/^\d{4} \d{4}$/);
        expect(readCheckCode(code)).toEqual({ findings: found, seat: where });
      })
    );
  });

  it('one digit misheard is always noticed', () => {
    fc.assert(
      fc.property(findings, seat, fc.nat(7), fc.integer({ min: 1, max: 9 }), (found, where, at, other) => {
        const digits = [...writeCheckCode(found, where).replace(' ', '')];
        digits[at] = String((Number(digits[at]) + other) % 10);
        expect(readCheckCode(digits.join(''))).toBeUndefined();
      })
    );
  });

  it.each(['', '0000', 'abcd efgh', '0000 00000'])('"%s" is none', (code) =>
    expect(readCheckCode(code)).toBeUndefined()
  );
});

const ANDROID = 'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('where the page is open', () => {
  it.each([
    [`${ANDROID} Chrome/126.0 Mobile Safari/537.36`, false, 'android', 'page', undefined],
    [`${ANDROID} Chrome/126.0 Mobile Safari/537.36`, true, 'android', 'installed', undefined],
    [
      `${ANDROID} Version/4.0 Chrome/126.0 Mobile Safari/537.36 Zalo android/24`,
      false,
      'android',
      'inside-app',
      'Zalo'
    ],
    [
      `${ANDROID} Chrome/126.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/470.0]`,
      false,
      'android',
      'inside-app',
      'Facebook'
    ],
    [`${ANDROID} Chrome/126.0 [FB_IAB/Orca-Android;FBAV/470.0]`, false, 'android', 'inside-app', 'Messenger'],
    [
      'Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36',
      false,
      'android',
      'inside-app',
      'ứng dụng khác'
    ],
    [`${IPHONE} Version/17.4 Mobile/15E148 Safari/604.1`, false, 'iphone', 'page', undefined],
    [`${IPHONE} Mobile/15E148`, true, 'iphone', 'installed', undefined],
    [`${IPHONE} Mobile/15E148`, false, 'iphone', 'inside-app', 'ứng dụng khác'],
    [`${IPHONE} Mobile/15E148 Zalo iOS/560`, false, 'iphone', 'inside-app', 'Zalo'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36',
      false,
      'other',
      'page',
      undefined
    ]
  ] as const)('%s, installed: %s', (userAgent, isStandalone, platform, place, inside) =>
    expect(browserKind({ userAgent }, isStandalone)).toEqual({ platform, place, inside })
  );
});

describe("the ward's number", () => {
  it.each([
    ['0225 3741 234', '02253741234'],
    ['', null],
    [undefined, null],
    ['hỏi lễ tân', null]
  ])('set as "%s" is %s', (set, number) => expect(wardPhone(set)).toBe(number));
});
