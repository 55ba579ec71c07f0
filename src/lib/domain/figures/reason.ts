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

export const counted = (reason: CountedReason): Judgement => ({ class: 'counted', reason });
export const missing = (reason: MissingReason): Judgement => ({ class: 'missing', reason });
export const unknown = (reason: UnknownReason): Judgement => ({ class: 'unknown', reason });
export const outside = (reason: OutsideReason): Judgement => ({ class: 'outside', reason });
