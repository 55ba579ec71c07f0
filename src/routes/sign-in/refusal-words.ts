import type { Refusal } from '$lib/state/sign-in.svelte';

const WORDS: Readonly<Record<Refusal['code'], string>> = {
  'wrong-sign-in': 'Tên đăng nhập hoặc mã PIN chưa đúng. Xin gõ lại.',
  'locked-out': 'Mã PIN sai nhiều lần nên tài khoản tạm khóa.',
  'too-many': 'Vừa có quá nhiều lần đăng nhập.',
  'link-used': 'Đường dẫn này đã dùng hoặc đã hết hạn. Xin phòng Văn hóa - Xã hội cấp đường dẫn mới.',
  'no-network':
    'Chưa có mạng nên chưa đăng nhập được. Những gì đã ghi vẫn lưu trên máy; có mạng thì thử lại.',
  'not-kept':
    'Trình duyệt này không cho lưu sổ trên máy. Xin mở bằng cửa sổ thường, không phải cửa sổ ẩn danh.',
  busy: 'Phường đang bận, chưa trả lời được. Xin thử lại sau ít phút.'
};

/** The sentence of a refusal, with the time to wait where there is one. */
export function wordsOf({ code, retryAfter }: Refusal): string {
  if (retryAfter === undefined || code === 'no-network') return WORDS[code];
  return `${WORDS[code]} Xin thử lại sau ${showWait(retryAfter)}.`;
}

function showWait(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} giây`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} phút`;
  return `${Math.ceil(seconds / 3600)} giờ`;
}
