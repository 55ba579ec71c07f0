import type { Day } from '$lib/domain/calendar';
import type { FieldValue } from '$lib/domain/entry/row';
import { createRandom, seedFor } from './random';

/** How a group's meeting went (họp bình xét): when, how many were asked to come, and how many came. */
export type DrawnMeeting = Readonly<{ heldOn: Day; invited: number; present: number }>;

/** Between 10 and 13 November, so that the list can hang for ten days before the 25th (domain 1.3); one was too small. */
export function drawMeeting(seed: number, place: number, year: number): DrawnMeeting {
  const random = createRandom(seedFor(seed, 'meeting', place));
  const invited = random.between(42, 90);
  const share = place % 12 === 9 ? 0.55 : 0.68 + 0.28 * random.next();
  return { heldOn: `${year}-11-${random.between(10, 13)}`, invited, present: Math.round(invited * share) };
}

/** The list hangs from this day on, for its ten days; after them it is proposed. */
const HUNG = '11-14';
const PROPOSED = '11-25';

/** What is recorded of a household that the meeting found fit, as far as the year has come. */
export function onTheWay(
  { heldOn, present }: DrawnMeeting,
  household: number,
  year: number,
  today: Day
): Record<string, FieldValue> {
  const agreed = present - (household % 7 === 3 ? household % 4 : 0);
  const [publishedOn, proposedOn] = [`${year}-${HUNG}`, `${year}-${PROPOSED}`];
  if (today < publishedOn) return { state: 'expected', ...(today >= heldOn && { agreed }) };
  if (today < proposedOn) return { state: 'published', agreed, publishedOn };
  return { state: 'proposed', agreed, publishedOn, proposedOn };
}

/** The meeting as the group's leader recorded it; nothing before it was held. */
export function valuesOfMeeting(
  { heldOn, invited, present }: DrawnMeeting,
  year: number,
  today: Day
): Record<string, FieldValue> | undefined {
  if (today < heldOn) return;
  const publishedOn = `${year}-${HUNG}`;
  return {
    ...{ heldOn, place: 'Nhà văn hóa tổ dân phố', invited, present },
    ...(today >= publishedOn && { publishedOn, publishedAt: 'Bảng tin nhà văn hóa' })
  };
}
