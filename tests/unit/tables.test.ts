import { unzipSync } from 'fflate';
import readWorkbookOfOthers from 'read-excel-file/universal';
import { expect, it } from 'vitest';
import { cellOf, csvOf } from '$lib/domain/tables/csv';
import { masked, type WardTable } from '$lib/domain/tables/table';
import { makeWorkbook } from '$lib/server/exports/workbook';

const TABLE: WardTable = {
  title: 'Thử',
  about: '',
  columns: [
    { name: 'Họ và tên', kind: 'text' },
    { name: 'Số định danh', kind: 'text', isSecret: true },
    { name: 'Ngày sinh', kind: 'day' },
    { name: 'Số người', kind: 'count' },
    { name: 'Tỷ lệ', kind: 'percent' }
  ],
  rows: [
    ['Nguyễn Văn "Bé" An', '031058001234', '1958-03-05', 4, 0.9797],
    ['Trần Thị Bình', '031160001235', '1960', 0, null]
  ]
};

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];
const DANGERS = ['cmd|calc!A0', 'HYPERLINK("http://e","x")', '1+1', 'SUM(A1:A9)', '0225 1', '"', ',', '\n'];

it('[T-H11] no cell of a CSV can begin a formula, and the text comes back as it was', () => {
  for (const start of STARTS) {
    for (const danger of DANGERS) {
      const cell = cellOf(start + danger);
      expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
      const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(read).toBe(`'${start}${danger}`);
    }
  }
});

it('a CSV opens rightly in Excel: its mark first, lines of Windows, decimals with a comma in quotes, days that are no other day elsewhere', () => {
  expect(csvOf(['Bảng'], masked(TABLE))).toBe(
    '\ufeffBảng\r\nHọ và tên,Số định danh,Ngày sinh,Số người,Tỷ lệ\r\n' +
      '"Nguyễn Văn ""Bé"" An",********1234,1958-03-05,4,"97,97 %"\r\nTrần Thị Bình,********1235,1960,0,\r\n'
  );
});

it('[T-H11] a workbook has typed cells and not one formula, whatever stands in them', async () => {
  const hostile = STARTS.flatMap((start) => DANGERS.map((danger) => [start + danger, start, '1958', 1, 0.5]));
  const bytes = await makeWorkbook({
    sheet: 'Thử',
    above: ['=1+1'],
    table: { ...TABLE, rows: [...TABLE.rows, ...hostile] }
  });
  const parts = unzipSync(bytes);
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(sheet).not.toMatch(/<f[ >]/);
  const [read] = await readWorkbookOfOthers(bytes.buffer);
  expect(read!.data[2]).toEqual([
    'Nguyễn Văn "Bé" An',
    '031058001234',
    new Date('1958-03-05T00:00:00Z'),
    4,
    0.9797
  ]);
  expect(read!.data).toHaveLength(2 + TABLE.rows.length + hostile.length);
});
