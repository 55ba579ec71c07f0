import { describe, expect, it } from 'vitest';
import { reportingOf } from '$lib/domain/figures/reporting';
import type { Review, SignOff } from '$lib/domain/people/sign-off';
import type { Period } from '$lib/domain/plan/period';
import { aGroupId, anId } from '../support/factories';

const group = aGroupId(1);
const period: Period = {
  ...{ id: anId<string>(2), name: 'Kỳ cuối đợt', asOf: '2025-11-30', opensOn: '2025-11-20' },
  dueBefore: '2025-12-10'
};
const signed = (seq: number): SignOff => ({
  ...{ id: anId<string>(100 + seq), group, period: period.id, on: null, figures: '{}', note: null, seq }
});
const returned = (signOff: SignOff): Review => ({
  ...{ id: anId<string>(), group, household: group, signOff: signOff.id, period: period.id },
  ...{ verdict: 'returned', reason: 'Thiếu hộ', seq: 50 }
});

/** Signed at these moments, one after the other. */
function kept(moments: readonly string[], { today = '2025-12-10', isReturned = false } = {}) {
  const signOffs = moments.map((_, place) => signed(place + 1));
  const reviews = isReturned ? [returned(signOffs.at(-1)!)] : [];
  return reportingOf([period], signOffs, reviews, ({ seq }) => Date.parse(moments[seq - 1]!), today).kept;
}

describe('"trước ngày 10/12": chế độ báo cáo', () => {
  it.each<[string, string[], [number, number]]>([
    ['the last second of 09/12 in Việt Nam is in time', ['2025-12-09T23:59:59+07:00'], [1, 1]],
    ['the first of 10/12 is late', ['2025-12-10T00:00:00+07:00'], [0, 1]],
    ['16:59:59 on 09/12 by UTC is in time', ['2025-12-09T16:59:59Z'], [1, 1]],
    ['17:00 on 09/12 by UTC is already the 10th', ['2025-12-09T17:00:00Z'], [0, 1]],
    ['never signed', [], [0, 1]],
    ['signed in time and mended late was in time', ['2025-12-09T10:00:00Z', '2025-12-12T10:00:00Z'], [1, 1]]
  ])('%s', (_, moments, expected) => expect(kept(moments)).toEqual(expected));

  it('what was sent back and not signed again is no report', () => {
    expect(kept(['2025-12-08T10:00:00Z'], { isReturned: true })).toEqual([0, 1]);
  });

  it('on 09/12 nothing is due yet', () => {
    expect(kept([], { today: '2025-12-09' })).toEqual([0, 0]);
  });
});
