import { strToU8, zipSync } from 'fflate';
import type { FileProblem } from '$lib/domain/lists/sheet';
import { columnName, partsOf, workbook } from './workbook';

/** Files that would do harm, or are none of ours; each with why it is not read (T-H10). */
export type HostileFile = Readonly<{ title: string; bytes: Uint8Array; problem: FileProblem }>;

const LIST = [
  {
    name: 'TDP 5',
    rows: [
      ['Họ và tên', 'Năm sinh'],
      ['Nguyễn Văn An', 1958]
    ]
  }
];
const SHEET = 'xl/worksheets/sheet1.xml';

export function hostileFiles(): HostileFile[] {
  const parts = partsOf(LIST);
  const sheet = (xml: string) => zipSync({ ...parts, [SHEET]: strToU8(xml) });
  const row = (inner: string, at = 1) =>
    `<worksheet><sheetData><row r="${at}">${inner}</row></sheetData></worksheet>`;
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`xl/media/${n}.xml`, strToU8('x')]));
  const wide = Array.from({ length: 3_000 }, (_, x) => `<c r="${columnName(x)}1"><v>1</v></c>`).join('');
  return [
    { title: 'a zip bomb', bytes: sheet('0'.repeat(50 * 1024 * 1024)), problem: 'too-packed' },
    {
      title: 'a bomb that declares to be small',
      bytes: lying(sheet('0'.repeat(20 * 1024 * 1024))),
      problem: 'too-packed'
    },
    {
      title: 'ten large parts that are too much together',
      bytes: zipSync({
        ...parts,
        ...Object.fromEntries(
          Array.from({ length: 70 }, (_, n) => [`xl/${n}.xml`, new Uint8Array(1024 * 1024)])
        )
      }),
      problem: 'too-packed'
    },
    {
      title: 'more parts than a workbook has',
      bytes: zipSync({ ...parts, ...many }),
      problem: 'too-many-parts'
    },
    {
      title: 'an entity of its own (XXE)',
      bytes: sheet(
        `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${row('<c t="inlineStr"><is><t>&e;</t></is></c>')}`
      ),
      problem: 'has-doctype'
    },
    {
      title: 'entities that grow a billion times',
      bytes: zipSync({
        ...parts,
        'xl/sharedStrings.xml': strToU8('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst/>')
      }),
      problem: 'has-doctype'
    },
    { title: 'three thousand columns', bytes: sheet(row(wide)), problem: 'too-wide' },
    {
      title: 'something in the last column there is',
      bytes: sheet(row('<c r="XFD1"><v>1</v></c>')),
      problem: 'too-wide'
    },
    {
      title: 'something in the last row there is',
      bytes: sheet(row('<c r="A1048576"><v>1</v></c>', 1_048_576)),
      problem: 'too-many-rows'
    },
    {
      title: 'a row that is no number',
      bytes: sheet(row('<c r="A1"><v>1</v></c>').replace('r="1"', 'r="1e999"')),
      problem: 'damaged'
    },
    {
      title: 'a text longer than any',
      bytes: workbook([{ name: 'A', rows: [['x'.repeat(2_001), 'y']] }]),
      problem: 'too-long-text'
    },
    {
      title: 'a workbook without a sheet',
      bytes: zipSync({ 'xl/other.xml': strToU8('<a/>') }),
      problem: 'not-a-table'
    },
    { title: 'a workbook with nothing in it', bytes: workbook([{ name: 'A', rows: [] }]), problem: 'empty' },
    { title: 'half a workbook', bytes: workbook(LIST).slice(0, 700), problem: 'damaged' },
    { title: 'an Excel file of before 2007', bytes: compound('Workbook'), problem: 'old-excel' },
    { title: 'a workbook locked with a password', bytes: compound('EncryptedPackage'), problem: 'locked' },
    { title: 'a PDF called .xlsx', bytes: strToU8('%PDF-1.7\n1 0 obj, 2'), problem: 'not-a-table' },
    {
      title: 'a page of the web called .xls',
      bytes: strToU8('<html><table><tr><td>a,b'),
      problem: 'not-a-table'
    },
    {
      title: 'any bytes',
      bytes: Uint8Array.from({ length: 500 }, (_, n) => (n * 37) % 256),
      problem: 'not-a-table'
    },
    { title: 'nothing at all', bytes: new Uint8Array(), problem: 'empty' },
    { title: 'more than ten megabytes', bytes: new Uint8Array(10 * 1024 * 1024 + 1), problem: 'too-large' },
    { title: 'a CSV without end', bytes: strToU8('a,b\n'.repeat(20_001)), problem: 'too-many-rows' }
  ];
}

/** Says of its largest part that it is ten bytes. */
function lying(bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes);
  for (let at = 0; at < view.length - 4; at += 1) {
    const sign = view.readUInt32LE(at);
    if (sign === 0x02014b50 && view.readUInt32LE(at + 24) > 1_000_000) view.writeUInt32LE(10, at + 24);
  }
  return view;
}

const compound = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
