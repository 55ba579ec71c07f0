import { FILE_LIMITS } from '$lib/domain/lists/sheet';
import { FileRefused } from './zip';

/** Rows of a CSV file, whatever separates its cells and in whatever letters it was saved. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decoded(bytes);
  if (text.includes('\0')) throw new FileRefused('not-a-table');
  const separator = separatorOf(text.slice(0, 4_000));
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    if (cell.length > FILE_LIMITS.text) throw new FileRefused('too-long-text');
    const row = rows.at(-1)!;
    if (row.length >= FILE_LIMITS.columns && cell !== '') throw new FileRefused('too-wide');
    if (row.length < FILE_LIMITS.columns) row.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)]!;
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator) end();
    else if (sign === '\n') {
      end();
      if (rows.length >= FILE_LIMITS.rows) throw new FileRefused('too-many-rows');
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  return rows;
}

/** By its mark, else UTF-8 where that is possible, else the western signs that old fonts were typed in. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const separatorOf = (beginning: string): string => {
  const counts = [',', ';', '\t'].map((sign) => [beginning.split(sign).length, sign] as const);
  return counts.sort((a, b) => b[0] - a[0])[0]![1];
};
