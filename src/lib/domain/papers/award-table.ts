import { capital } from './blocks';
import { column, type PaperTable } from './paper';

/** Whom an award is for (đối tượng khen thưởng): Luật Thi đua, khen thưởng, Điều 75. */
export const AWARD_KINDS = ['collective', 'household', 'person'] as const;
export type AwardKind = (typeof AWARD_KINDS)[number];

/** One that is proposed, with the reason beside the name. */
export type AwardLine = Readonly<{
  kind: AwardKind;
  name: string;
  /** The group, or the address. */
  of: string;
  /** Facts that anybody can check, one a line. */
  evidence: readonly string[];
  /** What a person wrote beside it; empty where nobody did. */
  remark: string;
}>;

export const AWARD_KIND_WORDS: Readonly<Record<AwardKind, string>> = {
  collective: 'Tập thể',
  household: 'Hộ gia đình',
  person: 'Cá nhân'
};

/** The list of those proposed (danh sách đề nghị khen thưởng): collectives, households, persons. */
export const awardTable = (lines: readonly AwardLine[]): PaperTable => ({
  caption: 'Danh sách đề nghị khen thưởng',
  columns: [
    ...[column('TT', 10), column('Họ và tên, tên tập thể', 37, 'left'), column('Đối tượng', 18)],
    ...[column('Tổ dân phố, địa chỉ', 32, 'left'), column('Thành tích, căn cứ', 68, 'left')]
  ],
  rows: AWARD_KINDS.flatMap((kind) => lines.filter((line) => line.kind === kind)).map(
    ({ kind, name, of, evidence, remark }, place) => ({
      cells: [
        ...[String(place + 1), name, AWARD_KIND_WORDS[kind], of],
        [evidence.join('; '), remark].filter(Boolean).map(sentence).join(' ')
      ]
    })
  ),
  none: 'Không có tập thể, hộ gia đình, cá nhân được đề nghị khen thưởng.'
});

const sentence = (words: string): string => capital(words.trim().replace(/\.*$/, '.'));
