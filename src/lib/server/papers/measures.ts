/** Twentieths of a point in so many millimetres. */
export const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);

/** A4 and its margins (NĐ 30/2020, Phụ lục I, mục I): trên, dưới 20–25 mm; trái 30–35 mm; phải 15–20 mm. */
export const PAGE = {
  width: 11906,
  height: 16838,
  margin: {
    top: millimetres(20),
    bottom: millimetres(20),
    left: millimetres(30),
    right: millimetres(15),
    header: millimetres(10),
    footer: millimetres(10),
    gutter: 0
  }
} as const;

/** Width of the text of an upright page, and of one laid on its side. */
export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;
export const WIDE_TEXT_WIDTH = PAGE.height - PAGE.margin.left - PAGE.margin.right;

/** The two columns of the heading: the right one holds quốc hiệu on a single line of 13 points. */
export const HEADING_COLUMNS = [TEXT_WIDTH - 5670, 5670] as const;

/** Sizes in points (NĐ 30/2020, Phụ lục I): body 13–14, table smaller where it must be. */
export const SIZE = {
  nation: 13,
  motto: 14,
  organ: 13,
  number: 13,
  day: 14,
  title: 14,
  body: 14,
  signer: 14,
  recipientsHead: 12,
  recipients: 11,
  annex: 14,
  page: 14,
  table: 12,
  wideTable: 11
} as const;

/** First line of a paragraph: 1 cm or 1,27 cm. */
export const INDENT = millimetres(12.7);
/** At least 6 points between paragraphs. */
export const GAP = 120;
/** Lines between single and one and a half: 1,15. */
export const LINE = 276;
