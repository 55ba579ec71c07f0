import { addDays, dayOf, startOf } from '$lib/domain/calendar';
import type { GroupId, HouseholdId } from '$lib/domain/ids';
import type { RowType } from '$lib/domain/entry/row';
import { reportingOf } from '$lib/domain/figures/reporting';
import { meetingId } from '$lib/domain/people/meeting';
import { reviewFrom, type SignOff, signOffFrom } from '$lib/domain/people/sign-off';
import type { Period } from '$lib/domain/plan/period';
import type { Values } from './answers';
import { type FiguresOn, toRow } from './days';
import type { SampleRow } from './draft';
import { drawMeeting, valuesOfMeeting } from './meetings';
import { createRandom, type Random, seedFor } from './random';
import type { SampleWard } from './sample-ward';

/** What a leader or the office put on paper, and when: milliseconds (họp bình xét, chốt số liệu, thẩm định). */
export type Paper = Readonly<{ at: number; by: 'leader' | 'office'; row: SampleRow }>;

/** In the order of time, up to now; what would lie ahead is left out. */
export function samplePapers(ward: SampleWard, seed: number, figuresOn: FiguresOn, now: number): Paper[] {
  const random = createRandom(seedFor(seed, 'papers'));
  const { campaign, groups } = ward;
  const silent = new Set(ward.cases.groups.neverSynced);
  const talking = groups.flatMap(({ id }, place) => (silent.has(id) ? [] : [{ id, place }]));
  const papers = talking.flatMap(({ id, place }) => [
    ...meetingOf(id, drawMeeting(seed, place, campaign.year), campaign.year, now),
    ...campaign.periods.flatMap((period, which) => signed(random, ward, id, place, period, which, figuresOn))
  ]);
  return papers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
}

const HOUR = 3_600_000;

function meetingOf(
  group: GroupId,
  drawn: ReturnType<typeof drawMeeting>,
  year: number,
  now: number
): Paper[] {
  const at = startOf(drawn.heldOn) + 21 * HOUR;
  const values = valuesOfMeeting(drawn, year, dayOf(now));
  return values ? [{ at, by: 'leader', row: rowOf('meeting', meetingId(group, year), group, values) }] : [];
}

/** The first period was signed by most, one late and one not at all; of the last, which is still open, a few were quick. */
function signed(
  random: Random,
  ward: SampleWard,
  group: GroupId,
  place: number,
  period: Period,
  which: number,
  figuresOn: FiguresOn
): Paper[] {
  const isTied = ward.cases.groups.tied.includes(group);
  const [signOff, review, sentBack] = [random.id(), random.id(), random.id()];
  if (which > 0 ? (place % 5 !== 3 && place % 5 !== 1) || isTied : place % 11 === 10) return [];
  const on = which > 0 ? addDays(period.opensOn, 1) : addDays(period.dueBefore, place % 11 === 5 ? 1 : -2);
  const at = startOf(on) + (isTied ? 19 : 8 + (place % 12)) * HOUR;
  const figures = figuresOn(period.asOf < on ? period.asOf : on).find((one) => one.group === group)!;
  const { coverage, tallies } = figures;
  const said = { period: period.id, on, figures: JSON.stringify({ coverage, tallies }) };
  const papers: Paper[] = [{ at, by: 'leader', row: rowOf('sign-off', signOff, group, said) }];
  const answer = (id: string, verdict: string, household: string, reason?: string): void => {
    const values = { signOff, period: period.id, verdict, ...(reason && { reason }) };
    papers.push({ at: at + 26 * HOUR, by: 'office', row: rowOf('review', id, group, values, household) });
  };
  const first = ward.rows.find((row) => row.group === group)!.household;
  const isSentBack = which > 0 ? place === 3 : place % 11 === 7;
  if (isSentBack) {
    answer(sentBack, 'returned', first, 'Xem lại số người trong hộ');
    answer(review, 'returned', group, 'Còn nhiều người chưa rõ thẻ BHYT, hỏi lại rồi chốt');
  } else if (which === 0 || place === 1) answer(review, 'approved', group);
  return papers;
}

/** A row about a group, or about one of its households. */
export const rowOf = (
  type: RowType,
  id: string,
  group: GroupId,
  values: Values,
  household: string = group
): SampleRow => ({
  ...{ type, id, group, values },
  household: household as HouseholdId
});

/** When the office closed a period: some days after the last good moment, in the morning. */
export const closingOf = ({ dueBefore }: Period): number => startOf(addDays(dueBefore, 4)) + 10 * HOUR;

/** How a group had kept to its reports at a moment (chế độ báo cáo). */
export function reportingAt(at: number, said: readonly Paper[], periods: readonly Period[], group: GroupId) {
  const own = said.filter((paper) => paper.at <= at && paper.row.group === group);
  const rowsOf = (type: RowType) => own.filter(({ row }) => row.type === type).map(({ row }) => toRow(row));
  const signedAt = ({ id }: SignOff) => own.find(({ row }) => row.id === id)!.at;
  const [signOffs, reviews] = [rowsOf('sign-off').map(signOffFrom), rowsOf('review').map(reviewFrom)];
  return reportingOf(periods, signOffs, reviews, signedAt, dayOf(at));
}
