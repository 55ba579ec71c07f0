import type { Day } from '$lib/domain/calendar';
import { showCount, showShortMoment } from './format';

/** What the line of truth is told from: counted receipts, never hopes (PH2). */
export type Truth = Readonly<{
  unsent: number;
  review: number;
  quarantined: number;
  lastContact: number | null;
  state: 'idle' | 'exchanging' | 'waiting' | 'signed-out' | 'too-old';
}>;

type Told = { mark: string; text: string; tone: 'settled' | 'owed' | 'stuck' | 'plain'; href: string };

/** Where the work is, in one line of words. */
export function tellTruth({ unsent, review, quarantined, lastContact, state }: Truth, today: Day): Told {
  const kept = unsent > 0 ? `${showCount(unsent)} mục vẫn giữ trên máy` : 'mọi thứ vẫn giữ nguyên';
  if (state === 'signed-out') {
    return { mark: '!', text: `Cần đăng nhập lại · ${kept}`, tone: 'stuck', href: '/sign-in' };
  }
  if (state === 'too-old') {
    return { mark: '!', text: `Cần bản mới của ứng dụng · ${kept}`, tone: 'stuck', href: '/outbox' };
  }
  if (unsent > 0) {
    const doing = state === 'exchanging' ? 'đang gửi' : 'chưa gửi';
    return { mark: '●', text: `${showCount(unsent)} mục trên máy, ${doing}`, tone: 'owed', href: '/outbox' };
  }
  if (lastContact === null) {
    return { mark: '○', text: 'Chưa liên lạc với phường lần nào', tone: 'plain', href: '/outbox' };
  }
  const at = showShortMoment(lastContact, today);
  const toSee = review + quarantined;
  if (toSee > 0) {
    const text = `Phường đã nhận hết · ${showCount(toSee)} mục cần xem lại`;
    return { mark: '!', text, tone: 'owed', href: '/outbox' };
  }
  return { mark: '✓', text: `Phường đã nhận hết · ${at}`, tone: 'settled', href: '/outbox' };
}
