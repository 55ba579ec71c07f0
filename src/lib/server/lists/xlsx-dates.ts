import { addDays, type Day } from '$lib/domain/calendar';
import { attributeOf, unescaped } from './xml';

/** Formats of Excel's own that show a day (ECMA-376, 18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** The styles of cells whose number is a day. */
export function dateStylesIn(styles: string): Set<number> {
  const own = new Set<number>();
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    if (isDayFormat(unescaped(attributeOf(tag, 'formatCode') ?? '')))
      own.add(Number(attributeOf(tag, 'numFmtId')));
  }
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  const formats = [...cells.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].map(([tag]) =>
    Number(attributeOf(tag, 'numFmtId') ?? 0)
  );
  return new Set(
    formats.flatMap((format, style) => (BUILT_IN.has(format) || own.has(format) ? [style] : []))
  );
}

/** Days since Excel's beginning; its 1900 had a 29 February that never was. */
export function dayOfSerial(serial: number, is1904: boolean): Day | string {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0);
  if (days < 1 || days > 2_958_465) return String(serial);
  return addDays('1899-12-30', days < 60 ? days + 1 : days);
}

/** "dd/mm/yyyy", with its language and colour taken off. */
const isDayFormat = (code: string): boolean => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
