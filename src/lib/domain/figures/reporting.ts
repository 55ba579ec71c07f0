import { type Day, startOf } from '../calendar';
import { periodState, type Review, type SignOff } from '../people/sign-off';
import type { Period } from '../plan/period';

/** How a group kept to its reports (chế độ báo cáo): signed in time, of those due; and when it last signed. */
export type Reporting = Readonly<{ kept: [inTime: number, due: number]; signedAt: number | null }>;

/**
 * "Trước ngày" is strict: the last good moment is the end of the day before, in Viet Nam. A report that was returned and not
 * signed again is none; one that was signed in time and mended later was in time.
 */
export function reportingOf(
  periods: readonly Period[],
  signOffs: readonly SignOff[],
  reviews: readonly Review[],
  signedAt: (signOff: SignOff) => number,
  today: Day
): Reporting {
  const due = periods.filter(({ dueBefore }) => dueBefore <= today);
  const stands = (period: string) =>
    ['signed', 'approved'].includes(periodState(period, signOffs, reviews).kind);
  const inTime = due.filter(
    ({ id, dueBefore }) =>
      stands(id) && signOffs.some((one) => one.period === id && signedAt(one) < startOf(dueBefore))
  );
  const standing = periods.flatMap(({ id }) => {
    const state = periodState(id, signOffs, reviews);
    return state.kind === 'signed' || state.kind === 'approved' ? [signedAt(state.signOff)] : [];
  });
  return { kept: [inTime.length, due.length], signedAt: standing.length > 0 ? Math.max(...standing) : null };
}
