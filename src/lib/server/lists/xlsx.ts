import { FILE_LIMITS, type Sheet } from '$lib/domain/lists/sheet';
import { Archive, FileRefused } from './zip';
import { attributeOf, unescaped } from './xml';
import { dateStylesIn, dayOfSerial } from './xlsx-dates';

/** The visible sheets of a workbook as text. Formulas are never reckoned: what they last came to is what is read. */
export function readWorkbook(bytes: Buffer): Sheet[] {
  const archive = new Archive(bytes);
  const book = archive.text('xl/workbook.xml');
  if (book === undefined) throw new FileRefused('not-a-table');
  const targets = targetsIn(archive.text('xl/_rels/workbook.xml.rels') ?? '');
  const shared = sharedStringsIn(archive.text('xl/sharedStrings.xml') ?? '');
  const dates = dateStylesIn(archive.text('xl/styles.xml') ?? '');
  const is1904 = /<(?:\w+:)?workbookPr[^>]*date1904="(?:1|true)"/.test(book);
  let left: number = FILE_LIMITS.rowsInAll;
  const sheets: Sheet[] = [];
  for (const [tag] of book.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    if (/\sstate="(?:hidden|veryHidden)"/.test(tag)) continue;
    const target = targets.get(attributeOf(tag, '\\w+:id') ?? '');
    const xml = target && archive.text(target);
    if (!xml) continue;
    const rows = rowsIn(xml, { shared, dates, is1904 });
    left -= rows.length;
    if (left < 0) throw new FileRefused('too-many-rows');
    sheets.push({ name: unescaped(attributeOf(tag, 'name') ?? ''), rows });
  }
  return sheets;
}

type Book = Readonly<{ shared: readonly string[]; dates: ReadonlySet<number>; is1904: boolean }>;

function targetsIn(relations: string): Map<string, string> {
  const all = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]): [string, string] => {
    const target = unescaped(attributeOf(tag, 'Target') ?? '');
    return [attributeOf(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
  });
  return new Map(all);
}

const STRING = /<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;
const RUN = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g;
const PHONETIC = /<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g;

const sharedStringsIn = (xml: string): string[] =>
  [...xml.matchAll(STRING)].map(([, inner = '']) => runsIn(inner));

const runsIn = (inner: string): string =>
  fits([...inner.replace(PHONETIC, '').matchAll(RUN)].map(([, text = '']) => unescaped(text)).join(''));

const ROW = /<(?:\w+:)?row(?:\s([^>]*?))?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c(?:\s([^>]*?))?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?v>/;

function rowsIn(xml: string, book: Book): string[][] {
  const rows: string[][] = [];
  for (const [, attributes = '', inner = ''] of xml.matchAll(ROW)) {
    const cells = cellsIn(inner, book);
    if (cells.length === 0) continue;
    const place = Number(attributeOf(` ${attributes}`, 'r') ?? rows.length + 1);
    if (!Number.isInteger(place) || place < 1) throw new FileRefused('damaged');
    // Excel may hold a signature in its millionth row.
    if (place > FILE_LIMITS.rows) throw new FileRefused('too-many-rows');
    while (rows.length < place - 1) rows.push([]);
    rows.push(cells);
  }
  return rows;
}

function cellsIn(inner: string, book: Book): string[] {
  const cells: string[] = [];
  for (const [, attributes = '', content = ''] of inner.matchAll(CELL)) {
    const text = textOf(` ${attributes}`, content, book);
    if (text === '') continue;
    const letters = /\sr="([A-Z]+)\d+"/.exec(` ${attributes}`)?.[1];
    const place = letters ? columnAt(letters) : cells.length;
    if (place >= FILE_LIMITS.columns) throw new FileRefused('too-wide');
    while (cells.length < place) cells.push('');
    cells.push(text);
  }
  return cells;
}

const columnAt = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function textOf(attributes: string, content: string, { shared, dates, is1904 }: Book): string {
  const type = attributeOf(attributes, 't');
  if (type === 'inlineStr') return runsIn(content);
  const value = unescaped(VALUE.exec(content)?.[1] ?? '');
  if (value === '' || type === 'e') return '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'str') return fits(value);
  if (type === 'b') return value === '1' ? 'x' : '';
  const number = Number(value);
  if (type === 'd' || !Number.isFinite(number)) return fits(value.slice(0, 10));
  const isDay = dates.has(Number(attributeOf(attributes, 's') ?? 0));
  return isDay ? dayOfSerial(number, is1904) : Number.isInteger(number) ? number.toFixed(0) : String(number);
}

function fits(text: string): string {
  if (text.length > FILE_LIMITS.text) throw new FileRefused('too-long-text');
  return text.replaceAll('\u00a0', ' ');
}
