import { describe, expect, it } from 'vitest';
import { approvalOf } from '$lib/domain/people/approval';
import type { Review, SignOff } from '$lib/domain/people/sign-off';
import { aGroupId, anId } from '../support/factories';

const [group, period, house] = [aGroupId(1), anId<string>(2), anId<string>(3)];
const aSignOff = (seq: number): SignOff => ({
  ...{ id: anId<string>(100 + seq), group, period, on: '2025-11-30', figures: '{}', note: null, seq }
});
const aReview = (signOff: SignOff, seq: number, verdict: string, household: string = group): Review => ({
  ...{
    id: anId<string>(200 + seq),
    group,
    household,
    signOff: signOff.id,
    period,
    verdict,
    reason: null,
    seq
  }
});

describe('what the ward has approved', () => {
  const [first, second] = [aSignOff(10), aSignOff(20)];
  const approval = (...reviews: Review[]) => approvalOf([{ id: period }], [first, second], reviews);

  it('[PH2] nothing by a signature alone, nor by one that was returned or signed anew', () => {
    expect(approval().upTo).toBe(0);
    expect(approval(aReview(second, 21, 'returned')).upTo).toBe(0);
    expect(approval(aReview(first, 11, 'approved')).upTo).toBe(0);
  });

  it('[PH2] all that was received before the signature that it approved, and nothing later', () => {
    expect(approval(aReview(second, 25, 'approved')).upTo).toBe(20);
  });

  it('[PH2] but not what is of a household that it has sent back since', () => {
    const { except } = approval(aReview(second, 25, 'approved'), aReview(second, 26, 'returned', house));
    expect([...except]).toEqual([house]);
  });
});
