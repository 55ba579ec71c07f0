import { type Day, dayOf, startOf } from '$lib/domain/calendar';
import type { EntryBody } from '$lib/domain/entry/entry';
import type { ClosedPeriod } from '$lib/domain/figures/closed-period';
import type { GroupFigures, Tally } from '$lib/domain/figures/group-figures';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import {
  periodState,
  type PeriodState,
  type Review,
  reviewFrom,
  type SignOff
} from '$lib/domain/people/sign-off';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Group } from '$lib/domain/plan/group';
import type { Period } from '$lib/domain/plan/period';
import type { Receipt } from '$lib/protocol/sync';
import { writeAtDesk } from '../office/desk';
import { readClosedPeriods } from '../queries/closed-periods';
import { fromStored, readRowsOfType } from '../queries/rows';
import { currentCampaign, figures } from '../ranking/ranking';
import { noReports } from '../ranking/reports';
import type { Services } from '../services';

/** How one group stands in a period, for the ward's eyes. */
export type GroupInPeriod = Readonly<{
  group: Group;
  kind: PeriodState['kind'];
  /** Milliseconds, by the corrected clock of the phone; and whether that was after the last good moment. */
  signedAt: number | null;
  isLate: boolean;
  signOff: SignOff | null;
  /** What stood on the screen when it was signed; null where it cannot be read. */
  signed: Pick<GroupFigures, 'coverage' | 'tallies'> | null;
  now: GroupFigures;
  /** Words of the ward about this period, the newest last; of the group, and of its households. */
  reviews: readonly Review[];
}>;

/** A period with its 23 groups (kỳ báo cáo). */
export type PeriodDesk = Readonly<{
  campaign: Campaign;
  period: Period;
  groups: readonly GroupInPeriod[];
  closed: ClosedPeriod | null;
  today: Day;
}>;

/** Every period of the campaign that runs, and how many groups are how far. */
export async function readPeriods(services: Services): Promise<PeriodDesk[]> {
  const current = await currentCampaign(services);
  if (!current) return [];
  const { campaign } = current;
  const { groups: standing } = await figures(services);
  const closed = (await readClosedPeriods(services.db)).map(({ period }) => period);
  const reviews = (await readRowsOfType(services.db, 'review')).map((row) => reviewFrom(fromStored(row)));
  return campaign.periods.map((period) => ({
    ...{ campaign, period, today: dayOf(services.now()) },
    closed: closed.find((one) => one.period === period.id) ?? null,
    groups: campaign.groups.flatMap((group) => {
      const now = standing.find((one) => one.group === group.id);
      return now ? [groupIn(services, period, group, now, reviews)] : [];
    })
  }));
}

export const readPeriod = async (services: Services, id: string): Promise<PeriodDesk | undefined> =>
  (await readPeriods(services)).find(({ period }) => period.id === id);

function groupIn(
  { remembered }: Services,
  { id, dueBefore }: Period,
  group: Group,
  now: GroupFigures,
  all: readonly Review[]
): GroupInPeriod {
  const reports = remembered.reports.get(group.id) ?? noReports();
  const signOffs = [...reports.signOffs.values()];
  const state = periodState(id, signOffs, [...reports.reviews.values()]);
  const signOff = state.kind === 'open' ? null : state.signOff;
  const signedAt = signOff && (reports.at.get(signOff.id) ?? null);
  return {
    ...{ group, kind: state.kind, signOff, signedAt, now },
    isLate: signedAt !== null && signedAt >= startOf(dueBefore),
    signed: signOff && figuresOf(signOff),
    reviews: all
      .filter((review) => review.period === id && review.group === group.id)
      .sort((a, b) => a.seq - b.seq)
  };
}

/** Written by a phone: what cannot be read is not shown, and harms nobody. */
function figuresOf({ figures: text }: SignOff): GroupInPeriod['signed'] {
  try {
    const { coverage, tallies } = JSON.parse(text) as Partial<GroupFigures>;
    const isWhole = Array.isArray(coverage) && typeof tallies === 'object' && tallies !== null;
    return isWhole ? { coverage, tallies: tallies as Record<string, Tally> } : null;
  } catch {
    return null;
  }
}

/** The ward's word on what a group signed, or with its own reason on one household: an entry like any other (duyệt, trả lại). */
export const reviewAtDesk = (
  services: Services,
  account: string,
  {
    group,
    signOff,
    period,
    verdict,
    reason,
    household
  }: Pick<Review, 'group' | 'signOff' | 'period' | 'reason'> & {
    verdict: 'approved' | 'returned';
    household?: HouseholdId;
  }
): Promise<Receipt | undefined> =>
  writeAtDesk(services, account, async () => {
    const said = { signOff, period, verdict, ...(reason !== null && { reason }) };
    const set = Object.fromEntries(
      Object.entries(said).map(([field, value]) => [field, { value, seen: null, base: 0, own: [] }])
    );
    const change: EntryBody['changes'][number] = {
      ...{ type: 'review', id: services.newId(), set },
      household: household ?? (group as string as HouseholdId)
    };
    return { kind: 'review', group: group as GroupId, body: { changes: [change] } };
  });
