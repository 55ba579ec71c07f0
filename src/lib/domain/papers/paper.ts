import type { Day } from '../calendar';

/** What a paper says (văn bản), without a word about how it looks: that is the layout's, by NĐ 30/2020. */
export type Paper = Readonly<{
  /** Name of the file, without its ending. */
  file: string;
  issuer: Issuer;
  /** "BC-UBND" after the number that the clerk writes; null where nobody keeps a register: a residential group. */
  symbol: string | null;
  place: string;
  /** Day of making: the month and the year stand, the date is left to the clerk. */
  on: Day;
  /** "BÁO CÁO". */
  title: string;
  /** Trích yếu. */
  about: string;
  /** Kính gửi. */
  to: readonly string[];
  blocks: readonly Block[];
  signatures: readonly Signature[];
  /** Nơi nhận, without the signs; empty where the paper goes to nobody. */
  recipients: readonly string[];
  annexes: readonly Annex[];
  /** From figures that are still open: "DỰ THẢO" lies behind every page. */
  isDraft: boolean;
}>;

/** Whose paper it is: the organ above in plain letters, the own name in bold ones (tên cơ quan ban hành). */
export type Issuer = Readonly<{
  above: string | null;
  name: readonly string[];
  /** Inside a sentence: "Ủy ban nhân dân phường An Hải". */
  called: string;
}>;

/** One of those who sign: by what right and office, and who (quyền hạn, chức vụ; họ tên). */
export type Signature = Readonly<{ office: readonly string[]; name: string }>;

/** Parts of a paper from top to bottom. */
export type Block = Readonly<
  /** căn cứ. */
  | { kind: 'basis'; text: string }
  /** "I. …" in capitals; "1. …" in bold; "a) …". */
  | { kind: 'section' | 'clause' | 'point' | 'text' | 'middle'; text: string }
  /** "Điều 1." in bold, then its text. */
  | { kind: 'article'; number: number; text: string }
  /** What only a person can write; null is left as a marked place. */
  | { kind: 'judgement'; asked: string; text: string | null }
  /** `onNewPage`: a page of its own begins with it. */
  | { kind: 'table'; table: PaperTable; onNewPage?: boolean }
>;

/** A table of a paper; widths in millimetres. */
export type PaperTable = Readonly<{
  /** Above it, and the name of its sheet. */
  caption: string;
  columns: readonly PaperColumn[];
  rows: readonly PaperRow[];
  /** Said instead of rows: nothing is never shown as an empty grid. */
  none: string;
}>;

export type PaperColumn = Readonly<{
  title: string;
  width: number;
  align: 'left' | 'center' | 'right';
}>;

/** In the middle unless said otherwise: numbers and short words. */
export const column = (
  title: string,
  width: number,
  align: PaperColumn['align'] = 'center'
): PaperColumn => ({
  ...{ title, width, align }
});

/** Cells of a line; bold for sums. */
export type PaperRow = Readonly<{ cells: readonly string[]; isSum?: boolean }>;

/** An annex (phụ lục), numbered and paged by itself. */
export type Annex = Readonly<{ title: string; isWide: boolean; blocks: readonly Block[] }>;

/** Every table of a paper, in its order: the same tables go into the workbook. */
export const tablesOf = ({ blocks, annexes }: Pick<Paper, 'blocks' | 'annexes'>): PaperTable[] =>
  [blocks, ...annexes.map((annex) => annex.blocks)]
    .flat()
    .flatMap((block) => (block.kind === 'table' ? [block.table] : []));
