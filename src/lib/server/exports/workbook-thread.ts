import { parentPort, workerData } from 'node:worker_threads';
import writeWorkbook, { type Cell } from 'write-excel-file/node';
import type { TableColumn, TableValue } from '$lib/domain/tables/table';
import type { WorkbookOrder } from './workbook';

const { sheet, above, table } = workerData as WorkbookOrder;

/** Text is always text: no cell of ours is ever a formula (T-H11). */
function cellOf(value: TableValue, { kind }: TableColumn): Cell {
  if (value === null) return null;
  if (typeof value === 'number') {
    return { value, type: Number, format: kind === 'percent' ? '0.00%' : kind === 'points' ? '0.00' : '0' };
  }
  if (kind === 'day' && value.length === 10) {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  }
  return { value: kind === 'day' ? value.split('-').reverse().join('/') : value, type: String };
}

const text = (value: string, bold = false): Cell => ({
  value,
  type: String,
  ...(bold && { fontWeight: 'bold' })
});

const widest = (at: number): number =>
  Math.min(
    44,
    table.rows.slice(0, 200).reduce((most, row) => Math.max(most, String(row[at] ?? '').length + 2), 12)
  );

const rows: Cell[][] = [
  ...above.map((line, at) => [text(line, at === 0)]),
  table.columns.map(({ name }) => ({
    ...{ value: name, type: String, fontWeight: 'bold' as const, wrap: true },
    ...{ backgroundColor: '#e3f1ec', borderStyle: 'thin' as const, alignVertical: 'center' as const }
  })),
  ...table.rows.map((row) => row.map((value, at) => cellOf(value, table.columns[at]!)))
];
const made = writeWorkbook(rows, {
  sheet: sheet.slice(0, 31),
  columns: table.columns.map((_, at) => ({ width: widest(at) })),
  stickyRowsCount: above.length + 1
});
// No await here: the program of a thread is one script.
void made.toBuffer().then((bytes) => parentPort!.postMessage(new Uint8Array(bytes)));
