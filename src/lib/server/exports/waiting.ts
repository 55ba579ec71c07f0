import { dayOf } from '$lib/domain/calendar';
import type { EntryBody } from '$lib/domain/entry/entry';
import type { FieldValue } from '$lib/domain/entry/row';
import type { Question } from '$lib/domain/plan/question';
import { columnsOf as of, maskedNumber, type TableValue, type WardTable } from '$lib/domain/tables/table';
import { describeAct, nameOfField, showValue } from '$lib/ui/act-words';
import { APART_WORDS } from '$lib/ui/ward/apart-words';
import { LIKENESS_WORDS } from '$lib/ui/ward/likeness-words';
import { sayRemoval } from '$lib/ui/ward/removal-words';
import { REJECTION_GENERAL, wordOf } from '$lib/ui/words';
import { readAllRemovals } from '../changes/changes-desk';
import { openDifferences } from '../deciding/choosing';
import { findDuplicates } from '../deciding/duplicates';
import { readApartEntries } from '../deciding/quarantine';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';
import type { Side } from '../deciding/sides';

/** What was received and has no effect until somebody decides (mục để riêng). */
export async function quarantineTable(services: Services): Promise<WardTable> {
  const { apart, boxes } = await readApartEntries(services);
  return {
    title: 'Mục để riêng',
    about: 'Những mục phường đã nhận mà chưa có hiệu lực, và vì sao.',
    columns: [
      ...of('count', 'Số'),
      ...of('text', 'Nội dung', 'Người', 'Địa chỉ', 'Vì', 'Người ghi'),
      ...of('day', 'Ghi ngày', 'Nhận ngày')
    ],
    rows: [...apart, ...boxes.flatMap(({ entries }) => entries)].map((one): TableValue[] => [
      ...[one.number, one.body ? said(one.kind, one.body) : 'Mục không đọc được', one.subject],
      ...[one.address, wordOf(APART_WORDS, one.reason, REJECTION_GENERAL), one.by],
      ...[dayOf(one.capturedAt), dayOf(one.receivedAt)]
    ])
  };
}

/** What two people wrote differently (hai giá trị). */
export async function differencesTable(services: Services): Promise<WardTable> {
  const questions = (await currentCampaign(services))?.campaign.questions ?? [];
  const dayIn = (at: number | null) => (at === null ? null : dayOf(at));
  return {
    title: 'Hai giá trị',
    about: 'Những chỗ hai người ghi khác nhau, chưa ai chọn.',
    columns: [
      ...of('text', 'Tổ dân phố', 'Người', 'Địa chỉ', 'Thông tin', 'Đang dùng', 'Người ghi'),
      ...of('day', 'Ngày ghi'),
      ...of('text', 'Ghi sau', 'Người ghi sau'),
      ...of('day', 'Ngày ghi sau')
    ],
    rows: (await openDifferences(services)).map((one): TableValue[] => [
      ...[one.group, one.subject || 'Hộ', one.address, nameOfField(one.field, questions)],
      ...[shown(one.field, one.current, questions), one.currentBy, dayIn(one.currentAt)],
      ...[shown(one.field, one.proposed, questions), one.proposedBy, dayIn(one.proposedAt)]
    ])
  };
}

/** Pairs that may be one (có thể trùng). */
export async function duplicatesTable(services: Services): Promise<WardTable> {
  const found = await findDuplicates(services);
  const wordsOf = ({ name, birth, address, groupName }: Side): TableValue[] => [
    name,
    birth,
    address,
    groupName
  ];
  const columns = (which: string) => [
    ...of('text', `${which}: họ tên`),
    ...of('day', `${which}: ngày sinh`),
    ...of('text', `${which}: địa chỉ`, `${which}: tổ dân phố`)
  ];
  return {
    title: 'Có thể trùng',
    about: 'Hai bản ghi có thể là một người hoặc một hộ; chắc nhất trước.',
    columns: [...of('text', 'Người hay hộ', 'Vì'), ...columns('Bản thứ nhất'), ...columns('Bản thứ hai')],
    rows: found.shown.map(({ one, other, because }) => [
      one.type === 'person' ? 'Người' : 'Hộ',
      because.map((likeness) => LIKENESS_WORDS[likeness]).join('; '),
      ...wordsOf(one),
      ...wordsOf(other)
    ])
  };
}

/** Who was taken out of a count, by whom and why (ra khỏi số được tính). */
export async function removalsTable(services: Services): Promise<WardTable> {
  return {
    title: 'Ra khỏi số được tính',
    about: 'Hộ, người được đưa ra khỏi mẫu số: vì sao, từ ngày nào, ai ghi, lúc nào.',
    columns: [
      ...of('text', 'Tổ dân phố', 'Hộ hay người', 'Họ tên'),
      ...of('day', 'Ngày sinh'),
      ...of('text', 'Địa chỉ', 'Vì'),
      ...of('day', 'Từ ngày'),
      ...of('text', 'Người ghi'),
      ...of('day', 'Ngày ghi')
    ],
    rows: (await readAllRemovals(services)).map((one): TableValue[] => [
      ...[one.groupName, one.type === 'household' ? 'hộ' : 'người', one.name],
      ...[one.type === 'person' ? one.birth : null, one.address, sayRemoval(one), one.on],
      ...[one.by || 'có từ danh sách ban đầu', one.at === null ? null : dayOf(one.at)]
    ])
  };
}

/** Why a household is not considered, and what was objected, stay at the desk; numbers of people show their end (domain 4.2). */
const NEVER_OUT: readonly string[] = ['bar', 'objection', 'objectionFound'];

function shown(field: string, value: FieldValue, questions: readonly Question[]): string {
  if (NEVER_OUT.includes(field)) return 'xem trên trang Hai giá trị';
  return maskNumbers(showValue(field, value, questions));
}

const said = (kind: string, body: EntryBody): string =>
  kind === 'assess' ? 'Gia đình văn hóa' : maskNumbers(describeAct(kind, body));

const maskNumbers = (text: string): string => text.replace(/\d{9,}/g, maskedNumber);
