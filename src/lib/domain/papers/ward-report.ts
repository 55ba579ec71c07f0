import type { Day } from '../calendar';
import type { PlanRow } from '../figures/plan-rows';
import { addFigures } from '../figures/tally';
import { isProvisional, rankOfficially } from '../figures/ranking';
import { countsOf } from './award-papers';
import { type AwardLine, awardTable } from './award-table';
import { clause, point, section, text } from './blocks';
import { citedExemplars, type ExemplarCited } from './cited-exemplars';
import { groupNameIn, groupTables } from './group-tables';
import { judgementBlocks, type JudgementCode, type Judgements } from './judgements';
import type { Annex, Block, Paper } from './paper';
import { isOpen } from './plan-words';
import { planTable, resultTable, rowsOfPlan } from './plan-tables';
import { type PaperSettings, shortCommittee, wardIssuer, wardSignature } from './settings';
import type { Snapshot } from './snapshot';
import { ended, LETTERS, writtenCount, writtenDayInWords, writtenPart } from './written';

/** What the ward's report is made of besides its figures. */
export type ReportWords = Readonly<{
  settings: PaperSettings;
  judgements: Judgements;
  awards: readonly AwardLine[];
  /** What the ward has spread this year. */
  exemplars: readonly ExemplarCited[];
  on: Day;
}>;

/** The ward's report to the city (báo cáo kết quả đợt thi đua) with its three annexes, in the outline of domain 3.4. */
export function wardReport(snapshot: Snapshot, words: ReportWords): Paper {
  const { settings, on } = words;
  return {
    file: 'bao-cao-phuong',
    issuer: wardIssuer(settings),
    symbol: 'BC-UBND',
    ...{ place: settings.place, on, title: 'BÁO CÁO' },
    about: `Kết quả tổ chức thực hiện ${withoutCapital(snapshot.campaign.title)}`,
    to: settings.reportTo,
    blocks: bodyOf(snapshot, words),
    signatures: [wardSignature(settings)],
    recipients: ['Như trên', ...settings.recipients],
    annexes: annexesOf(snapshot, words.awards),
    isDraft: snapshot.closedAt === null
  };
}

function bodyOf(snapshot: Snapshot, { settings, judgements, awards, exemplars }: ReportWords): Block[] {
  const { campaign } = snapshot;
  const place = (code: JudgementCode) => judgementBlocks(code, judgements);
  const [basis] = campaign.legalBases;
  return [
    text(
      `Thực hiện ${[basis, settings.wardPlan].filter(Boolean).join('; ')}, ${shortCommittee(settings)} báo cáo kết quả thực hiện ` +
        `tính đến ${writtenDayInWords(snapshot.period.asOf)} như sau:`
    ),
    section('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN'),
    ...[clause('1. Ban hành văn bản, phát động, ký giao ước thi đua'), ...place('lead-papers')],
    ...[clause('2. Công tác tuyên truyền'), ...place('lead-publicity')],
    ...[clause('3. Công tác kiểm tra, hướng dẫn, đôn đốc'), ...place('lead-checks')],
    section('II. KẾT QUẢ THỰC HIỆN'),
    clause('1. Kết quả thực hiện các chỉ tiêu thi đua'),
    ...summary(snapshot),
    { kind: 'table', table: resultTable(snapshot) },
    text('(Số liệu chi tiết tại Phụ lục I và Phụ lục II kèm theo)'),
    ...place('result-remark'),
    clause('2. Kết quả thực hiện các phong trào thi đua khác do Trung ương, thành phố và phường phát động'),
    ...[
      point('a', 'Phát triển kết cấu hạ tầng; thực hiện tiết kiệm, chống lãng phí'),
      ...place('movement-savings')
    ],
    ...[point('b', '“Vì người nghèo - không để ai bị bỏ lại phía sau”'), ...place('movement-poor')],
    ...[
      point('c', '“Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở”'),
      ...place('movement-office')
    ],
    ...[point('d', 'Xây dựng xã hội học tập, đẩy mạnh học tập suốt đời'), ...place('movement-learning')],
    ...[point('đ', 'Đổi mới, sáng tạo và chuyển đổi số; “Bình dân học vụ số”'), ...place('movement-digital')],
    clause('3. Công tác phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến'),
    ...place('models'),
    ...citedExemplars(exemplars),
    clause('4. Công tác khen thưởng'),
    ...place('awards'),
    text(
      awards.length === 0
        ? 'Không có tập thể, hộ gia đình, cá nhân được đề nghị khen thưởng.'
        : `Đề nghị khen thưởng ${countsOf(awards)} (danh sách tại Phụ lục III kèm theo).`
    ),
    section('III. ĐÁNH GIÁ CHUNG'),
    ...[clause('1. Ưu điểm'), ...place('strengths')],
    ...[clause('2. Tồn tại, hạn chế'), ...place('weaknesses')],
    ...[clause('3. Nguyên nhân'), ...place('causes')],
    ...[clause('4. Bài học kinh nghiệm'), ...place('lessons')],
    ...[section('IV. PHƯƠNG HƯỚNG, NHIỆM VỤ'), ...place('next')],
    ...[section('V. KIẾN NGHỊ, ĐỀ XUẤT'), ...place('proposals')],
    text(
      ended(
        `Trên đây là báo cáo kết quả tổ chức thực hiện đợt thi đua năm ${campaign.year}, ${shortCommittee(settings)} trân trọng báo cáo`
      )
    )
  ];
}

/** What can be said by counting alone. */
function summary(snapshot: Snapshot): Block[] {
  const { groups, campaign } = snapshot;
  const rows = rowsOfPlan(snapshot);
  const withMeaning = (...meanings: PlanRow['meaning'][]) =>
    rows.filter((row) => meanings.includes(row.meaning) && !isOpen(row));
  const lines: [string, readonly PlanRow[]][] = [
    ['đạt', withMeaning('reached')],
    ['dự kiến đạt, chờ quyết định', withMeaning('expected')],
    ['chưa đạt', withMeaning('near', 'missing')],
    ['chưa rà soát đủ để đánh giá', rows.filter(isOpen)],
    ['không phát sinh', withMeaning('not-arising')],
    ['theo dõi, không đánh giá', withMeaning('not-judged')],
    ['chưa có số liệu', withMeaning('not-collected')]
  ];
  const said = lines
    .filter(([, found]) => found.length > 0)
    .map(
      ([word, found], at) =>
        `${LETTERS[at]}) ${writtenCount(found.length)} chỉ tiêu ${word}: ${found.map(({ indicator }) => `(${indicator.code}) ${indicator.shortName}`).join('; ')}.`
    );
  return [
    text(
      `${campaign.groups.length} tổ dân phố đã rà soát ${writtenPart(...addFigures(groups).coverage)} hộ. ` +
        `Trong ${rows.length} chỉ tiêu của kế hoạch:`
    ),
    ...said.map((line): Block => ({ kind: 'point', text: line })),
    ...rankSentence(snapshot)
  ];
}

function rankSentence(snapshot: Snapshot): Block[] {
  const first = rankOfficially(snapshot.campaign, snapshot.groups).filter(
    ({ rank }) => rank !== null && rank <= 3
  );
  if (first.length === 0) return [];
  const names = first.map(({ group, rank }) => `${groupNameIn(snapshot, group)} (hạng ${rank})`).join(', ');
  const provisional = isProvisional(snapshot.campaign)
    ? ' Thứ hạng là tạm tính do thang điểm chưa được phê duyệt.'
    : '';
  return [text(`Các tổ dân phố dẫn đầu: ${names}.${provisional}`)];
}

function annexesOf(snapshot: Snapshot, awards: readonly AwardLine[]): Annex[] {
  const asOf = `tính đến ${writtenDayInWords(snapshot.period.asOf)}`;
  return [
    {
      title: `KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA NĂM ${snapshot.campaign.year}`,
      isWide: true,
      blocks: [{ kind: 'table', table: planTable(snapshot) }, ...correctionsOf(snapshot)]
    },
    {
      title: `TỔNG HỢP KẾT QUẢ CỦA ${snapshot.groups.length} TỔ DÂN PHỐ`,
      isWide: true,
      blocks: [
        text(`Số liệu ${asOf}; mỗi ô ghi số đạt trên tổng số và tỷ lệ.`),
        ...groupTables(snapshot).map((table, place): Block => ({
          kind: 'table',
          table,
          onNewPage: place > 0
        }))
      ]
    },
    {
      title: 'DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG',
      isWide: false,
      blocks: [{ kind: 'table', table: awardTable(awards) }]
    }
  ];
}

const correctionsOf = ({ corrections }: Snapshot): Block[] =>
  corrections.map((reason) => text(`Đã điều chỉnh sau khi chốt: ${reason}.`));

/** "Đợt thi đua …" inside a sentence. */
const withoutCapital = (title: string): string => title.slice(0, 1).toLocaleLowerCase('vi') + title.slice(1);
