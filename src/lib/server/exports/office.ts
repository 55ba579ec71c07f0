import { dayOf } from '$lib/domain/calendar';
import { columnsOf as of, type TableValue, unmarked, type WardTable } from '$lib/domain/tables/table';
import { EXEMPLAR_KIND_WORDS, NOMINATION_STATE_WORDS } from '$lib/ui/exemplar/exemplar-words';
import { ROLE_WORDS, sayAccountState, sayTerm } from '$lib/ui/ward/account-words';
import { sayAct, sayDetail } from '$lib/ui/ward/office-act-words';
import { readListsDesk } from '../lists/lists-desk';
import { LIST_STATE_WORDS } from '$lib/ui/ward/lists/list-words';
import { readExemplarDesk } from '../exemplars/exemplars-desk';
import { listReaders } from '../accounts/readers';
import { readAudit } from '../office/audit-desk';
import { superviseDevices } from '../groups/device-supervision';
import { readAccounts } from '../queries/account-list';
import { readGroupsByOrder } from '../queries/ward';
import type { Services } from '../services';

/** The phones, and what they still hold (máy). */
export async function devicesTable(services: Services): Promise<WardTable> {
  const { devices } = await superviseDevices(services);
  return {
    title: 'Máy của các tổ',
    about: 'Mỗi máy một dòng: liên lạc lần cuối, đã ghi bao nhiêu mục, các mục ấy nay ở đâu.',
    columns: [
      ...of('text', 'Người dùng', 'Máy'),
      ...of('day', 'Liên lạc lần cuối'),
      ...of('count', 'Đã ghi', 'Đã có hiệu lực', 'Chờ chọn giá trị', 'Chờ mục khác', 'Để riêng'),
      ...of('count', 'Còn giữ, chưa gửi', 'Mất'),
      ...of('text', 'Bản')
    ],
    rows: devices.map((one) => [
      ...[one.name, one.device.slice(0, 4).toUpperCase(), dayOf(one.lastContact)],
      ...[one.entered, one.inEffect, one.review, one.waiting, one.quarantined],
      ...[one.unsent, one.lost, one.app]
    ])
  };
}

/** Who may come in, and for which group (tài khoản). */
export async function accountsTable({ db, now }: Services): Promise<WardTable> {
  const names = new Map((await readGroupsByOrder(db)).map(({ id, name }) => [id as string, name]));
  const accounts = await readAccounts(db, now());
  return {
    title: 'Tài khoản',
    about: 'Ai vào được sổ, phụ trách tổ nào, từ ngày nào.',
    columns: [
      ...of('text', 'Họ và tên', 'Tên đăng nhập', 'Vai trò', 'Phân công', 'Tình trạng'),
      ...of('day', 'Liên lạc lần cuối'),
      ...of('count', 'Số máy')
    ],
    rows: accounts.map((account): TableValue[] => [
      ...[account.name, account.login, ROLE_WORDS[account.role]],
      account.assignments.map((one) => `${names.get(one.group) ?? ''} ${sayTerm(one)}`).join('; ') || null,
      unmarked(sayAccountState(account).word),
      ...[account.lastContact === null ? null : dayOf(account.lastContact), account.devices]
    ])
  };
}

/** What the office did beside entries (nhật ký). */
export async function auditTable(services: Services): Promise<WardTable> {
  const { acts } = await readAudit(services, { account: null, day: null, before: null }, MOST_ACTS);
  return {
    title: 'Nhật ký của phường',
    about: 'Ai làm gì ở bàn làm việc của phường, mới nhất trước.',
    columns: [...of('count', 'Số'), ...of('day', 'Ngày'), ...of('text', 'Người làm', 'Việc', 'Nội dung')],
    rows: acts.map((act) => [act.number, dayOf(act.at), act.name, sayAct(act), sayDetail(act)])
  };
}

/** What groups have nominated as exemplary (điển hình tiên tiến). */
export async function exemplarsTable(services: Services): Promise<WardTable> {
  const { lines } = (await readExemplarDesk(services)) ?? { lines: [] };
  return {
    title: 'Điển hình tiên tiến',
    about: 'Các tổ giới thiệu ai, việc gì, hiệu quả ra sao, phường đã ghi nhận hay phổ biến chưa.',
    columns: [
      ...of('text', 'Việc làm, cách làm', 'Ai làm', 'Loại', 'Hiệu quả', 'Tổ dân phố', 'Tình trạng'),
      ...of('text', 'Người giới thiệu'),
      ...of('day', 'Nhận ngày')
    ],
    rows: lines.map(
      ({ nomination: { title, who, kind, effect }, groupName, state, by, at }): TableValue[] => [
        ...[title, who, EXEMPLAR_KIND_WORDS[kind], effect, groupName],
        ...[unmarked(NOMINATION_STATE_WORDS[state.kind]), by, dayOf(at)]
      ]
    )
  };
}

/** Lists that came in, and what became of each (danh sách đã đưa lên). */
export async function listsTable(services: Services): Promise<WardTable> {
  const { lists } = await readListsDesk(services);
  return {
    title: 'Các danh sách đã đưa lên',
    about: 'Tệp nào, ai đưa lên, bao nhiêu hộ, đã nhập hay đã hoàn tác.',
    columns: [
      ...of('text', 'Tệp'),
      ...of('day', 'Ngày'),
      ...of('text', 'Người đưa lên'),
      ...of('count', 'Số hộ', 'Số người'),
      ...of('text', 'Tình trạng')
    ],
    rows: lists.map(({ file, at, name, result, purpose, state }): TableValue[] => [
      ...[file, dayOf(at), name, result?.households ?? null, result?.people ?? null],
      purpose === 'compare' && state !== 'dropped' ? 'chỉ đối chiếu' : LIST_STATE_WORDS[state]
    ])
  };
}

/** Who may read figures from outside; never a token (nơi đọc số liệu). */
export async function readersTable(services: Services): Promise<WardTable> {
  return {
    title: 'Các nơi được đọc số liệu',
    about: 'Cấp mã cho ai, từ ngày nào, lấy số liệu lần cuối ngày nào, đã thu lại chưa.',
    columns: [...of('text', 'Cấp cho'), ...of('day', 'Từ ngày', 'Lấy số liệu lần cuối', 'Thu lại ngày')],
    rows: (await listReaders(services)).map(({ name, at, usedAt, revokedAt }): TableValue[] => [
      ...[name, dayOf(at), usedAt === null ? null : dayOf(usedAt)],
      revokedAt === null ? null : dayOf(revokedAt)
    ])
  };
}

const MOST_ACTS = 5_000;
