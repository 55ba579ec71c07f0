/** Advances of Times New Roman Bold in thousandths of the size; a letter with marks is as wide as without. */
const ADVANCES: Readonly<Record<number, string>> = {
  220: '|',
  250: ' ,.\u00a0',
  278: "'/\\il",
  333: '!()-:;[]`fjt',
  389: 'Is',
  394: '{}',
  444: 'cerz',
  500: '#$*0123456789?J_agovxy“”–',
  520: '~',
  556: 'Sbdhknpquđ',
  570: '+<=>',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDNRUVXYwĐ',
  778: 'GHKOQ',
  833: '&m',
  944: 'M',
  1000: '%W…'
};

const advanceOf = new Map(
  Object.entries(ADVANCES).flatMap(([advance, letters]) =>
    [...letters].map((letter) => [letter, Number(advance)] as const)
  )
);

/** How long a bold line of text is, in twentieths of a point: the rules under names and titles go by it (NĐ 30/2020). */
export function boldWidth(text: string, points: number): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const thousandths = [...plain].reduce((sum, letter) => sum + (advanceOf.get(letter) ?? 500), 0);
  return Math.round((thousandths * points * 20) / 1000);
}
