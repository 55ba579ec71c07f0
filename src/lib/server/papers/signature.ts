import { AlignmentType, Paragraph, type Table } from 'docx';
import type { Paper, Signature } from '$lib/domain/papers/paper';
import { SIZE } from './measures';
import { centred, run } from './text';
import { grid } from './heading';

/** Nơi nhận on the left, level with the office of who signs on the right; two who sign stand side by side (ô số 7, 8, 9b). */
export function closing({ signatures, recipients }: Paper): (Paragraph | Table)[] {
  const [first, second] = signatures;
  if (!first) return [];
  if (second) {
    const others = signatures
      .slice(2)
      .flatMap((one) => [new Paragraph({}), grid([[new Paragraph({})], block(one)])]);
    return [grid([block(second), block(first)]), ...others];
  }
  return [grid([receivers(recipients), block(first)])];
}

function receivers(recipients: readonly string[]): Paragraph[] {
  if (recipients.length === 0) return [new Paragraph({})];
  return [
    new Paragraph({
      children: [run('Nơi nhận:', { points: SIZE.recipientsHead, bold: true, italics: true })]
    }),
    ...recipients.map(
      (one, place) =>
        new Paragraph({
          alignment: AlignmentType.LEFT,
          children: [
            run(`- ${one}${place === recipients.length - 1 ? '.' : ';'}`, { points: SIZE.recipients })
          ]
        })
    )
  ];
}

/** Room for the hand or the seal between the office and the name. */
const block = ({ office, name }: Signature): Paragraph[] => [
  ...office.map((line) => centred(line, { points: SIZE.signer, bold: true }, { keepNext: true })),
  ...Array.from({ length: 4 }, () => new Paragraph({ keepNext: true })),
  centred(name, { points: SIZE.signer, bold: true })
];
