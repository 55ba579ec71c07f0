const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it was before it was written into XML; entities of somebody's own are not known here, and stay as they stand. */
export const unescaped = (text: string): string =>
  (text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
        const point = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : 0;
        if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
        return NAMED[name] ?? whole;
      })
    : text
  )
    // Excel writes signs that XML cannot hold as _x000D_.
    .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');

const patterns = new Map<string, RegExp>();

/** An attribute of a tag by its name. */
export function attributeOf(tag: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) patterns.set(name, (pattern = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`)));
  const match = pattern.exec(tag);
  return match?.[1] ?? match?.[2];
}
