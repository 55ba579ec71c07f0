import { addDays, type Day, dayOf } from '$lib/domain/calendar';
import { isLessBetter } from '$lib/domain/figures/target';
import type { Indicator } from '$lib/domain/plan/indicator';
import type { UrgingReason } from '$lib/domain/urging/reason';
import { showCount, showDay, showMoment } from '../format';
import { showAge } from './age-words';
import { unitOf } from './target-words';

/** What must be known to say a reason: the plan's names, and the present moment. */
export type UrgingWords = Readonly<{
  indicators: readonly Pick<Indicator, 'code' | 'shortName' | 'level' | 'direction' | 'target'>[];
  asOf: number;
}>;

/** More than these nobody reads to the end; the scale's heaviest come first. */
const MOST_TARGETS = 3;

/** Why a group is behind, for the desk: a line each, targets together in one. */
export function sayReasons(reasons: readonly UrgingReason[], words: UrgingWords): string[] {
  const all = reasons.flatMap((one) => (one.kind === 'target' ? sayTarget(one, words) : []));
  const more = all.length - MOST_TARGETS;
  const targets = [...all.slice(0, MOST_TARGETS), ...(more > 0 ? [`và ${more} chỉ tiêu khác`] : [])];
  return [
    ...reasons.filter(({ kind }) => kind !== 'target').map((one) => sayReason(one, words)),
    ...(targets.length > 0 ? [`Chưa đạt: ${targets.join('; ')}`] : [])
  ];
}

/** One reason as it stands now, or stood then. */
export function sayReason(reason: UrgingReason, words: UrgingWords): string {
  switch (reason.kind) {
    case 'unsigned':
      if (reason.isReturned) return `Phường trả lại, chưa chốt lại: ${reason.name}`;
      return `${reason.isLate ? 'Quá hạn chốt số liệu' : 'Sắp đến hạn chốt số liệu'}: ${reason.name}, ${lastDay(reason)}`;
    case 'silent':
      return reason.since === null
        ? 'Chưa có máy nào của tổ liên lạc với phường'
        : `Không liên lạc ${showAge(reason.since, words.asOf)} nay, từ ${showMoment(reason.since, dayOf(words.asOf))}`;
    case 'coverage':
      return `Rà soát ${showCount(reason.reviewed)}/${showCount(reason.open)} hộ; đúng tiến độ phải được ${showCount(reason.wanted)} hộ`;
    case 'target':
      return `Chưa đạt: ${sayTarget(reason, words).join('')}`;
  }
}

const sayTarget = (
  { indicator, lacking, unasked }: Extract<UrgingReason, { kind: 'target' }>,
  { indicators }: UrgingWords
): string[] => {
  const found = indicators.find(({ code }) => code === indicator);
  if (!found) return [];
  const sure = lacking - unasked;
  const said = [
    sure > 0 && `${isLessBetter(found) ? 'vượt' : 'còn thiếu'} ${showCount(sure)} ${unitOf(found)}`,
    unasked > 0 && `chưa hỏi ${showCount(unasked)} ${unitOf(found)}`
  ];
  return [`${found.shortName}: ${said.filter(Boolean).join(', ')}`];
};

const lastDay = ({ dueBefore }: Readonly<{ dueBefore: Day }>): string =>
  `chậm nhất hết ngày ${showDay(addDays(dueBefore, -1))}`;

/**
 * A polite text with the group's own figures and nobody's name, to be looked over, changed and sent (lời đôn đốc).
 * It stands on its own: in Zalo nothing is around it.
 */
export function draftUrging(
  groupName: string,
  reasons: readonly UrgingReason[],
  words: UrgingWords,
  phone: string | null
): string {
  const today = dayOf(words.asOf);
  const asks = asksFor(reasons).flatMap((reason) => askFor(reason, words));
  return [
    `Kính gửi ${groupName},`,
    `Theo số liệu phường nhận được đến ${showMoment(words.asOf, today)} (${showDay(today)}), đề nghị tổ quan tâm:`,
    ...asks.map((ask) => `- ${ask}`),
    'Tên từng hộ, từng người còn thiếu có sẵn trong ứng dụng, mục Hôm nay. Nếu tổ đã làm xong, xin bỏ qua lời nhắn này.',
    `Cần hỗ trợ, xin gọi phòng Văn hóa - Xã hội${phone ? `, số ${phone}` : ''}. Trân trọng cảm ơn.`
  ].join('\n');
}

/** What is only not asked yet is asked on the round that is urged anyway; of the rest the heaviest. */
function asksFor(reasons: readonly UrgingReason[]): UrgingReason[] {
  const isSlow = reasons.some(({ kind }) => kind === 'coverage');
  const targets = reasons.filter((one) => one.kind === 'target' && (!isSlow || one.lacking > one.unasked));
  return [...reasons.filter(({ kind }) => kind !== 'target'), ...targets.slice(0, MOST_TARGETS)];
}

function askFor(reason: UrgingReason, words: UrgingWords): string[] {
  switch (reason.kind) {
    case 'unsigned':
      return [
        `${reason.isReturned ? 'chốt lại' : 'chốt'} số liệu ${lowerPeriod(reason.name)}, ${lastDay(reason)}${reason.isLate ? ' (đã quá hạn)' : ''};`
      ];
    case 'silent':
      return ['mở ứng dụng ở nơi có mạng để số liệu đã ghi được gửi về phường;'];
    case 'coverage':
      return [
        `rà soát tiếp ${showCount(reason.open - reason.reviewed)} hộ còn lại (đã được ${showCount(reason.reviewed)}/${showCount(reason.open)});`
      ];
    case 'target':
      return sayTarget(reason, words).map((said) => `${said};`);
  }
}

const lowerPeriod = (name: string): string => name.replace(/^Kỳ/, 'kỳ');

export const URGING_PROBLEM_WORDS = {
  unknown: 'Không còn tổ này trong đợt thi đua đang dùng. Chưa gửi gì.',
  'too-soon': 'Tổ này vừa được đôn đốc, chưa hết số ngày đã đặt. Chưa gửi gì; để tổ có thời gian làm.'
} as const;

export const ESCALATION_PROBLEM_WORDS = {
  unknown: 'Không tìm thấy lần đôn đốc này.',
  already: 'Lần đôn đốc này đã trình lãnh đạo trước đó; mỗi lần chỉ trình một lần.',
  'too-early': 'Chưa hết số ngày đã đặt kể từ khi đôn đốc. Để tổ có thời gian làm, chưa trình lãnh đạo.',
  done: 'Tổ đã làm xong những việc được đôn đốc, không cần trình.'
} as const;

/** By which ways it went. */
export const sayWays = ({ message, isOutside }: { message: string | null; isOutside: boolean }): string =>
  [message !== null && 'trong ứng dụng', isOutside && 'Zalo, tin nhắn'].filter(Boolean).join(' và ');
