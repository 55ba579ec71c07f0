import type { RejectionReason } from '$lib/domain/entry/verdict';

/** Why an entry is kept apart, said to the officer who has to decide about it. */
export const APART_WORDS: Readonly<Record<RejectionReason, string>> = {
  invalid: 'Có một giá trị không ghi được.',
  'outside-right': 'Hộ không thuộc tổ được giao cho người ghi.',
  'unknown-target': 'Phường chưa có hộ hoặc người này.',
  'already-there': 'Hộ hoặc người này đã có trong sổ.',
  closed: 'Hộ hoặc người này đã thôi theo dõi.',
  late: 'Hộ đã chuyển sang tổ khác khi mục này đang trên đường gửi.',
  'not-allowed': 'Người ghi không có quyền làm việc này.',
  'id-reused': 'Trùng mã với một mục khác, nội dung lại khác. Chỉ giữ để đối chiếu.',
  'wrong-author': 'Mục mang tên một tài khoản khác với tài khoản đã gửi.',
  held: 'Gửi khi chưa đăng nhập, hoặc tài khoản đã bị khóa.',
  refused: 'Đã xem và không nhận.',
  unreadable: 'Không đọc được nội dung.',
  damaged: 'Nội dung bị hỏng trên đường đến; nhờ người ghi xem lại và ghi lại',
  internal: 'Phường gặp trục trặc khi xử lý. Có thể nhận lại.'
};

type Decided = { accepted: number; refused: number; left: readonly string[] };

/** What a decision came to, in a sentence. */
export function sayDecision({ accepted, refused, left }: Decided): string {
  if (refused > 0) return `Đã ghi là không nhận ${refused} mục. Các mục vẫn được giữ.`;
  if (accepted === 0 && left.length === 0) return 'Không còn mục nào cần xem ở đây: đã có người xem trước.';
  const taken = accepted > 0 ? `Đã nhận ${accepted} mục.` : '';
  if (left.length === 0) return taken;
  const reasons = [...new Set(left)].map((code) => APART_WORDS[code as RejectionReason] ?? 'Chưa nhận được.');
  return `${taken} ${left.length} mục chưa nhận được: ${reasons.join(' ')}`.trim();
}
