import { dayOf } from '$lib/domain/calendar';
import { columnsOf as of, type TableValue, type WardTable } from '$lib/domain/tables/table';
import { ROLE_WORDS, sayAccountState, sayTerm } from '$lib/ui/ward/account-words';
import { sayAct, sayDetail } from '$lib/ui/ward/office-act-words';
import { sayReasons, sayWays } from '$lib/ui/ward/urging-words';
import { readAudit } from '../audit-desk';
import { superviseDevices } from '../device-supervision';
import { readAccounts } from '../queries/account-list';
import { readGroupsByOrder } from '../queries/ward';
import type { Services } from '../services';
import { readUrgingDesk } from '../urging-desk';

/** The phones, and what they still hold (máy). */
export async function devicesTable(services: Services): Promise<WardTable> {
  const { devices } = await superviseDevices(services);
  return {
    title: 'Máy của các tổ',
    about: 'Mỗi máy một dòng: liên lạc lần cuối, số mục còn giữ.',
    columns: [
      ...of('text', 'Người dùng'),
      ...of('day', 'Liên lạc lần cuối'),
      ...of('count', 'Còn giữ, chưa gửi'),
      ...of('text', 'Bản')
    ],
    rows: devices.map(({ name, lastContact, unsent, app }) => [name, dayOf(lastContact), unsent, app])
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
      sayAccountState(account).word.replace(/^[^\p{L}]+/u, ''),
      ...[account.lastContact === null ? null : dayOf(account.lastContact), account.devices]
    ])
  };
}

/** Every urging and what followed (đôn đốc). */
export async function urgingTable(services: Services): Promise<WardTable> {
  const desk = await readUrgingDesk(services);
  const sent = (desk?.lines ?? []).flatMap(({ group, urgings }) => urgings.map((one) => ({ group, one })));
  const words = { indicators: desk?.campaign.indicators ?? [], asOf: desk?.asOf ?? 0 };
  return {
    title: 'Các lần đôn đốc',
    about: 'Đã nhắc tổ nào, vì sao, ai đã xem, và sau đó thế nào.',
    columns: [
      ...of('day', 'Ngày gửi'),
      ...of('text', 'Tổ dân phố', 'Người gửi', 'Gửi bằng', 'Vì'),
      ...of('day', 'Đã xem ngày', 'Trình lãnh đạo ngày'),
      ...of('text', 'Đến nay')
    ],
    rows: sent
      .sort((a, b) => b.one.number - a.one.number)
      .map(({ group, one }): TableValue[] => [
        ...[dayOf(one.at), group.name, one.by, sayWays(one)],
        sayReasons(one.reasons, { ...words, asOf: one.at }).join('; '),
        ...[one.seen && dayOf(one.seen.at), one.escalated && dayOf(one.escalated.at)],
        one.isDone ? 'đã làm xong' : `còn ${one.followed.filter(({ now }) => now !== null).length} việc`
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

const MOST_ACTS = 5_000;
