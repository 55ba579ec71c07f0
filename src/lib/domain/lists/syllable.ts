const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?';
const NUCLEUS =
  '(?:uyê|uya|iêu|yêu|uôi|ươi|ươu|oai|oay|oeo|uây|uyu|iê|yê|ươ|uô|uơ|uâ|uê|uy|ia|ua|ưa|oa|oă|oe|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])';
const CODA = '(?:ng|nh|ch|[cmnpt])?';
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word can be Vietnamese: its letters make a syllable, with one tone at most. */
export function isSyllable(word: string): boolean {
  const apart = word.toLocaleLowerCase('vi').normalize('NFD');
  if ((apart.match(TONES)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(apart.replace(TONES, '').normalize('NFC'));
}
