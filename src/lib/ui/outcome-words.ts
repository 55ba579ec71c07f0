import type { FieldProblem } from '$lib/domain/entry/field';
import type { RejectionReason } from '$lib/domain/entry/verdict';

/** What happened, and what to do. */
export const REJECTION_WORDS: Readonly<Record<RejectionReason, string>> = {
  invalid: 'Có một giá trị không ghi được. Mở hộ, xem lại giá trị đó và ghi lại.',
  'outside-right': 'Hộ này không thuộc tổ được giao. Nếu đúng là hộ của tổ, báo phòng Văn hóa - Xã hội.',
  'unknown-target':
    'Phường chưa có hộ hoặc người này. Tìm lại trong danh sách; nếu không có, thêm mới rồi ghi lại.',
  'already-there':
    'Hộ hoặc người này đã có trong sổ của phường. Không phải làm gì; nếu là hộ khác, thêm lại.',
  closed:
    'Hộ hoặc người này đã thôi theo dõi. Phường sẽ xem lại; nếu vẫn ở đây, mở hộ và chọn “Theo dõi lại”.',
  late: 'Hộ này đã chuyển sang tổ khác trước khi mục ghi đến. Không phải làm gì, phường sẽ xem lại.',
  'not-allowed': 'Việc này chỉ phường mới ghi được. Nếu cần, báo phòng Văn hóa - Xã hội.',
  'id-reused': 'Mục này trùng mã với một mục khác. Không phải làm gì, phường sẽ xem lại.',
  'wrong-author':
    'Mục này ghi bằng tài khoản khác. Phường sẽ xem lại; lần sau, mỗi người dùng tài khoản của mình.',
  unreadable: 'Phường không đọc được mục này nhưng vẫn giữ. Mở hộ, xem lại và ghi lại nếu còn thiếu.',
  damaged: 'Mục này bị hỏng trên đường đến phường. Mở hộ, xem lại và ghi lại nếu còn thiếu.',
  internal: 'Phường gặp trục trặc khi xử lý mục này và vẫn giữ. Không phải làm gì, phường sẽ xem lại.',
  held: 'Phường giữ hộ mục này vì lúc gửi máy chưa đăng nhập. Đăng nhập lại; phường sẽ xem rồi nhận.',
  refused: 'Phường đã xem và không nhận mục này. Nếu vẫn đúng, báo phòng Văn hóa - Xã hội rồi ghi lại.'
};
export const REJECTION_GENERAL = 'Phường giữ mục này lại để xem. Không có gì bị mất.';

export const FIELD_PROBLEM_WORDS: Readonly<Record<FieldProblem, string>> = {
  required: 'Cần ghi mục này.',
  'too-long': 'Dài quá, xin ghi ngắn lại.',
  'not-text': 'Có ký tự không ghi được, xin gõ lại.',
  'not-a-date': 'Ghi ngày như 31/12/2026.',
  'not-a-number': 'Chỉ ghi số.',
  'out-of-range': 'Số này ngoài khoảng cho phép.',
  'unknown-code': 'Chọn một trong các câu trả lời.',
  'not-a-phone-number': 'Số điện thoại có 10 chữ số, như 0912 345 678.',
  'not-a-national-id': 'Số định danh có đúng 12 chữ số.',
  'impossible-date': 'Ngày này không thể có.'
};

export const SAVING_WORDS = {
  full: 'Máy đã đầy nên mục này chưa ghi được; chữ đã gõ vẫn còn. Xóa bớt ảnh, video rồi làm lại.',
  storage:
    'Mục này chưa ghi được; chữ đã gõ vẫn còn. Làm lại lần nữa; nếu vẫn vậy, đóng rồi mở lại trang này.'
} as const;

/** Nothing was typed where something was to be taken back: what had been recorded stands. */
export const UNDO_SAVING_WORDS: Readonly<Record<keyof typeof SAVING_WORDS, string>> = {
  full: 'Chưa hoàn tác được: máy đã đầy. Mục đã ghi vẫn nằm nguyên. Xóa bớt ảnh, video rồi làm lại.',
  storage:
    'Chưa hoàn tác được. Mục đã ghi vẫn nằm nguyên. Làm lại lần nữa; nếu vẫn vậy, đóng rồi mở lại trang này.'
};
