import writeWorkbook from 'write-excel-file/node';
import type { PaperTable } from '$lib/domain/papers/paper';

const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const;
const FONT = { fontFamily: 'Times New Roman', fontSize: 12, wrap: true } as const;

/** The tables of a paper as a workbook, one sheet each: exactly what stands in the paper. */
export async function workbookOf(tables: readonly PaperTable[]): Promise<Buffer> {
  const sheets = tables.map(({ caption, columns, rows, none }, place) => ({
    sheet: sheetName(caption, place),
    columns: columns.map(({ width }) => ({ width: Math.max(6, Math.round(width / 2)) })),
    data: [
      [{ value: caption, type: String, ...FONT, wrap: false, fontWeight: 'bold' as const }],
      columns.map(({ title }) => ({
        ...{ value: title, type: String, ...FONT, ...BORDER },
        ...{ fontWeight: 'bold' as const, align: 'center' as const, alignVertical: 'center' as const }
      })),
      ...rows.map(({ cells, isSum }) =>
        columns.map(({ align }, column) => ({
          ...{ value: cells[column] ?? '', type: String, ...FONT, ...BORDER, align },
          ...(isSum && { fontWeight: 'bold' as const })
        }))
      ),
      ...(rows.length === 0 ? [[{ value: none, type: String, ...FONT, wrap: false }]] : [])
    ]
  }));
  return writeWorkbook(sheets).toBuffer();
}

/** At most 31 letters, none of []:*?/\, and never the same twice. */
const sheetName = (caption: string, place: number): string =>
  `${place + 1}. ${caption.replace(/[[\]:*?/\\]/g, ' ')}`.slice(0, 31).trim();
