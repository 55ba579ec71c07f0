import { Document, type FileChild, type ISectionOptions, Packer, PageOrientation } from 'docx';
import type { Paper } from '$lib/domain/papers/paper';
import { annexBody } from './annex';
import { body } from './body';
import { heading } from './heading';
import { PAGE, SIZE, TEXT_WIDTH } from './measures';
import { closing } from './signature';
import { headers } from './watermark';

const FONT = 'Times New Roman';

/** Papers as one .docx file in the form of Nghị định 30/2020/NĐ-CP; each paper and each annex has its own pages and numbers. */
export function paperFile(papers: readonly Paper[]): Promise<Buffer> {
  const document = new Document({
    title: papers[0]?.about ?? '',
    creator: papers[0]?.issuer.name.join(' ') ?? '',
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT },
            ...{ size: SIZE.body * 2, color: '000000', language: { value: 'vi-VN' } }
          }
        }
      }
    },
    sections: papers.flatMap(sectionsOf)
  });
  return Packer.toBuffer(document);
}

const sectionsOf = (paper: Paper): ISectionOptions[] => [
  section([...heading(paper), ...body(paper.blocks, TEXT_WIDTH), ...closing(paper)], false, paper.isDraft),
  ...paper.annexes.map((annex, place) => section(annexBody(annex, place, paper), annex.isWide, paper.isDraft))
];

function section(children: FileChild[], isWide: boolean, isDraft: boolean): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: {
        // The library turns the sides of a wide page itself.
        size: {
          ...{ width: PAGE.width, height: PAGE.height },
          orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
        },
        margin: PAGE.margin,
        pageNumbers: { start: 1 }
      }
    },
    headers: headers(isDraft),
    children
  };
}
