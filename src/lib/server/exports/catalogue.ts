import { hash } from 'node:crypto';
import { dayOf } from '$lib/domain/calendar';
import type { GroupId } from '$lib/domain/ids';
import { csvOf } from '$lib/domain/tables/csv';
import { linesOf, masked, type WardTable } from '$lib/domain/tables/table';
import { doAtDesk } from '../office/audit';
import { bookOf, unlessChanged } from '../book-memory';
import { yieldTurn } from '../turns';
import { readGroupsByOrder } from '../queries/ward';
import { figures } from '../ranking/ranking';
import type { Services } from '../services';
import { journalTable, overviewTable, planTable, rankingTable, typedTable } from './figures';
import { assessedTable, lackingTable } from './group';
import { accountsTable, auditTable, devicesTable, exemplarsTable, listsTable, readersTable } from './office';
import { householdsTable, peopleTable } from './people';
import { calendarTable, campaignsTable, doubtsTable, marksTable, pointsTable } from './plan';
import { behindTable, unitsTable, urgingTable } from './urging';
import { differencesTable, duplicatesTable, quarantineTable, removalsTable } from './waiting';
import { makeWorkbook } from './workbook';
import { cultureTable, periodsTable, signedTable } from './year';

type Group = { id: GroupId; name: string };
type Entry = Readonly<{
  title: string;
  isPersonal: boolean;
  make: (services: Services, groups: Group[]) => Promise<WardTable>;
}>;

/** Every table that leaves the desk as a file; the page and the file are made of the same rows. */
const TABLES = {
  overview: { title: 'Các tổ theo chỉ tiêu', isPersonal: false, make: overviewTable },
  plan: { title: 'Chỉ tiêu toàn phường', isPersonal: false, make: planTable },
  ranking: { title: 'Xếp hạng', isPersonal: false, make: rankingTable },
  points: { title: 'Điểm từng mục', isPersonal: false, make: pointsTable },
  marks: { title: 'Điểm thưởng, điểm trừ', isPersonal: false, make: marksTable },
  figures: { title: 'Số nhập tay', isPersonal: false, make: typedTable },
  journal: { title: 'Mẫu số thay đổi', isPersonal: false, make: journalTable },
  doubts: { title: 'Dấu hiệu nên xem lại', isPersonal: false, make: doubtsTable },
  periods: { title: 'Kỳ báo cáo', isPersonal: false, make: periodsTable },
  signed: { title: 'Số lúc chốt và số bây giờ', isPersonal: false, make: signedTable },
  calendar: { title: 'Lịch của kế hoạch', isPersonal: false, make: calendarTable },
  campaigns: { title: 'Các đợt thi đua', isPersonal: false, make: campaignsTable },
  culture: { title: 'Bình xét gia đình văn hóa', isPersonal: false, make: cultureTable },
  behind: { title: 'Các tổ chậm', isPersonal: false, make: behindTable },
  urging: { title: 'Các lần đôn đốc', isPersonal: false, make: urgingTable },
  units: { title: 'Báo cáo của các đơn vị', isPersonal: false, make: unitsTable },
  households: { title: 'Danh sách hộ', isPersonal: true, make: householdsTable },
  people: { title: 'Danh sách nhân khẩu', isPersonal: true, make: peopleTable },
  lacking: { title: 'Còn thiếu, chưa rõ', isPersonal: true, make: lackingTable },
  assessed: { title: 'Bình xét từng hộ', isPersonal: true, make: assessedTable },
  exemplars: { title: 'Điển hình tiên tiến', isPersonal: true, make: exemplarsTable },
  removed: { title: 'Ra khỏi số được tính', isPersonal: true, make: removalsTable },
  quarantine: { title: 'Mục để riêng', isPersonal: true, make: quarantineTable },
  differences: { title: 'Hai giá trị', isPersonal: true, make: differencesTable },
  duplicates: { title: 'Có thể trùng', isPersonal: true, make: duplicatesTable },
  accounts: { title: 'Tài khoản', isPersonal: true, make: accountsTable },
  devices: { title: 'Máy của các tổ', isPersonal: true, make: devicesTable },
  lists: { title: 'Các danh sách đã đưa lên', isPersonal: true, make: listsTable },
  readers: { title: 'Các nơi được đọc số liệu', isPersonal: true, make: readersTable },
  audit: { title: 'Nhật ký của phường', isPersonal: true, make: auditTable }
} as const satisfies Record<string, Entry>;
export type TableCode = keyof typeof TABLES;

export const tableCodeFrom = (asked: string): TableCode | undefined =>
  Object.hasOwn(TABLES, asked) ? (asked as TableCode) : undefined;

/** What may be chosen: names of people are for officers, who answer for them. */
export const listTables = (isOfficer: boolean) =>
  (Object.entries(TABLES) as [TableCode, Entry][])
    .filter(([, { isPersonal }]) => isOfficer || !isPersonal)
    .map(([code, { title, isPersonal }]) => ({ code, title, isPersonal, isByGroup: isByGroup(code) }));

/** The first rows of a table as the page shows them, with the count of all and the sum that a file of the same rows bears. */
export async function readTable(services: Services, code: TableCode, group: string | null, most = Infinity) {
  const look = async (groups: Group[]) => {
    const { rows, ...table } = masked(await makePart(services, code, groups));
    return { ...table, rows: rows.slice(0, most), count: rows.length, sum: sumOfRows({ ...table, rows }) };
  };
  if (isByGroup(code)) await figures(services);
  const parts = [];
  for (const groups of await partsOf(services, code, group)) {
    const [one] = groups;
    const name = `table ${code} ${one?.id} ${most}`;
    parts.push(
      await (isByGroup(code) && one
        ? unlessChanged(services, name, bookOf(services, one.id), () => look(groups))
        : look(groups))
    );
  }
  return {
    ...parts[0]!,
    rows: parts.flatMap(({ rows }) => rows).slice(0, most),
    count: parts.reduce((all, { count }) => all + count, 0),
    sum: sumOfParts(parts.map(({ sum }) => sum))
  };
}

export type Export = Readonly<{
  code: TableCode;
  group: string | null;
  format: 'xlsx' | 'csv';
  isFull: boolean;
  reason: string;
}>;

/** The table as a file; who took it, how many rows and why stands in the file and in the book of the office. */
export async function exportTable(
  services: Services,
  { account, name }: { account: string; name: string },
  { code, group, format, isFull, reason }: Export
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const parts: WardTable[] = [];
  for (const groups of await partsOf(services, code, group)) {
    const whole = await makePart(services, code, groups);
    parts.push(isFull ? whole : masked(whole));
  }
  const table = { ...parts[0]!, rows: parts.flatMap(({ rows }) => rows) };
  const day = dayOf(services.now());
  const sum = sumOfParts(parts.map(sumOfRows));
  const above = [
    `${table.title.toLocaleUpperCase('vi')}${group ? ` · ${await nameOf(services, group)}` : ''}`,
    `Phường An Hải, thành phố Hải Phòng · Xuất ngày ${day.split('-').reverse().join('/')} · ${name}`,
    `Số dòng: ${table.rows.length} · Mã kiểm: ${sum}${isFull ? ` · Đủ số định danh, lý do: ${reason}` : ''}`
  ];
  const detail = `${table.title}, ${table.rows.length} dòng, mã kiểm ${sum}${isFull ? `, đủ số, lý do: ${reason}` : ''}`;
  await doAtDesk(services, { account, act: 'table-exported', about: code, detail }, async () => undefined);
  // Opened in a spreadsheet a CSV loses the zero before a number of a person or a phone: whole numbers leave as typed cells.
  const kind = isFull ? 'xlsx' : format;
  const bytes =
    kind === 'csv'
      ? new TextEncoder().encode(csvOf(above, table))
      : await makeWorkbook({ sheet: TABLES[code].title, above, table });
  return { name: `thi-dua ${code} ${day}.${kind}`, bytes };
}

const BY_GROUP: readonly TableCode[] = ['households', 'people', 'lacking', 'assessed'];
const isByGroup = (code: TableCode): boolean => BY_GROUP.includes(code);

/** A table of people is made group by group, so that only what has changed is read again. */
async function partsOf({ db }: Services, code: TableCode, group: string | null): Promise<Group[][]> {
  const all = (await readGroupsByOrder(db)) as Group[];
  const groups = group === null ? all : all.filter(({ id }) => id === group);
  return isByGroup(code) && groups.length > 0 ? groups.map((one) => [one]) : [groups];
}

/** Between two groups phones have their turn. */
async function makePart(services: Services, code: TableCode, groups: Group[]): Promise<WardTable> {
  if (isByGroup(code)) await yieldTurn();
  return TABLES[code].make(services, groups);
}

const nameOf = async ({ db }: Services, group: string): Promise<string> =>
  (await readGroupsByOrder(db)).find(({ id }) => id === group)?.name ?? '';

const sumOfRows = (table: WardTable): string => hash('sha256', linesOf(table), 'hex');

/** "7F3A-02C1": the same rows give the same eight letters. */
function sumOfParts(parts: readonly string[]): string {
  const sum = hash('sha256', parts.join(' '), 'hex').slice(0, 8).toUpperCase();
  return `${sum.slice(0, 4)}-${sum.slice(4)}`;
}
