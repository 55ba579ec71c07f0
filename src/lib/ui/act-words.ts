import type { EntryBody, EntryKind } from '$lib/domain/entry/entry';
import type { LifeEvent } from '$lib/domain/people/life-event';
import type { FieldValue } from '$lib/domain/entry/row';
import type { Question } from '$lib/domain/plan/question';
import { givenName, lowerFirst, showCount, showDay, showNumber } from './format';
import * as labour from './labour-words';
import * as words from './words';

export const FIELD_WORDS: Readonly<Record<string, string>> = {
  head: 'chủ hộ',
  houseNumber: 'số nhà',
  subAlley: 'ngách',
  alley: 'ngõ, tòa nhà',
  street: 'đường, phố',
  addressNote: 'chỉ dẫn',
  walkOrder: 'thứ tự đi',
  phone: 'số điện thoại',
  name: 'họ tên',
  birth: 'ngày sinh',
  sex: 'giới tính',
  relation: 'quan hệ với chủ hộ',
  residence: 'cư trú',
  arrivedOn: 'ngày đến',
  arrivedFrom: 'nơi ở trước',
  wentTo: 'nơi chuyển đến',
  nationalId: 'số định danh',
  insurance: 'BHYT',
  insuranceGroup: 'nhóm BHYT',
  insuranceExpiry: 'hạn thẻ BHYT',
  insuranceSource: 'nguồn xem thẻ',
  activity: 'việc làm',
  inactiveReason: 'lý do không tham gia',
  training: 'đào tạo',
  schooling: 'học vấn',
  jobPosition: 'vị thế việc làm',
  socialInsurance: 'BHXH',
  workedBefore: 'trước đây',
  unemployedFor: 'thất nghiệp đã',
  state: 'gia đình văn hóa',
  bar: 'trường hợp không xét',
  agreed: 'số người đồng ý',
  publishedOn: 'công khai từ',
  publishedAt: 'nơi công khai',
  objection: 'nội dung phản ánh',
  objectionOn: 'ngày phản ánh',
  objectionFound: 'kết quả xem xét',
  proposedOn: 'ngày đề nghị',
  decision: 'quyết định',
  decidedOn: 'ngày quyết định',
  heldOn: 'ngày họp',
  place: 'nơi họp',
  invited: 'số người được mời',
  present: 'số người có mặt',
  outcome: 'rà soát',
  closed: 'thôi theo dõi',
  closedOn: 'từ ngày',
  note: 'ghi chú'
};

const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: words.SEX_WORDS,
  relation: words.RELATION_WORDS,
  residence: words.RESIDENCE_WORDS,
  insurance: words.ANSWER_WORDS,
  insuranceGroup: words.INSURANCE_GROUP_WORDS,
  insuranceSource: words.INSURANCE_SOURCE_WORDS,
  activity: words.ACTIVITY_WORDS,
  inactiveReason: words.INACTIVE_REASON_WORDS,
  training: words.TRAINING_WORDS,
  schooling: labour.SCHOOLING_WORDS,
  jobPosition: labour.JOB_POSITION_WORDS,
  socialInsurance: labour.SOCIAL_INSURANCE_WORDS,
  workedBefore: labour.WORKED_BEFORE_WORDS,
  unemployedFor: labour.UNEMPLOYED_FOR_WORDS,
  state: words.ASSESSMENT_WORDS,
  bar: words.BAR_WORDS,
  outcome: words.VISIT_WORDS,
  closed: words.CLOSING_WORDS
};

const KIND_WORDS: Readonly<Record<EntryKind, string>> = {
  'household.add': 'thêm hộ',
  'household.change': 'sửa hộ',
  'person.add': 'thêm người',
  'person.change': 'sửa người',
  assess: 'gia đình văn hóa',
  visit: 'rà soát',
  close: 'thôi theo dõi',
  reopen: 'theo dõi lại',
  'life-event': 'thay đổi về người',
  resolve: 'chọn giá trị',
  cancel: 'hoàn tác',
  merge: 'gộp làm một',
  unmerge: 'tách ra như cũ',
  move: 'chuyển sang tổ khác',
  meeting: 'họp bình xét',
  'sign-off': 'chốt số liệu',
  review: 'phường thẩm định',
  message: 'phường nhắn',
  'message-seen': 'đã xem lời phường nhắn',
  nomination: 'giới thiệu điển hình',
  'nomination-review': 'phường xét điển hình',
  exemplar: 'phổ biến điển hình'
};

export const EVENT_WORDS: Readonly<Record<LifeEvent, string>> = {
  birth: 'sinh con',
  death: 'có người mất',
  arrival: 'chuyển đến',
  departure: 'chuyển đi',
  split: 'tách hộ',
  join: 'nhập hộ',
  'new-head': 'đổi chủ hộ'
};

/** What a field is called; a question of the plan by its own short text. */
export const nameOfField = (field: string, questions: readonly Question[] = []): string =>
  FIELD_WORDS[field] ?? questionOf(field, questions)?.shortText ?? 'thông tin';

const questionOf = (field: string, questions: readonly Question[]): Question | undefined =>
  questions.find((question) => question.field === field);

/** A value as it is read: "Có", "31/12/2026", "chưa ghi". */
export function showValue(field: string, value: FieldValue, questions: readonly Question[] = []): string {
  if (value === null || value === '') return 'chưa ghi';
  const answer = questionOf(field, questions)?.answer;
  if (answer?.kind === 'number') return `${showNumber(Number(value))} ${answer.unit}`.trim();
  if (answer) {
    const chosen = answer.choices.find(({ code }) => code === value);
    return chosen?.label ?? words.wordOf({ unclear: words.ANSWER_WORDS.unclear }, String(value));
  }
  const known = VALUE_WORDS[field];
  if (known) return words.wordOf(known, String(value));
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'number') return showCount(value);
  return /^\d{4}(-\d\d){1,2}$/.test(value) ? showDay(value) : value;
}

const INSURANCE_PHRASES: Readonly<Record<string, string>> = {
  yes: 'có BHYT',
  no: 'không có BHYT',
  unclear: 'chưa rõ BHYT'
};

/** "Lan có BHYT", "Lan: việc làm, Thất nghiệp": what a tap has recorded of a person. */
export function sayAnswer(
  name: string,
  field: string,
  value: FieldValue,
  questions: readonly Question[] = []
): string {
  const phrase = field === 'insurance' && INSURANCE_PHRASES[String(value)];
  if (phrase) return `${givenName(name)} ${phrase}`;
  return `${givenName(name)}, ${lowerFirst(nameOfField(field, questions))}: ${showValue(field, value, questions)}`;
}

/** What an entry does, in one line: "BHYT: Có · hạn thẻ BHYT: 31/12/2026". */
export function describeAct(kind: string, body: EntryBody, questions: readonly Question[] = []): string {
  const described = describe(kind, body, questions);
  return described.slice(0, 1).toLocaleUpperCase('vi') + described.slice(1);
}

function describe(kind: string, { about, changes }: EntryBody, questions: readonly Question[]): string {
  const known = words.wordOf(KIND_WORDS, kind, 'mục ghi của bản mới hơn');
  if (kind === 'household.add' || kind === 'person.add') {
    const name = changes.find(({ type }) => type === 'person')?.set.name?.value;
    return name ? `${known}: ${name}` : known;
  }
  if (kind === 'life-event' && about && 'event' in about) {
    const { closedOn, name } = changes.find(({ type }) => type === 'person')?.set ?? {};
    const detail = closedOn ? `từ ${showValue('closedOn', closedOn.value)}` : name?.value;
    return [words.wordOf(EVENT_WORDS, about.event, known), detail].filter(Boolean).join(': ');
  }
  if (kind === 'close') {
    const { closed, closedOn } = changes[0]?.set ?? {};
    const since = closedOn ? `, từ ${showValue('closedOn', closedOn.value)}` : '';
    return `${known} (${showValue('closed', closed?.value ?? null)}${since})`;
  }
  if (kind === 'nomination') return `${known}: ${changes[0]?.set.title?.value ?? ''}`;
  if (['reopen', 'sign-off', 'message-seen', 'nomination-review', 'exemplar'].includes(kind)) return known;
  if (kind === 'assess' && changes.length > 1) {
    const state = showValue('state', changes[0]?.set.state?.value ?? null);
    return `${known}: ${showCount(changes.length)} hộ, ${lowerFirst(state)}`;
  }
  if (kind === 'visit') return showValue('outcome', changes[0]?.set.outcome?.value ?? null);
  const said = changes
    .flatMap(({ set }) => Object.entries(set))
    .filter(([field]) => !['undone', 'closed', 'closedOn'].includes(field))
    .map(([field, { value }]) => `${nameOfField(field, questions)}: ${showValue(field, value, questions)}`);
  const detail = said.slice(0, 3).join(' · ');
  if (kind === 'cancel' || kind === 'resolve') return detail ? `${known} (${detail})` : known;
  return detail || known;
}
