import { readableSheet } from '$lib/domain/lists/encoding';
import { FILE_LIMITS, type FileProblem, type Sheet } from '$lib/domain/lists/sheet';
import { readCsv } from './csv';
import { readWorkbook } from './xlsx';
import { FileRefused } from './zip';

/** What an office's file came to: its sheets in letters of today, or why it was not read. */
export type FileRead = Readonly<{ sheets: readonly Sheet[] } | { problem: FileProblem }>;

/** Reads a file by what is in it, whatever its name says. Runs in a thread of its own (read-apart.ts). */
export function readFile(bytes: Uint8Array): FileRead {
  try {
    const sheets = sheetsIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).map(readableSheet);
    const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')));
    return filled.length > 0 ? { sheets: filled } : { problem: 'empty' };
  } catch (fault) {
    if (fault instanceof FileRefused) return { problem: fault.problem };
    // A broken length leads beyond the file's end.
    if (fault instanceof RangeError) return { problem: 'damaged' };
    throw fault;
  }
}

const ZIP = 0x504b;
/** A compound file: Excel before 2007, or a workbook locked with a password. */
const COMPOUND = 0xd0cf;
const IMAGES_AND_PAPERS = ['%PDF', 'PNG', 'JFIF', 'GIF8', '<htm', '<!DO', '{\\rt'];

function sheetsIn(bytes: Buffer): Sheet[] {
  if (bytes.length === 0) throw new FileRefused('empty');
  if (bytes.length > FILE_LIMITS.bytes) throw new FileRefused('too-large');
  const sign = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (sign === ZIP) return readWorkbook(bytes);
  if (sign === COMPOUND) {
    throw new FileRefused(
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : 'old-excel'
    );
  }
  const beginning = bytes.toString('latin1', 0, 12);
  if (IMAGES_AND_PAPERS.some((kind) => beginning.includes(kind))) throw new FileRefused('not-a-table');
  const rows = readCsv(bytes);
  if (rows.every((row) => row.length < 2)) throw new FileRefused('not-a-table');
  return [{ name: '', rows }];
}
