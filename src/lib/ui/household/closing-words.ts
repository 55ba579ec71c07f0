import type { ClosingReason } from '$lib/domain/people/household';

/** Reasons one gives by hand; into another household one goes by an act of its own (tách hộ, nhập hộ). */
export const CHOSEN_REASONS = [
  'moved-away',
  'died',
  'duplicate',
  'entered-by-mistake'
] as const satisfies readonly ClosingReason[];
type ChosenReason = (typeof CHOSEN_REASONS)[number];

/** Of what one speaks when nobody follows it any more. */
export type ClosingSubject = 'household' | 'person';

/** Why it is no longer followed, as one says it of a household and of a person. */
export const CLOSING_CHOICES: Readonly<Record<ClosingSubject, Readonly<Record<ChosenReason, string>>>> = {
  household: {
    'moved-away': 'Cả hộ đã chuyển đi',
    died: 'Người cuối cùng đã mất',
    duplicate: 'Hộ này ghi trùng',
    'entered-by-mistake': 'Hộ này ghi nhầm'
  },
  person: {
    'moved-away': 'Đã chuyển đi',
    died: 'Đã mất',
    duplicate: 'Ghi trùng người',
    'entered-by-mistake': 'Ghi nhầm'
  }
};

export const CLOSING_SUMMARY: Readonly<Record<ClosingSubject, string>> = {
  household: 'Hộ không còn ở đây, hoặc ghi trùng',
  person: 'Không còn ở hộ này, hoặc ghi trùng'
};
