import { type Day, dayOf } from '$lib/domain/calendar';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import type { GroupId } from '$lib/domain/ids';
import { type MessageSeen, messageSeenFrom } from '$lib/domain/people/message';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Group } from '$lib/domain/plan/group';
import { gravityOf, reasonsFor, urgedAgainFrom } from '$lib/domain/urging/behind';
import { followUp, type UrgingReason } from '$lib/domain/urging/reason';
import { readPeriods } from '../periods/periods';
import { readOrigins } from '../queries/chain';
import { fromStored, readRowsOfType } from '../queries/rows';
import { readUrgeDays, readUrgings, type Urging } from '../queries/urgings';
import { currentCampaign, figures } from '../ranking/ranking';
import type { Services } from '../services';
import { contactsByGroup } from '../groups/supervision';

/** An urging with what became of it (đôn đốc đến cùng). */
export type FollowedUrging = Urging &
  Readonly<{
    /** Who of the group said to have read it in the app, and when; null while nobody has. */
    seen: Readonly<{ by: string; at: number }> | null;
    followed: readonly Readonly<{ then: UrgingReason; now: UrgingReason | null }>[];
    /** Nothing of what it was sent for is left. */
    isDone: boolean;
  }>;

/** One group at the desk of urging. */
export type UrgingLine = Readonly<{
  group: Group;
  reasons: readonly UrgingReason[];
  figures: GroupFigures;
  /** The newest first. */
  urgings: readonly FollowedUrging[];
  /** The first day on which it may be urged again; null where it may today. */
  againFrom: Day | null;
}>;

/** Who is behind and why, the slowest first, and what was said to them so far. */
export type UrgingDesk = Readonly<{
  campaign: Campaign;
  days: number;
  asOf: number;
  today: Day;
  lines: readonly UrgingLine[];
}>;

export async function readUrgingDesk(services: Services): Promise<UrgingDesk | undefined> {
  const { db } = services;
  const asOf = services.now();
  const today = dayOf(asOf);
  const current = await currentCampaign(services);
  if (!current) return;
  const { campaign } = current;
  const { groups } = await figures(services);
  const [days, periods, contacts, urgings, seen] = await Promise.all([
    readUrgeDays(db),
    readPeriods(services),
    contactsByGroup(services, asOf),
    readUrgings(db, campaign.id),
    readSeen(services)
  ]);
  const open = periods.filter(({ closed }) => closed === null);
  const lineOf = (group: Group, standing: GroupFigures): UrgingLine => {
    const inPeriods = open.flatMap(({ period, groups: all }) =>
      all.filter((one) => one.group.id === group.id).map(({ kind }) => ({ period, kind }))
    );
    const lastContact = contacts.get(group.id)?.lastContact ?? null;
    const standingNow = { figures: standing, lastContact, periods: inPeriods };
    const reasons = reasonsFor(standingNow, campaign, today, days);
    const own = urgings.filter((one) => one.group === group.id).map((one) => follow(one, reasons, seen));
    const again = own[0] && urgedAgainFrom(own[0].at, days);
    const againFrom = again !== undefined && today < again ? again : null;
    return { group, reasons, figures: standing, urgings: own, againFrom };
  };
  const lines = campaign.groups.flatMap((group) => {
    const standing = groups.find((one) => one.group === group.id);
    return standing ? [lineOf(group, standing)] : [];
  });
  return { campaign, days, asOf, today, lines: lines.sort(slowestFirst) };
}

const slowestFirst = (a: UrgingLine, b: UrgingLine): number =>
  gravityOf(b.reasons) - gravityOf(a.reasons) || a.group.order - b.group.order;

type Seen = ReadonlyMap<string, NonNullable<FollowedUrging['seen']>>;

function follow(urging: Urging, reasons: readonly UrgingReason[], seen: Seen): FollowedUrging {
  const followed = followUp(urging.reasons, reasons);
  return {
    ...urging,
    followed,
    isDone: followed.every(({ now }) => now === null),
    seen: (urging.message !== null && seen.get(urging.message)) || null
  };
}

/** The first of a group to say so, by message. */
async function readSeen({ db }: Services): Promise<Seen> {
  const marks = (await readRowsOfType(db, 'message-seen')).map((row) => messageSeenFrom(fromStored(row)));
  const origins = await readOrigins(
    db,
    marks.map(({ seq }) => seq)
  );
  const bySeq = new Map(origins.map((origin) => [origin.seq, origin]));
  const firstFirst = (a: MessageSeen, b: MessageSeen) => b.seq - a.seq;
  return new Map(
    marks.sort(firstFirst).map(({ message, seq }) => {
      const origin = bySeq.get(seq);
      return [message, { by: origin?.name ?? '', at: origin?.at ?? 0 }];
    })
  );
}

/** The group of an address; nothing where the campaign has no such group. */
export const lineOfGroup = (desk: UrgingDesk, group: string): UrgingLine | undefined =>
  desk.lines.find((line) => line.group.id === (group as GroupId));
