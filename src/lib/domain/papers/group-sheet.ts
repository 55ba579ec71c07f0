import type { Day } from '../calendar';
import { judgeTarget } from '../figures/target';
import { NO_TALLY } from '../figures/tally';
import { rankOfficially } from '../figures/ranking';
import type { GroupId } from '../ids';
import { groupNameIn, writtenCell, writtenPoints } from './group-tables';
import { column, type Paper, type PaperTable } from './paper';
import { writtenLack, writtenTarget } from './plan-words';
import { type PaperSettings, shortCommittee } from './settings';
import type { Snapshot } from './snapshot';
import { NOT_ARISING, writtenDayInWords, writtenPart } from './written';

/** One group's figures on one sheet (phiếu tổng hợp tổ dân phố): signed by hand, without a number, since no group keeps a register. */
export function groupSheet(snapshot: Snapshot, group: GroupId, settings: PaperSettings, on: Day): Paper {
  const name = groupNameIn(snapshot, group);
  return {
    file: 'phieu-to-dan-pho',
    issuer: groupIssuer(settings, name),
    ...{ symbol: null, place: settings.place, on, title: 'PHIẾU TỔNG HỢP KẾT QUẢ' },
    about: `Thực hiện các chỉ tiêu thi đua năm ${snapshot.campaign.year}`,
    to: [],
    blocks: [
      { kind: 'text', text: placeSentence(snapshot, group) },
      { kind: 'table', table: sheetTable(snapshot, group) },
      { kind: 'text', text: 'Lý do các chỉ tiêu chưa đạt, kiến nghị của tổ dân phố:' },
      { kind: 'text', text: DOTS },
      { kind: 'text', text: DOTS }
    ],
    signatures: groupSignatures(),
    recipients: [],
    annexes: [],
    isDraft: snapshot.closedAt === null
  };
}

/** A line to be written on by hand. */
export const DOTS = '.'.repeat(110);

/** "UBND PHƯỜNG AN HẢI / TỔ DÂN PHỐ …": a group is no organ of the State (domain 3.3). */
export const groupIssuer = (settings: PaperSettings, name: string) => ({
  above: shortCommittee(settings).toLocaleUpperCase('vi'),
  name: [name.toLocaleUpperCase('vi')],
  called: name
});

/** Tổ trưởng on the right, the head of the Front's committee on the left. */
export const groupSignatures = () => [
  { office: ['TỔ TRƯỞNG'], name: '' },
  { office: ['TRƯỞNG BAN', 'CÔNG TÁC MẶT TRẬN'], name: '' }
];

function placeSentence({ campaign, groups, period }: Snapshot, group: GroupId): string {
  const standing = rankOfficially(campaign, groups).find((one) => one.group === group);
  const coverage = standing?.figures.coverage ?? [0, 0];
  return (
    `Số liệu tính đến ${writtenDayInWords(period.asOf)}. Số hộ đã rà soát: ${writtenPart(...coverage)}. ` +
    `Điểm thi đua: ${writtenPoints(standing, campaign.scale.digits)}; xếp hạng: ${standing?.rank ?? 'chưa xếp do rà soát chưa đủ'}.`
  );
}

function sheetTable({ campaign, groups }: Snapshot, group: GroupId): PaperTable {
  const figures = groups.find((one) => one.group === group);
  const counted = campaign.indicators.filter(({ rule }) => rule !== null);
  return {
    caption: 'Kết quả các chỉ tiêu',
    columns: [
      ...[column('TT', 12), column('Chỉ tiêu', 57, 'left'), column('Kế hoạch', 21)],
      ...[column('Kết quả', 41), column('Đánh giá', 34)]
    ],
    rows: figures
      ? counted.map((indicator) => {
          const tally = figures.tallies[indicator.rule ?? ''] ?? NO_TALLY;
          const judged = judgeTarget(indicator, tally);
          return {
            cells: [
              ...[`(${indicator.code})`, indicator.shortName, writtenTarget(indicator, groups.length)],
              ...[
                writtenCell(indicator, figures),
                writtenJudged(judged, (lacking) => writtenLack(indicator, tally, lacking))
              ]
            ]
          };
        })
      : [],
    none: 'Chưa có số liệu.'
  };
}

function writtenJudged(judged: ReturnType<typeof judgeTarget>, lack: (lacking: number) => string): string {
  if (judged === 'not-arising') return NOT_ARISING;
  if (judged === 'not-judged') return 'Theo dõi';
  return judged.reached ? 'Đạt' : lack(judged.lacking);
}
