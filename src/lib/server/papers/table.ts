import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType
} from 'docx';
import type { PaperColumn, PaperTable } from '$lib/domain/papers/paper';
import { millimetres, SIZE, TEXT_WIDTH } from './measures';
import { run } from './text';

/** A table of exact columns; its head stands again on every page, and no line is torn in two. */
export function paperTable({ columns, rows }: PaperTable, width: number): Table {
  const widths = fitted(columns, width);
  const points = width > TEXT_WIDTH ? SIZE.wideTable : SIZE.table;
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        ...{ tableHeader: true, cantSplit: true },
        children: columns.map(({ title }, place) =>
          cell(title, widths[place]!, 'center', { points, bold: true })
        )
      }),
      ...rows.map(
        ({ cells, isSum = false }) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ align }, place) =>
              cell(cells[place] ?? '', widths[place]!, align, { points, bold: isSum })
            )
          })
      )
    ]
  });
}

const cell = (
  text: string,
  width: number,
  align: PaperColumn['align'],
  look: { points: number; bold: boolean }
) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { ...{ left: 57, right: 57, top: 15, bottom: 15 }, marginUnitType: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ alignment: ALIGNMENTS[align], children: [run(text, look)] })]
  });

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT
} as const;

/** The widths as they were asked for, the last column taking what rounding and the page leave. */
function fitted(columns: readonly PaperColumn[], width: number): number[] {
  const asked = columns.map((column) => millimetres(column.width));
  const sum = asked.reduce((total, one) => total + one, 0);
  const scaled = asked.map((one) => Math.floor((one * width) / sum));
  const rest = width - scaled.reduce((total, one) => total + one, 0);
  return scaled.map((one, place) => (place === scaled.length - 1 ? one + rest : one));
}
