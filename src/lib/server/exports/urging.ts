import { dayOf } from '$lib/domain/calendar';
import { columnsOf as of, type TableValue, unmarked, type WardTable } from '$lib/domain/tables/table';
import { UNIT_STATE_WORDS } from '$lib/ui/ward/unit-words';
import { sayReason, sayReasons, sayWays } from '$lib/ui/ward/urging-words';
import { readUnits, readUnitDesk } from '../papers/units';
import { readLastOf } from '../queries/audit';
import type { Services } from '../services';
import { readUrgingDesk, type UrgingDesk } from '../urging/urging-desk';

/** Every group with what it is behind in, the slowest first (các tổ chậm). */
export async function behindTable(services: Services): Promise<WardTable> {
  const desk = await readUrgingDesk(services);
  return {
    title: 'Các tổ chậm',
    about: 'Tổ nào chậm, chậm vì sao, đã nhắc lúc nào, sau đó ra sao; chậm nhất trước.',
    columns: [
      ...of('text', 'Tổ dân phố', 'Chậm vì sao'),
      ...of('count', 'Hộ đã rà soát', 'Tổng số hộ'),
      ...of('day', 'Đôn đốc gần nhất'),
      ...of('text', 'Người gửi', 'Gửi bằng'),
      ...of('day', 'Tổ xem ngày', 'Nhắc lại được từ'),
      ...of('text', 'Sau đó')
    ],
    rows: (desk?.lines ?? []).map(({ group, reasons, figures, urgings: [last], againFrom }): TableValue[] => [
      ...[group.name, sayReasons(reasons, wordsOf(desk!)).join('; ') || null, ...figures.coverage],
      ...[last ? dayOf(last.at) : null, last?.by ?? null, last ? sayWays(last) : null],
      ...[last?.seen ? dayOf(last.seen.at) : null, againFrom],
      last ? sayFollowed(last.followed) : null
    ])
  };
}

/** Every urging and what followed (đôn đốc). */
export async function urgingTable(services: Services): Promise<WardTable> {
  const desk = await readUrgingDesk(services);
  const sent = (desk?.lines ?? []).flatMap(({ group, urgings }) => urgings.map((one) => ({ group, one })));
  return {
    title: 'Các lần đôn đốc',
    about: 'Đã nhắc tổ nào, vì sao, ai đã xem, và sau đó thế nào.',
    columns: [
      ...of('day', 'Ngày gửi'),
      ...of('text', 'Tổ dân phố', 'Người gửi', 'Gửi bằng', 'Vì'),
      ...of('day', 'Đã xem ngày', 'Trình lãnh đạo ngày'),
      ...of('text', 'Đến nay', 'Còn lại')
    ],
    rows: sent
      .sort((a, b) => b.one.number - a.one.number)
      .map(({ group, one }): TableValue[] => [
        ...[dayOf(one.at), group.name, one.by, sayWays(one)],
        sayReasons(one.reasons, { ...wordsOf(desk!), asOf: one.at }).join('; '),
        ...[one.seen && dayOf(one.seen.at), one.escalated && dayOf(one.escalated.at)],
        sayFollowed(one.followed),
        one.followed.flatMap(({ now }) => (now ? sayReason(now, wordsOf(desk!)) : [])).join('; ') || null
      ])
  };
}

/** Each unit that owes the ward a report, a line for every report it handed in (báo cáo của các đơn vị). */
export async function unitsTable(services: Services): Promise<WardTable> {
  const desk = await readUnitDesk(services);
  const reminded = await readLastOf(services.db, 'unit-reminded');
  const lines =
    desk?.lines ?? (await readUnits(services)).map((unit) => ({ unit, reports: [], state: null }));
  return {
    title: 'Báo cáo của các đơn vị',
    about: 'Đơn vị nào đã nộp, nộp ngày nào, có đúng hạn không, nhắc lần cuối ngày nào.',
    columns: [
      ...of('text', 'Đơn vị', 'Tình trạng'),
      ...of('day', 'Hạn: trước ngày', 'Ngày nhận'),
      ...of('text', 'Tệp', 'Ghi chú'),
      ...of('day', 'Nhắc gần nhất')
    ],
    rows: lines.flatMap(({ unit, reports, state }) => {
      const last = desk && reminded.get(`${desk.campaign.id}/${unit.id}`);
      const head = [unit.name, state && unmarked(UNIT_STATE_WORDS[state]), desk?.due.beforeDay ?? null];
      const tail = last ? dayOf(last.at) : null;
      if (reports.length === 0) return [[...head, null, null, null, tail]];
      return reports.map((one) => [
        ...[...head, one.receivedOn, one.file?.name ?? 'bản giấy', one.note || null, tail]
      ]);
    })
  };
}

const wordsOf = ({ campaign: { indicators }, asOf }: UrgingDesk) => ({ indicators, asOf });

function sayFollowed(followed: readonly { now: unknown }[]): string {
  const left = followed.filter(({ now }) => now !== null).length;
  return left === 0 ? 'đã làm xong' : `còn ${left} việc`;
}
