import type { Block } from './paper';

/** A paragraph. */
export const text = (said: string): Block => ({ kind: 'text', text: said });

/** căn cứ, in italics. */
export const basis = (said: string): Block => ({ kind: 'basis', text: said });

/** "I. …". */
export const section = (said: string): Block => ({ kind: 'section', text: said });

/** "1. …", with a title. */
export const clause = (said: string): Block => ({ kind: 'clause', text: said });

/** "a) …". */
export const point = (letter: string, said: string): Block => ({ kind: 'point', text: `${letter}) ${said}` });

/** "Điều 1." of a decision. */
export const article = (number: number, said: string): Block => ({ kind: 'article', number, text: said });

/** A bold line in the middle: "QUYẾT ĐỊNH:". */
export const middle = (said: string): Block => ({ kind: 'middle', text: said });

/** A marked place for a person. */
export const asked = (what: string): Block => ({ kind: 'judgement', asked: what, text: null });

/** "phòng Văn hóa - Xã hội" at the head of a sentence. */
export const capital = (words: string): string => words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1);
