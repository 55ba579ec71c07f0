import type { CampaignProblem, CampaignProblemCode } from '$lib/domain/plan/campaign-problem';

const WORDS: Readonly<Record<CampaignProblemCode, string>> = {
  'no-title': 'Đợt thi đua cần có tên.',
  'dates-reversed': 'Ngày kết thúc đứng trước ngày bắt đầu.',
  'not-a-date': 'Có ngày không đúng.',
  'no-groups': 'Đợt thi đua chưa có tổ dân phố nào.',
  'code-twice': 'Có hai mục trùng mã.',
  'no-name': 'Thiếu tên.',
  'target-out-of-range': 'Mức phải đạt phải từ 0 đến 100 %.',
  'unknown-rule': 'Cách tính chỉ tiêu này không có.',
  'rule-twice': 'Hai chỉ tiêu dùng chung một cách tính.',
  'no-counting': 'Chỉ tiêu chưa có cách đếm.',
  'unknown-question': 'Chỉ tiêu hỏi một câu không có.',
  'unknown-answer': 'Cách đếm nhắc đến câu trả lời không có.',
  'nothing-counted': 'Chưa có câu trả lời nào được tính là đạt.',
  'range-reversed': 'Khoảng số bị ngược.',
  'field-twice': 'Hai câu hỏi trùng nhau.',
  'too-few-choices': 'Câu hỏi cần ít nhất hai câu trả lời.',
  'period-outside': 'Ngày chốt của kỳ nằm ngoài đợt thi đua.',
  'period-reversed': 'Hạn của kỳ phải sau ngày mở và ngày chốt.',
  'period-twice': 'Hai kỳ trùng nhau.',
  'points-not-positive': 'Điểm tối đa phải lớn hơn 0.',
  'unknown-indicator': 'Nhắc đến mã chỉ tiêu không có.',
  'indicator-twice': 'Một chỉ tiêu nằm ở hai mục của thang điểm.',
  'steps-wrong': 'Các bậc điểm chưa đúng.',
  'bands-not-descending': 'Điểm các xếp loại phải giảm dần.',
  'unknown-band': 'Nhắc đến xếp loại không có.',
  'grant-not-positive': 'Số điểm thưởng, điểm trừ phải lớn hơn 0.',
  'coverage-out-of-range': 'Độ phủ phải từ 0 đến 100 %.',
  'digits-out-of-range': 'Số chữ số thập phân phải từ 0 đến 4.',
  'no-criteria': 'Chưa có tiêu chí nào.',
  'pass-mark-wrong': 'Mức điểm đề nghị phải lớn hơn 0 và không quá tổng điểm các tiêu chí.'
};

/** "13a: Thiếu tên." */
export const sayCampaignProblem = ({ code, about }: CampaignProblem): string =>
  about === ''
    ? WORDS[code]
    : `${about}: ${WORDS[code].charAt(0).toLocaleLowerCase('vi')}${WORDS[code].slice(1)}`;
