import type { AssessmentState } from '$lib/domain/people/assessment';
import type { FieldProblem } from '$lib/domain/entry/field';
import type { ClosingReason } from '$lib/domain/people/household';
import type {
  Activity,
  Answer,
  InactiveReason,
  InsuranceSource,
  Relation,
  Residence,
  Sex,
  Training
} from '$lib/domain/people/person';
import type { Class } from '$lib/domain/figures/tally';
import type { RejectionReason } from '$lib/domain/entry/verdict';
import type { VisitOutcome } from '$lib/domain/people/visit';

/** The words of a code; a code of a newer version has the general sentence (EN4). */
export const wordOf = <Code extends string>(
  words: Readonly<Record<Code, string>>,
  code: string | null | undefined,
  general = 'giá trị của bản mới hơn'
): string => (code && Object.hasOwn(words, code) ? words[code as Code] : general);

/** A list of codes and words for a choice, in the order given. */
export const optionsOf = <Code extends string>(
  words: Readonly<Record<Code, string>>,
  codes: readonly Code[]
): { value: Code; word: string }[] => codes.map((value) => ({ value, word: words[value] }));

export const STAGE_WORDS = {
  'on-phone': 'trên máy',
  received: 'phường đã nhận',
  approved: 'đã duyệt'
} as const;

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

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: 'Có', no: 'Không', unclear: 'Chưa rõ' };

export const INSURANCE_GROUP_WORDS: Readonly<Record<string, string>> = {
  1: '1 · đi làm đóng',
  2: '2 · bảo hiểm xã hội đóng (hưu trí…)',
  3: '3 · nhà nước đóng',
  4: '4 · nhà nước hỗ trợ (học sinh…)',
  5: '5 · theo hộ gia đình'
};

export const INSURANCE_SOURCE_WORDS: Readonly<Record<InsuranceSource, string>> = {
  app: 'Xem VssID, VNeID',
  paper: 'Xem thẻ giấy',
  said: 'Nghe kể lại',
  list: 'Danh sách BHXH'
};

export const ACTIVITY_WORDS: Readonly<Record<Activity, string>> = {
  employed: 'Có việc',
  unemployed: 'Thất nghiệp',
  inactive: 'Không tham gia',
  unclear: 'Chưa rõ'
};

export const INACTIVE_REASON_WORDS: Readonly<Record<InactiveReason, string>> = {
  study: 'Đi học',
  retired: 'Hưu trí',
  housework: 'Nội trợ',
  unable: 'Không còn khả năng lao động',
  military: 'Nghĩa vụ quân sự',
  other: 'Lý do khác'
};

export const TRAINING_WORDS: Readonly<Record<Training, string>> = {
  none: 'Chưa qua đào tạo',
  'skilled-no-certificate': 'Có nghề, không có bằng',
  'certificate-under-3-months': 'Chứng chỉ dưới 3 tháng',
  elementary: 'Sơ cấp',
  intermediate: 'Trung cấp',
  college: 'Cao đẳng',
  university: 'Đại học',
  postgraduate: 'Trên đại học',
  unclear: 'Chưa rõ'
};

export const SEX_WORDS: Readonly<Record<Sex, string>> = { male: 'nam', female: 'nữ' };

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  head: 'chủ hộ',
  spouse: 'vợ hoặc chồng',
  child: 'con',
  parent: 'bố hoặc mẹ',
  sibling: 'anh, chị, em',
  grandchild: 'cháu',
  other: 'người khác'
};

export const RESIDENCE_WORDS: Readonly<Record<Residence, string>> = {
  permanent: 'thường trú',
  'permanent-away': 'thường trú, đi vắng',
  temporary: 'tạm trú',
  new: 'mới đến'
};

export const ASSESSMENT_WORDS: Readonly<Record<AssessmentState, string>> = {
  expected: 'Dự kiến đạt',
  'not-expected': 'Dự kiến không đạt',
  barred: 'Thuộc diện không xét',
  'too-new': 'Chưa đủ thời gian cư trú',
  published: 'Đã công khai',
  objected: 'Có ý kiến phản ánh',
  proposed: 'Đã đề nghị',
  recognised: 'Được công nhận'
};

export const BAR_WORDS: Readonly<Record<string, string>> = {
  prosecuted: 'a · truy cứu trách nhiệm hình sự',
  'military-or-tax': 'b · nghĩa vụ quân sự, thuế',
  'child-marriage': 'c1 · tảo hôn',
  'marriage-law': 'c2 · hôn nhân một vợ, một chồng',
  'public-order': 'c3 · trật tự công cộng',
  gambling: 'c4 · đánh bạc',
  'social-evils': 'c5 · tệ nạn xã hội',
  'fire-safety': 'c6 · phòng cháy, chữa cháy',
  'domestic-violence': 'c7 · bạo lực gia đình'
};

export const VISIT_WORDS: Readonly<Record<VisitOutcome, string>> = {
  unchanged: 'không thay đổi',
  reviewed: 'rà soát xong',
  absent: 'vắng nhà'
};

export const CLOSING_WORDS: Readonly<Record<ClosingReason, string>> = {
  'moved-away': 'đã chuyển đi',
  died: 'đã mất',
  'other-household': 'đã sang hộ khác',
  duplicate: 'ghi trùng',
  'entered-by-mistake': 'ghi nhầm'
};

export const CLASS_WORDS: Readonly<Record<Class, string>> = {
  counted: 'đủ',
  missing: 'thiếu',
  unknown: 'chưa rõ',
  outside: 'không tính'
};

/** Beside every colour a shape. */
export const CLASS_MARKS: Readonly<Record<Class, string>> = {
  counted: '✓',
  missing: '!',
  unknown: '?',
  outside: '–'
};
