import { ASSESSMENT_WORDS, wordOf } from '../words';

/** "Dự kiến" and "được công nhận" are never one word. */
export const wordsOfAssessment = (state: string | null): string =>
  state === null ? 'chưa bình xét' : wordOf(ASSESSMENT_WORDS, state);
