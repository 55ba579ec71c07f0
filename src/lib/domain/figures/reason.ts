/** In the numerator (tử số): why. */
export type CountedReason =
  | 'card-valid'
  | 'card-expires-soon'
  | 'employed'
  | 'trained'
  | 'certified'
  | 'expected'
  | 'published'
  | 'proposed'
  | 'recognised'
  /** An answer to a question of the campaign; its label says what. */
  | 'answered'
  | 'born'
  | 'died-here';

/** In the denominator only (còn thiếu): why. */
export type MissingReason =
  | 'card-expired'
  | 'no-card'
  | 'unemployed'
  | 'able-not-working'
  | 'untrained'
  | 'no-certificate'
  | 'not-expected'
  | 'barred'
  | 'too-new'
  | 'awaiting-decision'
  | 'answered-otherwise';

/** In the denominator until somebody asks (chưa rõ): why. */
export type UnknownReason =
  | 'not-asked'
  | 'unclear'
  | 'unrecognised'
  | 'no-birth'
  | 'no-sex'
  | 'no-inactive-reason'
  | 'activity-open'
  | 'not-assessed'
  | 'objection-open';

/** In neither (không tính): why. */
export type OutsideReason =
  | 'moved-away'
  | 'died'
  | 'other-household'
  | 'duplicate'
  | 'entered-by-mistake'
  | 'closed'
  | 'lives-elsewhere'
  | 'not-here-yet'
  | 'not-born-yet'
  | 'under-working-age'
  | 'past-working-age'
  | 'study'
  | 'retired'
  | 'housework'
  | 'unable'
  | 'military'
  | 'other'
  | 'outside-labour-force'
  | 'born-in-other-years'
  | 'not-asked-of'
  | 'no-event';

/** Every word the rule book can give; the screen's sentence for each is complete by type. */
export type ReasonCode = CountedReason | MissingReason | UnknownReason | OutsideReason;

/** The word of one rule on one person or household. */
export type Judgement =
  | Readonly<{ class: 'counted'; reason: CountedReason }>
  | Readonly<{ class: 'missing'; reason: MissingReason }>
  | Readonly<{ class: 'unknown'; reason: UnknownReason }>
  | Readonly<{ class: 'outside'; reason: OutsideReason }>;

export const counted = wordsOf<Extract<Judgement, { class: 'counted' }>>('counted');
export const missing = wordsOf<Extract<Judgement, { class: 'missing' }>>('missing');
export const unknown = wordsOf<Extract<Judgement, { class: 'unknown' }>>('unknown');
export const outside = wordsOf<Extract<Judgement, { class: 'outside' }>>('outside');

/** Each word is made once: a ward needs half a million of them for one count. */
function wordsOf<Word extends Judgement>(of: Word['class']): (reason: Word['reason']) => Word {
  const words = new Map<string, Word>();
  return (reason) => {
    const before = words.get(reason);
    if (before) return before;
    const word = { class: of, reason } as Word;
    words.set(reason, word);
    return word;
  };
}
