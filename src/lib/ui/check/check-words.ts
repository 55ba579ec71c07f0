import type { Check, CheckState } from '$lib/domain/delivery/check-code';

export const CHECK_NAMES: Readonly<Record<Check, string>> = {
  kept: 'Giữ dữ liệu',
  space: 'Chỗ trống',
  clock: 'Đồng hồ',
  network: 'Liên lạc với phường',
  version: 'Bản ứng dụng',
  offline: 'Mở khi mất mạng'
};

/** What was found, and what to do. */
export const CHECK_WORDS: Readonly<Record<Check, Readonly<Record<CheckState, string>>>> = {
  kept: {
    good: 'Máy đã nhận giữ, không tự xóa sổ.',
    doubt: 'Máy chưa hứa giữ. Cài lên màn hình chính, rồi chạm “Xin giữ dữ liệu”.',
    bad: 'Máy không giữ được dữ liệu.',
    unknown: 'Máy này không cho biết. Nên cài lên màn hình chính và gửi về phường thường xuyên.'
  },
  space: {
    good: 'Còn nhiều chỗ.',
    doubt: 'Sắp hết chỗ. Nên xóa bớt ảnh, video không cần.',
    bad: 'Gần hết chỗ: mục ghi mới có thể không giữ được. Xóa bớt ảnh, video ngay.',
    unknown: 'Máy này không cho biết.'
  },
  clock: {
    good: 'Đúng giờ.',
    doubt: 'Lệch ít.',
    bad: 'Sai giờ: mở Cài đặt của máy, mục Ngày và giờ, bật “Tự động”.',
    unknown: 'Chưa so được với giờ của phường. Kiểm tra lại khi có mạng.'
  },
  network: {
    good: 'Gọi được đến phường.',
    doubt: 'Chưa có mạng. Vẫn ghi được bình thường, máy tự gửi khi có mạng.',
    bad: 'Có mạng nhưng chưa tới được phường. Mạng này có thể đòi đăng nhập; thử mạng khác.',
    unknown: 'Chưa thử được.'
  },
  version: {
    good: 'Đang dùng bản mới.',
    doubt: 'Có bản mới đang chờ. Chạm “Dùng bản mới” ở đầu trang khi rảnh.',
    bad: 'Bản này quá cũ, phường chưa nhận được. Khi có mạng, đóng hẳn rồi mở lại.',
    unknown: 'Chưa rõ.'
  },
  offline: {
    good: 'Sổ mở được cả khi không có mạng.',
    doubt: 'Chưa chắc.',
    bad: 'Chưa mở được khi mất mạng. Giữ máy có mạng, đóng hẳn rồi mở lại một lần.',
    unknown: 'Chưa rõ.'
  }
};

/** Beside every colour a shape and a word. */
export const STATE_MARKS: Readonly<Record<CheckState, { mark: string; word: string }>> = {
  good: { mark: '✓', word: 'tốt' },
  doubt: { mark: '!', word: 'cần để ý' },
  bad: { mark: '!', word: 'cần sửa' },
  unknown: { mark: '?', word: 'chưa rõ' }
};

/** "1,4 GB", "350 MB". */
export const showBytes = (bytes: number): string =>
  bytes >= 2 ** 30
    ? `${(bytes / 2 ** 30).toFixed(1).replace('.', ',')} GB`
    : `${Math.floor(bytes / 2 ** 20)} MB`;
