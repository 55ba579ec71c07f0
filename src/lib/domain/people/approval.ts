import type { Period } from '../plan/period';
import { periodState, type Review, type SignOff } from './sign-off';

/** Up to which number the ward has approved a group's work (đã duyệt), and whose households it has returned since. */
export type Approval = Readonly<{ upTo: number; except: ReadonlySet<string> }>;

/** What was received before a signature that the ward approved is approved with it (PH2). */
export function approvalOf(
  periods: readonly Pick<Period, 'id'>[],
  signOffs: readonly SignOff[],
  reviews: readonly Review[]
): Approval {
  const approved = periods.flatMap(({ id }) => {
    const state = periodState(id, signOffs, reviews);
    return state.kind === 'approved' ? [state.signOff] : [];
  });
  const upTo = Math.max(0, ...approved.map(({ seq }) => seq));
  const returned = reviews.filter(
    (review) => review.verdict === 'returned' && review.household !== (review.group as string)
  );
  return { upTo, except: new Set(returned.flatMap(({ household, seq }) => (seq > upTo ? [household] : []))) };
}
