import { AlignmentType, BorderStyle, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { boldWidth } from '$lib/domain/papers/text-width';

/** How a line looks. */
export type Look = Readonly<{ points: number; bold?: boolean; italics?: boolean; isMarked?: boolean }>;

export const run = (
  text: string,
  { points, bold = false, italics = false, isMarked = false }: Look
): TextRun =>
  new TextRun({ text, bold, italics, size: points * 2, ...(isMarked && { highlight: 'yellow' as const }) });

/** A line in the middle of its column, without any room around it. */
export const centred = (
  text: string,
  look: Look,
  options: Omit<IParagraphOptions, 'children'> = {}
): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, look)], ...options });

/**
 * A rule under a line: a border of its own paragraph, so that its length is exact whatever the font does
 * (NĐ 30/2020: never an underline, never a row of strokes).
 */
export function rule(length: number, column: number): Paragraph {
  const side = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 20, after: 0, line: 80, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [new TextRun({ text: '', size: 2 })]
  });
}

/** Between a third and a half of the text above it. */
export const shortRule = (text: string, points: number, column: number): Paragraph =>
  rule(Math.round(Math.min(boldWidth(text, points), column) * 0.4), column);
