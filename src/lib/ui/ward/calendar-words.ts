import { addDays, type Day, daysBetween } from '$lib/domain/calendar';
import type { GroupId } from '$lib/domain/ids';
import type { Group } from '$lib/domain/plan/group';
import type { PlanDate } from '$lib/domain/urging/plan-dates';
import { showCount } from '../format';
import { shortGroupName } from './group-words';

/** What is due on a date of the plan (mốc của kế hoạch). */
export function titleOfDate(date: PlanDate): string {
  if (date.kind === 'as-of') return `Ngày chốt số liệu, ${date.name}`;
  if (date.kind === 'due') return `Các tổ chốt số liệu, ${date.name}`;
  if (date.kind === 'culture') return 'Hoàn thành bình xét gia đình văn hóa';
  return date.kind === 'end' ? 'Kết thúc đợt thi đua' : `${date.from} báo cáo ${date.to}`;
}

/** What a date still lacks, a line each. */
export function sayDateLacks(date: PlanDate, groups: readonly Group[]): string[] {
  if (date.kind === 'due')
    return [
      ...listed('chưa chốt', date.unsigned, groups),
      ...listed('chờ phường duyệt', date.unreviewed, groups)
    ];
  if (date.kind === 'culture')
    return [
      ...listed('chưa họp', date.withoutMeeting, groups),
      ...(date.notAssessed > 0 ? [`còn ${showCount(date.notAssessed)} hộ chưa bình xét`] : [])
    ];
  if (date.kind === 'units' && date.owing.length > 0) return [`chưa nộp: ${date.owing.join(', ')}`];
  if (date.kind === 'report' && date.withoutFigure.length > 0)
    return [`chưa có số: chỉ tiêu ${date.withoutFigure.join(', ')}`];
  return [];
}

/** "Trước ngày 10/12" ends with the 9th. */
export const isBeforeDay = ({ kind }: PlanDate): boolean => kind !== 'as-of' && kind !== 'end';

/** "còn 3 ngày", "hôm nay", "quá 2 ngày". */
export function sayDateLeft(date: PlanDate, today: Day): string {
  const left = daysBetween(today, lastDayOf(date));
  if (left < 0) return date.isDone ? 'đã qua' : `quá ${-left} ngày`;
  return left === 0 ? 'hôm nay' : `còn ${left} ngày`;
}

export const isOverdue = ({ isPast, isDone }: PlanDate): boolean => isPast && !isDone;

/** The last day that is still in time. */
export const lastDayOf = (date: PlanDate): Day => (isBeforeDay(date) ? addDays(date.day, -1) : date.day);

/** "chưa chốt: số 3, số 7", or only how many where it is all of them. */
function listed(what: string, behind: readonly GroupId[], groups: readonly Group[]): string[] {
  if (behind.length === 0) return [];
  if (behind.length === groups.length) return [`${what}: cả ${behind.length} tổ`];
  const nameOf = (id: GroupId) => shortGroupName(groups.find((group) => group.id === id)?.name ?? '');
  return [`${what}: ${behind.length} tổ (${behind.map(nameOf).join(', ')})`];
}
