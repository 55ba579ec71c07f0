import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnWork } from '$lib/device/open';
import type { SentEntry } from '$lib/device/work';
import type { Entry } from '$lib/domain/entry/entry';
import type { DeviceId, EntryId } from '$lib/domain/ids';
import { OwnWorkBook } from '$lib/state/own-work.svelte';
import { sayLedger, sayLost, sumUp } from '$lib/ui/outbox/ledger-words';
import { saySignedOut } from '$lib/ui/outbox/sync-words';
import { REJECTION_WORDS } from '$lib/ui/words';
import { aFrozenEntry, aReceipt, newId } from '../support/entries';

const SUM = { made: 148, received: 131, unsent: 12, review: 2, waiting: 1, quarantined: 2, lost: 0 };

/** A phone's work in which every entry has one fate; the trimmed ones have left the sent book because they are safe. */
function workOf(fates: readonly ('unsent' | 'trimmed' | 'lost' | SentEntry['receipt']['status'])[]): OwnWork {
  const outbox: Entry[] = [];
  const sent: SentEntry[] = [];
  fates.forEach((fate, index) => {
    const n = index + 1;
    const entry: Entry = { ...aFrozenEntry(), n, previous: null, device: newId() as DeviceId };
    if (fate === 'unsent') outbox.push(entry);
    else if (fate !== 'trimmed' && fate !== 'lost')
      sent.push({ n, entry, receipt: aReceipt(entry.id, { status: fate }), history: 'first' });
  });
  const counts = { device: newId() as DeviceId, n: fates.length, newest: null, trimmed: 0 };
  return { outbox, sent, counts };
}

const fate = fc.constantFrom('unsent', 'trimmed', 'lost', 'applied', 'review', 'waiting', 'quarantined');

describe('the one line of Sổ gửi', () => {
  it('says where everything is', () =>
    expect(sayLedger(SUM)).toBe('Đã ghi 148 · phường đã nhận 131 · chờ gửi 12 · cần xem lại 5'));

  it('names a loss only where there is one, what it means and whom to tell', () => {
    expect(sayLedger({ ...SUM, received: 128, lost: 3 })).toBe(
      'Đã ghi 148 · phường đã nhận 128 · chờ gửi 12 · cần xem lại 5 · mất 3'
    );
    expect(sayLost(3)).toMatch(/^3 mục .*chưa đến phường.* Báo .*phòng Văn hóa - Xã hội/);
  });

  it('[EP4] always adds up, whatever became of the entries, and each is counted where it is', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 60 }), (fates) => {
        const book = new OwnWorkBook();
        const work = workOf(fates);
        book.take(work);
        const open = new Set(work.sent.map(({ entry }) => entry.id));
        const ledger = book.ledger(open, fates.filter((one) => one === 'lost').length);
        const [made, ...parts] = sumUp(ledger).map(({ count }) => count);
        expect(made).toBe(fates.length);
        expect(parts.reduce((sum, count) => sum + count, 0)).toBe(made);
        const received = fates.filter((one) => one === 'applied' || one === 'trimmed').length;
        expect(ledger.received).toBe(received);
      })
    );
  });

  it('an entry whose two values were chosen between is received, no longer to be looked at', () => {
    const book = new OwnWorkBook();
    book.take(workOf(['review', 'unsent']));
    expect(sayLedger(book.ledger(new Set<EntryId>(), 0))).toBe(
      'Đã ghi 2 · phường đã nhận 1 · chờ gửi 1 · cần xem lại 0'
    );
  });
});

describe('words for what the ward keeps aside', () => {
  it.each(Object.entries(REJECTION_WORDS))('%s: what happened, and what to do', (_code, words) => {
    expect(words.split(/[.;] /).length).toBeGreaterThanOrEqual(2);
    expect(words).toMatch(/[Bb]áo|[Mm]ở hộ|[Tt]ìm|[Kk]hông phải làm gì|[Đđ]ăng nhập|lần sau/);
    expect(words).not.toMatch(/lỗi|server|offline|sync|bác|anh\/chị/i);
  });

  it('signed out with everything delivered says that the ward holds it, never that it was accepted', () => {
    expect(saySignedOut(0)).toContain('giữ hộ');
    expect(saySignedOut(0)).not.toContain('đã nhận');
    expect(saySignedOut(7)).toContain('7 mục chưa gửi vẫn nằm nguyên trên máy');
  });
});
