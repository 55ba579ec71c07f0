import { addDays, type Day, daysBetween } from '$lib/domain/calendar';
import type { UnitState } from '$lib/domain/papers/unit-reports';
import { showCount, showDay } from '../format';

/** How a unit stands with its report, with its mark. */
export const UNIT_STATE_WORDS: Readonly<Record<UnitState, string>> = {
  'in-time': '✓ đúng hạn',
  late: '! nộp muộn',
  owing: '– chưa nộp',
  overdue: '! quá hạn chưa nộp'
};

/** What a unit owes, and to which day: "trước ngày" is strict, so the day itself is late. */
export type UnitDue = Readonly<{ beforeDay: Day; to: string }>;

/** "còn 5 ngày, chậm nhất hết ngày 9/12/2025"; "quá hạn 3 ngày". */
export function sayUnitDue({ beforeDay }: Pick<UnitDue, 'beforeDay'>, today: Day): string {
  const last = addDays(beforeDay, -1);
  const left = daysBetween(today, last);
  if (left < 0) return `! quá hạn ${showCount(-left)} ngày (chậm nhất hết ngày ${showDay(last)})`;
  return left === 0
    ? 'hôm nay là ngày cuối'
    : `còn ${showCount(left)} ngày, chậm nhất hết ngày ${showDay(last)}`;
}

/** A polite text that stands on its own, to be looked over and sent (văn bản nhắc). */
export function draftReminder(
  unit: string,
  title: string,
  { beforeDay }: Pick<UnitDue, 'beforeDay'>,
  today: Day,
  phone: string | null
): string {
  const last = addDays(beforeDay, -1);
  const isOver = today >= beforeDay;
  return [
    `Kính gửi ${unit},`,
    `Theo Kế hoạch phát động ${lower(title)}, các cơ quan, đơn vị gửi báo cáo kết quả thực hiện về Ủy ban nhân dân phường (qua phòng Văn hóa - Xã hội) trước ngày ${showDay(beforeDay)}.`,
    isOver
      ? `Đến hôm nay (${showDay(today)}) phòng chưa nhận được báo cáo của đơn vị. Đề nghị đơn vị gửi sớm để phường tổng hợp báo cáo thành phố.`
      : `Đến hôm nay (${showDay(today)}) phòng chưa nhận được báo cáo của đơn vị; ngày cuối còn đúng hạn là ${showDay(last)}. Đề nghị đơn vị quan tâm, gửi đúng hạn.`,
    'Nếu đơn vị đã gửi, xin bỏ qua lời nhắc này.',
    `Cần mẫu báo cáo hoặc hỗ trợ, xin liên hệ phòng Văn hóa - Xã hội${phone ? `, số ${phone}` : ''}. Trân trọng cảm ơn.`
  ].join('\n');
}

const lower = (title: string): string => title.slice(0, 1).toLocaleLowerCase('vi') + title.slice(1);
