import type { AccountId } from '$lib/domain/ids';

/** Up to which n of this phone a second copy was made, and when; nobody's name stands in it. */
export type CopyNote = Readonly<{ n: number; at: number }>;

const NONE: CopyNote = { n: 0, at: 0 };
const keyOf = (account: AccountId): string => `thi-dua-copy-${account}`;

/** Where notes are kept; a browser may refuse, then the copy is only offered again. */
type Notes = Pick<Storage, 'getItem' | 'setItem'>;

export function readCopyNote(notes: Notes | undefined, account: AccountId): CopyNote {
  try {
    const { n, at } = JSON.parse(notes?.getItem(keyOf(account)) ?? '') as CopyNote;
    return typeof n === 'number' && typeof at === 'number' ? { n, at } : NONE;
  } catch {
    return NONE;
  }
}

export function writeCopyNote(notes: Notes | undefined, account: AccountId, note: CopyNote): void {
  try {
    notes?.setItem(keyOf(account), JSON.stringify(note));
  } catch {
    // Offered once more: no harm.
  }
}
