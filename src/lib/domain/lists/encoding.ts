import { fromTcvn3, fromVni } from './legacy-encodings';
import type { Sheet } from './sheet';
import { isSyllable } from './syllable';

/** How a column was typed: letters of today, or with fonts of the nineties (bảng mã TCVN3, VNI). */
export type Encoding = 'unicode' | 'tcvn3' | 'vni';

const READ: Readonly<Record<Encoding, (text: string) => string>> = {
  unicode: (text) => text,
  tcvn3: fromTcvn3,
  vni: fromVni
};

/** A sheet in letters of today (NFC), whatever each of its columns was typed in. */
export function readableSheet({ name, rows }: Sheet): Sheet {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const whole = encodingOf(rows.flat());
  const columns = Array.from({ length: width }, (_, column) =>
    encodingOf(
      rows.map((row) => row[column] ?? ''),
      whole
    )
  );
  return {
    name: readableText(name, whole),
    rows: rows.map((row) => row.map((cell, column) => readableText(cell, columns[column])))
  };
}

/** The encoding in which most words of a column are Vietnamese; where nothing tells, that of the whole sheet. */
export function encodingOf(cells: readonly string[], whole: Encoding = 'unicode'): Encoding {
  const told = cells.filter((cell) => FOREIGN.test(cell)).slice(0, MOST_ASKED);
  const ofToday = told.filter((cell) => OF_TODAY.test(cell.normalize('NFC'))).length;
  if (ofToday * 2 > told.length) return 'unicode';
  let best = whole;
  let most = sum(told, best);
  for (const encoding of ['unicode', 'tcvn3', 'vni'] as const) {
    const score = sum(told, encoding);
    if (score > most) [best, most] = [encoding, score];
  }
  return best;
}

/** One text; where it can be no Vietnamese in the encoding of its column, in that in which it can. */
export function readableText(text: string, column: Encoding = 'unicode'): string {
  if (!FOREIGN.test(text)) return text;
  const composed = text.normalize('NFC');
  if (OF_TODAY.test(composed)) return composed;
  const ways = [column, 'unicode', 'tcvn3', 'vni'] as const;
  const scores = ways.map((encoding) => scoreOf(composed, encoding));
  const best = scores.indexOf(Math.max(...scores));
  return READ[ways[best]!](composed).normalize('NFC');
}

/** More cells would only say the same. */
const MOST_ASKED = 300;
const FOREIGN = /[^\x00-\x7f]/;
/** Letters that no old font has. */
const OF_TODAY = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9\u0300-\u036f]/;
const BETWEEN = /[\s\x00-\x40[-`{-~]+/;

const sum = (cells: readonly string[], encoding: Encoding): number =>
  cells.reduce((total, cell) => total + scoreOf(cell.normalize('NFC'), encoding), 0);

/** Words that can be Vietnamese, less those that cannot; plain words say nothing. */
function scoreOf(text: string, encoding: Encoding): number {
  let score = 0;
  for (const word of text.split(BETWEEN)) {
    if (FOREIGN.test(word)) score += isSyllable(READ[encoding](word)) ? 1 : -1;
  }
  return score;
}
