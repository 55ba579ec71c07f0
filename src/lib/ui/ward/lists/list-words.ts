import type { ColumnCode } from '$lib/domain/lists/columns';
import type { Fact, ItemKind, ListOption } from '$lib/domain/lists/item';
import type { DoubtCode } from '$lib/domain/lists/list';
import type { SetupProblem } from '$lib/domain/lists/setup';
import { FILE_LIMITS, type FileProblem } from '$lib/domain/lists/sheet';
import { nameOfField, showValue } from '../../act-words';
import { lowerFirst, showCount } from '../../format';

/** Why a file was not taken, and what to do; nothing was changed by it. */
export const FILE_PROBLEM_WORDS: Readonly<Record<FileProblem, string>> = {
  empty: 'Tệp này không có dòng nào.',
  'not-a-table':
    'Không thấy bảng danh sách nào có cột họ tên trong tệp này. Xin chọn tệp Excel (.xlsx) hoặc CSV có dòng tiêu đề cột.',
  'old-excel':
    'Đây là tệp Excel kiểu cũ (.xls). Mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi chọn lại tệp mới.',
  locked: 'Tệp này có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.',
  damaged: 'Tệp này bị hỏng hoặc chưa tải xong. Xin lấy lại tệp từ nơi gửi.',
  'too-large': `Tệp này lớn hơn ${FILE_LIMITS.bytes / 1024 / 1024} MB. Xin chia thành vài tệp, hoặc bỏ ảnh trong tệp.`,
  'too-many-parts':
    'Tệp này có quá nhiều phần bên trong so với một bảng thường. Chép danh sách sang một tệp mới rồi chọn lại.',
  'too-packed': 'Bên trong tệp này lớn bất thường. Chép danh sách sang một tệp mới rồi chọn lại.',
  'too-many-rows': `Một trang tính có hơn ${showCount(FILE_LIMITS.rows)} dòng, hoặc có chữ ở dòng rất xa phía dưới. Xin chia nhỏ hoặc xóa các dòng thừa.`,
  'too-wide': `Một trang tính có hơn ${FILE_LIMITS.columns} cột, hoặc có chữ ở cột rất xa bên phải. Xin xóa các cột thừa.`,
  'too-long-text': `Có ô dài hơn ${showCount(FILE_LIMITS.text)} chữ. Xin rút gọn ô đó.`,
  'has-doctype':
    'Tệp này có phần lệnh lạ mà bảng thường không có, nên không mở. Chép danh sách sang một tệp mới rồi chọn lại.',
  'too-slow': 'Tệp này đọc quá lâu nên đã dừng. Xin chia thành vài tệp nhỏ hơn.'
};

export const SETUP_PROBLEM_WORDS: Readonly<Record<SetupProblem, string>> = {
  'no-sheet': 'Chưa chọn trang nào để đọc.',
  'no-name': 'Có trang chưa chọn cột họ tên hoặc cột chủ hộ.',
  'no-group': 'Có trang chưa chọn là của tổ nào, và cũng không có cột tổ dân phố.',
  'column-twice': 'Có hai cột cùng chọn một ý. Mỗi ý chỉ lấy từ một cột.'
};

export const COLUMN_WORDS: Readonly<Record<ColumnCode, string>> = {
  skip: '(bỏ qua)',
  'household-number': 'Số thứ tự hộ, mã hộ',
  group: 'Tổ dân phố',
  head: 'Chủ hộ',
  relation: 'Quan hệ với chủ hộ',
  name: 'Họ và tên',
  birth: 'Ngày sinh, năm sinh',
  'birth-male': 'Năm sinh (cột nam)',
  'birth-female': 'Năm sinh (cột nữ)',
  sex: 'Giới tính',
  male: 'Dấu nam',
  female: 'Dấu nữ',
  'national-id': 'Số định danh, CCCD',
  insurance: 'Số thẻ BHYT',
  phone: 'Điện thoại',
  residence: 'Thường trú, tạm trú',
  address: 'Địa chỉ (cả dòng)',
  'house-number': 'Số nhà',
  'sub-alley': 'Ngách',
  alley: 'Ngõ, xóm, tòa',
  street: 'Đường, phố',
  note: 'Ghi chú'
};

export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  new: 'Hộ mới',
  changed: 'Khác sổ',
  moved: 'Chuyển tổ',
  gone: 'Không có trong danh sách',
  unclear: 'Chưa rõ'
};

export const KIND_ABOUT: Readonly<Record<ItemKind, string>> = {
  new: 'Danh sách có mà sổ chưa có. Bấm Nhập thì thêm vào sổ.',
  changed: 'Cùng một hộ nhưng danh sách ghi khác sổ, hoặc có thêm người.',
  moved: 'Sổ đang ghi hộ này ở tổ khác. Để nguyên, trừ khi chọn chuyển.',
  gone: 'Sổ có mà danh sách không có. Để nguyên trong sổ, trừ khi chọn khác.',
  unclear: 'Có thể là một hộ đã có trong sổ. Xin chọn từng dòng; dòng chưa chọn thì để nguyên.'
};

export function wordOfOption({ code, label }: Pick<ListOption, 'code' | 'label'>, kind: ItemKind): string {
  if (code === 'same-as') return `Chính là hộ ${label}`;
  if (code === 'as-new') return 'Là hộ khác, thêm mới';
  if (code === 'reopen') return 'Theo dõi lại hộ trong sổ';
  if (code === 'keep') return kind === 'new' ? 'Không thêm' : 'Để nguyên như sổ';
  if (code === 'moved-away') return 'Ghi là đã chuyển đi';
  if (code === 'died') return 'Ghi là đã mất';
  return kind === 'new' ? 'Thêm vào sổ' : kind === 'moved' ? 'Chuyển sang tổ này' : 'Lấy theo danh sách';
}

export const DOUBT_WORDS: Readonly<Record<DoubtCode, string>> = {
  'unread-birth': 'không đọc được ngày sinh, bỏ trống',
  'unread-id': 'không phải số định danh 12 số, bỏ trống',
  'old-id': 'là số CMND cũ 9 số, bỏ trống',
  'unread-phone': 'không phải số điện thoại, bỏ trống',
  'several-people': 'ô có nhiều người, đã tách ra',
  'unknown-group': 'không có tổ này, bỏ qua dòng',
  'number-as-name': 'tên có số hoặc ký hiệu lạ, xin xem lại'
};

/** "Trần Thị Bình: ngày sinh 1960 → 01/07/1962". */
export function sayFact(
  { subject, says, field, before, after }: Fact,
  groupName: (id: string) => string
): string {
  const who = subject ? `${subject}: ` : '';
  if (says === 'person-new')
    return `${who}chưa có trong hộ này${after ? ` (sinh ${showValue('birth', after)})` : ''}`;
  if (says === 'person-gone') return `${who}danh sách có hộ này nhưng không có người này`;
  if (says === 'person-elsewhere') return `${who}sổ đang ghi ở hộ ${before}`;
  if (says === 'person-closed')
    return `${who}sổ đã ghi ${lowerFirst(showValue('closed', before))}, không thêm lại`;
  if (says === 'household-closed')
    return `Sổ đã thôi theo dõi hộ này: ${lowerFirst(showValue('closed', before))}`;
  if (says === 'household-elsewhere') return `${groupName(String(before))} → ${groupName(String(after))}`;
  return `${who}${nameOfField(field)} ${shown(field, before)} → ${shown(field, after)}`;
}

/** A number of twelve digits is told by its end. */
const shown = (field: string, value: Fact['before']): string =>
  field === 'nationalId' && typeof value === 'string' ? `…${value.slice(-4)}` : showValue(field, value);

export const LIST_STATE_WORDS = {
  columns: 'đang xem các cột',
  preview: 'đã xem trước, chưa nhập',
  applying: 'đang nhập',
  applied: 'đã nhập',
  undoing: 'đang hoàn tác',
  undone: 'đã hoàn tác',
  dropped: 'đã bỏ'
} as const;

export const COMPARED_WORDS: Readonly<Partial<Record<ItemKind, string>>> = {
  gone: 'Sổ có, danh sách không có',
  new: 'Danh sách có, chưa thấy trong sổ'
};
