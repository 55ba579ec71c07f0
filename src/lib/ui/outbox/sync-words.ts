import { showCount } from '../format';

/** When the ward could not be reached: nothing is lost, and nothing needs to be done. */
export const WAITING_SENTENCE =
  'Chưa liên lạc được với phường. Mất mạng thì mọi thứ vẫn lưu trên máy và sẽ tự gửi khi có mạng.';

/** Signed out, work goes on; what was delivered meanwhile the ward holds (SV6). */
export const saySignedOut = (unsent: number): string =>
  unsent === 0
    ? 'Cần đăng nhập lại. Các mục đã ghi phường đang giữ hộ, chờ xem. Cứ ghi tiếp được, mọi thứ vẫn lưu trên máy.'
    : `Cần đăng nhập lại. ${showCount(unsent)} mục chưa gửi vẫn nằm nguyên trên máy. Cứ ghi tiếp được.`;

export const TOO_OLD_SENTENCE =
  'Ứng dụng trên máy đã cũ nên phường chưa nhận được. Mở lại khi có mạng để dùng bản mới; các mục chưa gửi vẫn giữ nguyên, và có thể làm bản sao dự phòng ở cuối trang.';
