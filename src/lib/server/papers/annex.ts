import type { Paragraph, Table } from 'docx';
import type { Annex, Paper } from '$lib/domain/papers/paper';
import { BLANK, blankDay, roman } from '$lib/domain/papers/written';
import { body } from './body';
import { GAP, SIZE, TEXT_WIDTH, WIDE_TEXT_WIDTH } from './measures';
import { centred } from './text';

/** An annex: "Phụ lục I", its title, and the paper that it goes with (NĐ 30/2020, Phụ lục I, mục III). */
export function annexBody(annex: Annex, place: number, paper: Paper): (Paragraph | Table)[] {
  const number = paper.annexes.length > 1 ? `Phụ lục ${roman(place + 1)}` : 'Phụ lục';
  const goesWith = `(Kèm theo ${capitalOnly(paper.title)} số ${BLANK}/${paper.symbol ?? ''} ${blankDay(paper.on)} của ${paper.issuer.called})`;
  return [
    centred(number, { points: SIZE.annex, bold: true }, { keepNext: true }),
    centred(annex.title, { points: SIZE.annex, bold: true }, { keepNext: true }),
    centred(goesWith, { points: SIZE.annex, italics: true }, { keepNext: true, spacing: { after: GAP } }),
    ...body(annex.blocks, annex.isWide ? WIDE_TEXT_WIDTH : TEXT_WIDTH)
  ];
}

/** "BÁO CÁO" as "Báo cáo". */
const capitalOnly = (title: string): string => title.slice(0, 1) + title.slice(1).toLocaleLowerCase('vi');
