import type { Block } from './paper';

/** Places of the ward's report that only a person can fill (phần nhận định): the program assembles numbers and judges nobody. */
export const JUDGEMENTS = [
  ['lead-papers', 'Ban hành văn bản, phát động, ký giao ước thi đua'],
  ['lead-publicity', 'Tuyên truyền, phổ biến nội dung đợt thi đua'],
  ['lead-checks', 'Kiểm tra, hướng dẫn, đôn đốc'],
  [
    'result-remark',
    'Nhận xét về kết quả các chỉ tiêu; lý do chênh lệch giữa số rà soát và số cơ quan chuyên môn'
  ],
  [
    'movement-savings',
    'Phong trào thi đua về phát triển kết cấu hạ tầng; thực hiện tiết kiệm, chống lãng phí'
  ],
  ['movement-poor', 'Phong trào “Vì người nghèo - không để ai bị bỏ lại phía sau”'],
  ['movement-office', 'Phong trào “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở”'],
  ['movement-learning', 'Phong trào thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời'],
  ['movement-digital', 'Phong trào thi đua đổi mới, sáng tạo và chuyển đổi số; “Bình dân học vụ số”'],
  ['models', 'Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến'],
  ['awards', 'Công tác khen thưởng'],
  ['strengths', 'Ưu điểm'],
  ['weaknesses', 'Tồn tại, hạn chế'],
  ['causes', 'Nguyên nhân'],
  ['lessons', 'Bài học kinh nghiệm'],
  ['next', 'Phương hướng, nhiệm vụ thời gian tới'],
  ['proposals', 'Kiến nghị, đề xuất']
] as const;

export type JudgementCode = (typeof JUDGEMENTS)[number][0];

/** What people wrote for the places, by code. */
export type Judgements = Readonly<Partial<Record<JudgementCode, string>>>;

export const askedFor = (code: JudgementCode): string =>
  JUDGEMENTS.find(([one]) => one === code)?.[1] ?? code;

/** A place as it stands in the paper: each line typed is a paragraph. */
export function judgementBlocks(code: JudgementCode, words: Judgements): Block[] {
  const text = words[code]?.trim() ?? '';
  if (text === '') return [{ kind: 'judgement', asked: askedFor(code), text: null }];
  return text.split(/\n+/).map((line) => ({ kind: 'judgement', asked: askedFor(code), text: line.trim() }));
}
