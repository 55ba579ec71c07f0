import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType
} from 'docx';
import type { Paper } from '$lib/domain/papers/paper';
import { boldWidth } from '$lib/domain/papers/text-width';
import { BLANK, blankDay } from '$lib/domain/papers/written';
import { GAP, HEADING_COLUMNS, INDENT, LINE, SIZE, TEXT_WIDTH } from './measures';
import { centred, rule, run, shortRule } from './text';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Quốc hiệu, organ, number, day; then the kind of paper, what it is about, and to whom (NĐ 30/2020, ô số 1–5a, 9a). */
export function heading(paper: Paper): (Paragraph | Table)[] {
  return [grid([organ(paper), nation()], [number(paper), day(paper)]), ...title(paper), ...addressees(paper)];
}

function organ({ issuer: { above, name } }: Paper): Paragraph[] {
  const last = name.at(-1) ?? '';
  return [
    ...(above ? [centred(above, { points: SIZE.organ })] : []),
    ...name.map((line) => centred(line, { points: SIZE.organ, bold: true })),
    shortRule(last, SIZE.organ, HEADING_COLUMNS[0])
  ];
}

const nation = (): Paragraph[] => [
  centred(NATION, { points: SIZE.nation, bold: true }),
  centred(MOTTO, { points: SIZE.motto, bold: true }),
  rule(boldWidth(MOTTO, SIZE.motto), HEADING_COLUMNS[1])
];

/** A residential group keeps no register: its papers bear no number (domain 3.3). */
const number = ({ symbol }: Paper): Paragraph[] => [
  symbol === null
    ? new Paragraph({})
    : centred(`Số: ${BLANK}/${symbol}`, { points: SIZE.number }, { spacing: { before: GAP } })
];

const day = ({ place, on }: Paper): Paragraph[] => [
  centred(`${place}, ${blankDay(on)}`, { points: SIZE.day, italics: true }, { spacing: { before: GAP } })
];

function title({ title, about }: Paper): Paragraph[] {
  const look = { points: SIZE.title, bold: true };
  return [
    centred(title, look, { spacing: { before: 2 * GAP }, keepNext: true }),
    ...(about === ''
      ? []
      : [centred(about, look, { keepNext: true }), shortRule(about, SIZE.title, TEXT_WIDTH)]),
    new Paragraph({ spacing: { after: GAP } })
  ];
}

/** One stands on the line of "Kính gửi:", several each on their own; the last ends with a full stop. */
function addressees({ to }: Paper): Paragraph[] {
  const look = { points: SIZE.body };
  if (to.length === 0) return [];
  if (to.length === 1) return [centred(`Kính gửi: ${to[0]}.`, look, { spacing: { after: 2 * GAP } })];
  return [
    centred('Kính gửi:', look),
    ...to.map(
      (one, place) =>
        new Paragraph({
          indent: { left: 4 * INDENT },
          spacing: { line: LINE, after: place === to.length - 1 ? 2 * GAP : 0 },
          alignment: AlignmentType.LEFT,
          children: [run(`- ${one}${place === to.length - 1 ? '.' : ';'}`, look)]
        })
    )
  ];
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  ...{ top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE },
  ...{ insideHorizontal: NO_LINE, insideVertical: NO_LINE }
};

/** A table without lines or margins: its columns are exact. */
export const grid = (...rows: readonly (readonly Paragraph[])[][]): Table =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...HEADING_COLUMNS],
    layout: TableLayoutType.FIXED,
    borders: NO_LINES,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, place) =>
              new TableCell({
                width: { size: HEADING_COLUMNS[place] ?? 0, type: WidthType.DXA },
                margins: { left: 0, right: 0 },
                children: [...children]
              })
          )
        })
    )
  });
