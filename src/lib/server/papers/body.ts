import { AlignmentType, LineRuleType, Paragraph, type Table, type TextRun } from 'docx';
import type { Block } from '$lib/domain/papers/paper';
import { GAP, INDENT, LINE, SIZE } from './measures';
import { paperTable } from './table';
import { centred, type Look, run } from './text';

/** The text between heading and signature (NĐ 30/2020, ô số 6); its last sentence stays with who signs. */
export const body = (blocks: readonly Block[], width: number): (Paragraph | Table)[] =>
  blocks.flatMap((block, place) => {
    if (block.kind === 'table') return tableOf(block, width);
    const stays = place === blocks.length - 1 || block.kind === 'section' || block.kind === 'clause';
    if (block.kind === 'middle') return [middle(block.text)];
    if (block.kind === 'article') return [article(block, place === blocks.length - 1)];
    return [
      block.kind === 'judgement' ? judgement(block, stays) : paragraph(block.text, LOOKS[block.kind], stays)
    ];
  });

const LOOKS: Readonly<Record<'basis' | 'section' | 'clause' | 'point' | 'text', Look>> = {
  basis: { points: SIZE.body, italics: true },
  section: { points: SIZE.body, bold: true },
  clause: { points: SIZE.body, bold: true },
  point: { points: SIZE.body },
  text: { points: SIZE.body }
};

const middle = (said: string): Paragraph =>
  centred(said, { points: SIZE.body, bold: true }, { keepNext: true, spacing: { before: GAP, after: GAP } });

/** A place that nobody has filled is marked, so that no reader takes it for finished. */
const judgement = ({ asked, text }: Extract<Block, { kind: 'judgement' }>, stays: boolean): Paragraph =>
  text === null
    ? paragraph(`[Cần viết: ${asked}]`, { points: SIZE.body, italics: true, isMarked: true }, stays)
    : paragraph(text, LOOKS.text, stays);

const article = ({ number, text }: Extract<Block, { kind: 'article' }>, stays: boolean): Paragraph =>
  withRuns([run(`Điều ${number}. `, LOOKS.clause), run(text, LOOKS.text)], stays);

const paragraph = (text: string, look: Look, stays: boolean): Paragraph => withRuns([run(text, look)], stays);

/** `stays`: on the page of what follows. */
const withRuns = (children: TextRun[], stays: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { after: GAP, line: LINE, lineRule: LineRuleType.AUTO },
    keepNext: stays,
    children
  });

function tableOf(
  { table, onNewPage = false }: Extract<Block, { kind: 'table' }>,
  width: number
): (Paragraph | Table)[] {
  if (table.rows.length === 0) return [paragraph(table.none, LOOKS.text, false)];
  return [
    centred(
      table.caption,
      { points: SIZE.body, bold: true },
      { keepNext: true, pageBreakBefore: onNewPage, spacing: { before: GAP, after: GAP / 2 } }
    ),
    paperTable(table, width),
    // A whole empty line after a table that fills its page would make a page of its own.
    new Paragraph({ spacing: { line: GAP, lineRule: LineRuleType.EXACT } })
  ];
}
