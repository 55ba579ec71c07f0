import { showDecimal } from '$lib/domain/figures/decimal';
import { shortGroupName, showDay } from '../format';
import { MARK_KIND_WORDS, pointsOfMark } from './mark-words';

/** By the code of the act; a test holds it against all that the ward's machine can write. */
export const OFFICE_ACT_WORDS = {
  'campaign-copied': 'Chép đợt thi đua',
  'campaign-saved': 'Sửa đợt thi đua',
  'campaign-used': 'Đưa đợt thi đua vào dùng',
  'draft-deleted': 'Bỏ bản đang soạn',
  'groups-named': 'Ghi tên các tổ dân phố',
  'figure-typed': 'Nhập số',
  'mark-given': 'Ghi cho tổ dân phố',
  'mark-revoked': 'Thu hồi điểm hoặc điều kiện đã ghi',
  'period-closed': 'Chốt kỳ báo cáo',
  'period-amended': 'Điều chỉnh kỳ đã chốt',
  'public-opened': 'Bật trang công khai',
  'public-shut': 'Tắt trang công khai',
  'list-entered': 'Nhập danh sách',
  'list-taken-back': 'Thu hồi danh sách đã nhập',
  'table-exported': 'Xuất bảng số liệu',
  'reader-made': 'Cấp khóa đọc số liệu',
  'reader-revoked': 'Thu khóa đọc số liệu',
  'setting-kept': 'Đặt lại thông tin của phường',
  'words-kept': 'Ghi lời vào báo cáo',
  'paper-made': 'Lập văn bản',
  'group-urged': 'Đôn đốc tổ dân phố',
  'urging-escalated': 'Báo lãnh đạo phường về việc đôn đốc',
  'urge-days-set': 'Đặt lại số ngày chờ sau khi đôn đốc',
  'account-added': 'Tạo tài khoản',
  'account-disabled': 'Khóa tài khoản',
  'account-enabled': 'Mở lại tài khoản',
  'account-assigned': 'Đổi phân công',
  'account-renamed': 'Sửa họ tên',
  'link-given': 'Cấp đường dẫn đăng nhập',
  'award-chosen': 'Quyết định về đề nghị khen thưởng',
  'unit-report-received': 'Ghi nhận báo cáo của đơn vị',
  'unit-reminded': 'Nhắc đơn vị gửi báo cáo'
};

/** What was decided about somebody proposed for an award (AwardChoice). */
export const AWARD_DECISION_WORDS = {
  proposed: 'Đưa vào danh sách',
  dropped: 'Không đề nghị',
  awarded: 'Đã khen thưởng'
};

/** What the office can set anew, by its key in the store. */
const SETTING_WORDS: Readonly<Record<string, string>> = {
  papers: 'phần đầu và người ký văn bản',
  awards: 'điều kiện khen thưởng',
  units: 'các đơn vị gửi báo cáo'
};

/** One act of the office, as the book has it (nhật ký). */
export type WrittenAct = Readonly<{
  act: string;
  about: string;
  detail: string;
  aboutName: string | null;
  groupName: string | null;
}>;

/** What was done; an act of a later version is shown as its code. */
export const sayAct = ({ act }: Pick<WrittenAct, 'act'>): string =>
  (OFFICE_ACT_WORDS as Readonly<Record<string, string>>)[act] ?? act;

/** With what: "10. Bảo hiểm y tế, toàn phường: 36.124/36.899, chốt 31/10/2026, nguồn BHXH cơ sở". */
export function sayDetail(written: WrittenAct): string {
  const { act, about, detail, aboutName, groupName } = written;
  switch (act as keyof typeof OFFICE_ACT_WORDS) {
    case 'campaign-copied':
      return aboutName ?? `năm ${detail.split(' ').at(-1)}`;
    case 'campaign-saved':
    case 'campaign-used':
      return aboutName ?? '';
    case 'figure-typed':
      return sayFigure(written);
    case 'mark-given':
      return sayMark(written);
    case 'period-closed':
      return sayPeriod(detail);
    case 'period-amended':
      return [aboutName, detail].filter(Boolean).join(': ');
    case 'draft-deleted':
    case 'words-kept':
      return aboutName ?? '';
    case 'setting-kept':
      return SETTING_WORDS[about] ?? '';
    case 'group-urged':
    case 'urging-escalated':
      return shortGroupName(aboutName ?? '');
    case 'groups-named':
      return detail.replaceAll('Tổ dân phố ', '');
    case 'urge-days-set':
      return `${detail} ngày`;
    case 'account-added':
    case 'account-disabled':
    case 'account-enabled':
    case 'account-renamed':
    case 'link-given':
      return about;
    case 'account-assigned':
      return [about, shortGroupName(groupName ?? '')].filter(Boolean).join(': ');
    case 'award-chosen':
      return sayAward(written);
    case 'unit-report-received':
      return sayUnitReport(written);
    case 'unit-reminded':
      return aboutName ?? '';
    case 'paper-made':
      return about;
    default:
      return detail || about;
  }
}

function sayFigure({ about, detail, aboutName, groupName }: WrittenAct): string {
  const { amount, of, asOf, source } = partsOf(detail);
  const whom = groupName ? shortGroupName(groupName) : 'toàn phường';
  const number = [amount, of].flatMap((one) => (one ? showDecimal(one) : [])).join('/');
  const name = aboutName ? `${about}. ${aboutName}` : 'Tổng số hộ';
  return `${name}, ${whom}: ${number}${asOf ? `, chốt ${showDay(asOf)}` : ''}${source ? `, nguồn ${source}` : ''}`;
}

function sayMark({ detail, aboutName }: WrittenAct): string {
  const { kind, points, reason } = partsOf(detail);
  const known = Object.keys(MARK_KIND_WORDS).find((one) => one === kind) as
    keyof typeof MARK_KIND_WORDS | undefined;
  const said = known
    ? `${MARK_KIND_WORDS[known]} ${pointsOfMark({ kind: known, points: Number(points) })}`.trim()
    : '';
  return [shortGroupName(aboutName ?? ''), said, reason].filter(Boolean).join(': ');
}

function sayAward({ detail, aboutName }: WrittenAct): string {
  const { decision, reason } = partsOf(detail);
  const word = Object.entries(AWARD_DECISION_WORDS).find(([known]) => known === decision)?.[1];
  return [shortGroupName(aboutName ?? ''), word, reason].filter(Boolean).join(': ');
}

function sayUnitReport({ detail, aboutName }: WrittenAct): string {
  const { receivedOn, note } = partsOf(detail);
  return [aboutName, receivedOn && `nhận ngày ${showDay(receivedOn)}`, note].filter(Boolean).join(', ');
}

function sayPeriod(detail: string): string {
  const { name, asOf } = partsOf(detail);
  return [name, asOf && `số liệu ngày ${showDay(asOf)}`].filter(Boolean).join(', ');
}

/** Written by the ward itself; what cannot be read says nothing. */
function partsOf(detail: string): Readonly<Record<string, string | undefined>> {
  try {
    const read = JSON.parse(detail) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(read).flatMap(([field, value]) => (value === null ? [] : [[field, String(value)]]))
    );
  } catch {
    return {};
  }
}
