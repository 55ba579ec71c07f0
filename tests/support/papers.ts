import { unzipSync } from 'fflate';

/** A .docx as its XML says it is. */
export type OpenedPaper = Readonly<{
  xml: string;
  headers: readonly string[];
  styles: string;
  /** One text a paragraph. */
  lines: readonly string[];
}>;

export function openPaper(bytes: Uint8Array): OpenedPaper {
  const files = unzipSync(bytes);
  const read = (name: string) => new TextDecoder().decode(files[name]);
  const xml = read('word/document.xml');
  return {
    xml,
    headers: Object.keys(files)
      .filter((name) => /^word\/header\d+\.xml$/.test(name))
      .map(read),
    styles: read('word/styles.xml'),
    lines: [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => textOf(paragraph))
  };
}

export const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g)]
    .map(([run]) => run.replace(/<[^>]*>/g, ''))
    .join('')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

/** Tables as rows of cells. */
export const tablesIn = ({ xml }: OpenedPaper): string[][][] =>
  [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell))
    )
  );

/** Numbers that an attribute takes, wherever an element stands. */
export const attributesOf = (xml: string, element: string, attribute: string): number[] =>
  [...xml.matchAll(new RegExp(`<w:${element} [^>]*w:${attribute}="(-?\\d+)"`, 'g'))].map(([, value]) =>
    Number(value)
  );
