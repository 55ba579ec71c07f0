const MARKS = /[\u0300-\u036f]/g;
const ORDER = new Intl.Collator('vi');

/** What is typed and what is stored meet here: no marks, đ as d, small letters ("Thuý", "Thúy" and "thuy" are one). */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(/[đð]/g, 'd');

/** Whether every word typed begins some word of a text, in any order; or one word is its initials ("nva"). The query is read once. */
export function searchFor(query: string): (text: string) => boolean {
  const wanted = wordsOf(query);
  return (text) => {
    const words = wordsOf(text);
    if (wanted.every((begin) => words.some((word) => word.startsWith(begin)))) return true;
    const [letters = ''] = wanted;
    return wanted.length === 1 && letters.length > 1 && initialsOf(words).includes(letters);
  };
}

/** The words of a text as they are searched. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** "nva" of "Nguyễn Văn An". */
export const initialsOf = (words: readonly string[]): string => words.map(([first]) => first).join('');

/** As names are listed in Viet Nam: by tên (the last word), then họ (the first), then đệm; a, ă, â and the five tones in order. */
export const compareNames = (a: string, b: string): number => compareParts(partsOf(a), partsOf(b));

/** A whole list in that order; each name is taken apart once. Those without a name come last. */
export function listByName<Named>(all: readonly Named[], nameOf: (one: Named) => string): Named[] {
  const apart = all.map((one) => ({ one, parts: partsOf(nameOf(one)) }));
  const sorted = apart.sort((a, b) => compareParts(a.parts, b.parts)).map(({ one }) => one);
  return [...sorted.filter((one) => nameOf(one)), ...sorted.filter((one) => !nameOf(one))];
}

type Parts = Readonly<{ given: string; family: string; middle: string }>;

const compareParts = (one: Parts, other: Parts): number =>
  ORDER.compare(one.given, other.given) ||
  ORDER.compare(one.family, other.family) ||
  ORDER.compare(one.middle, other.middle);

function partsOf(name: string): Parts {
  const words = name.normalize('NFC').trim().split(/\s+/);
  return { given: words.at(-1) ?? '', family: words[0] ?? '', middle: words.slice(1, -1).join(' ') };
}

/** A name as it is stored: NFC, Đ and not the Icelandic Ð, one space between words; capitals stay as typed. */
export const normaliseName = (typed: string): string =>
  typed.normalize('NFC').replaceAll('Ð', 'Đ').replaceAll('ð', 'đ').replace(/\s+/gu, ' ').trim();

/** "Nguyễn Văn An" for "NGUYỄN VĂN AN" or "nguyễn văn an": to be offered, never forced. */
export const properCase = (name: string): string =>
  normaliseName(name)
    .toLocaleLowerCase('vi')
    .replace(
      /(^|[\s'’-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi')
    );

/** Proper capitals for a name typed in capitals or small letters alone; nothing where somebody chose their letters. */
export function offeredName(typed: string): string | undefined {
  const name = normaliseName(typed);
  const isPlain = name === name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi');
  const offered = properCase(name);
  return isPlain && offered !== name ? offered : undefined;
}

/** A digit or a sign inside a name is mostly a slip of the finger (Telex, VNI); said, never a wall. */
export const isDoubtfulName = (name: string): boolean => /[^\p{L}\p{M}\s.'’-]/u.test(name);
