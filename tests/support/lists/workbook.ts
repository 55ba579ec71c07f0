import { strToU8, zipSync, type Zippable } from 'fflate';

/** A cell as Excel keeps it: text, a number, a day, a formula with what it last came to, or text in runs. */
export type MadeCell =
  string | number | null | { day: number } | { formula: string; was: string } | { runs: string[] };
export type MadeSheet = Readonly<{
  name: string;
  rows: readonly (readonly MadeCell[])[];
  merges?: string[];
  hidden?: boolean;
}>;

/** A workbook as Excel writes it, the same bytes each time; `inline` as other programs do, with a prefix before every tag. */
export function workbook(sheets: readonly MadeSheet[], { inline = false } = {}): Uint8Array {
  return zipSync(partsOf(sheets, inline), { level: 6, mtime: '2026-11-01' });
}

/** Its parts before they are packed, to be spoilt by a test. */
export function partsOf(sheets: readonly MadeSheet[], inline = false): Zippable {
  const shared: string[] = [];
  const p = inline ? 'x:' : '';
  const ns = inline ? 'xmlns:x' : 'xmlns';
  const main = `${ns}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
  const parts: Record<string, string> = {};
  sheets.forEach(({ rows, merges = [] }, at) => {
    const lines = rows.map(
      (row, y) =>
        `<${p}row r="${y + 1}">${row.map((cell, x) => cellXml(cell, x, y, shared, inline)).join('')}</${p}row>`
    );
    const merged = merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('');
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${HEAD}<${p}worksheet ${main}><${p}sheetData>${lines.join('')}</${p}sheetData><${p}mergeCells>${merged}</${p}mergeCells></${p}worksheet>`;
  });
  const names = sheets.map(
    ({ name, hidden }, at) =>
      `<${p}sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`
  );
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="t" Target="worksheets/sheet${at + 1}.xml"/>`
  );
  return {
    '[Content_Types].xml': strToU8(`${HEAD}<Types/>`),
    'xl/workbook.xml': strToU8(
      `${HEAD}<${p}workbook ${main} xmlns:r="r"><${p}sheets>${names.join('')}</${p}sheets></${p}workbook>`
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`${HEAD}<Relationships>${relations.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(
      `${HEAD}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`
    ),
    'xl/sharedStrings.xml': strToU8(`${HEAD}<sst>${shared.join('')}</sst>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

function cellXml(cell: MadeCell, x: number, y: number, shared: string[], inline: boolean): string {
  const p = inline ? 'x:' : '';
  const place = `r="${columnName(x)}${y + 1}"`;
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<${p}c ${place}><${p}v>${cell}</${p}v></${p}c>`;
  if (typeof cell !== 'string' && 'day' in cell)
    return `<${p}c ${place} s="1"><${p}v>${cell.day}</${p}v></${p}c>`;
  if (typeof cell !== 'string' && 'formula' in cell) {
    return `<${p}c ${place} t="str"><${p}f>${escaped(cell.formula)}</${p}f><${p}v>${escaped(cell.was)}</${p}v></${p}c>`;
  }
  const runs = typeof cell === 'string' ? [cell] : cell.runs;
  const text =
    runs.length === 1
      ? `<${p}t xml:space="preserve">${escaped(runs[0]!)}</${p}t>`
      : runs.map((run) => `<${p}r><${p}t>${escaped(run)}</${p}t></${p}r>`).join('');
  if (inline) return `<${p}c ${place} t="inlineStr"><${p}is>${text}</${p}is></${p}c>`;
  shared.push(`<si>${text}</si>`);
  return `<${p}c ${place} t="s"><${p}v>${shared.length - 1}</${p}v></${p}c>`;
}
