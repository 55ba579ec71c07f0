import type { CultureRules } from '../plan/culture';
import type { Group } from '../plan/group';
import { article, asked, basis, capital, middle, section, text } from './blocks';
import { type CulturePlace, decreeOf } from './culture-file';
import { groupIssuer } from './group-sheet';
import { type Block, column, type Paper, type PaperTable } from './paper';
import { councilIssuer, officeIssuer, wardIssuer, wardSignature } from './settings';
import { ended, writtenCount, writtenShare } from './written';

/** The year that is judged, and by what. */
type CultureYear = Readonly<{ year: number; rules: CultureRules }>;

/** How many households of a group are proposed or have been recognised, and how many may still come to be. */
export type CultureCount = Readonly<{ group: Group; households: number; proposed: number; waiting: number }>;

/** A group with its value of "Tổ dân phố văn hóa" for the year (null: nobody has said yet), and what it counted. */
export type CultureGroup = Readonly<{
  group: Group;
  isCultural: boolean | null;
  facts: readonly string[];
  main: readonly string[];
}>;

const TITLE = '“Tổ dân phố văn hóa”';

/** Mẫu số 10: the chairman's decision on gia đình văn hóa, with the count of each group; each list of names goes with it. */
export function cultureDecision(
  counts: readonly CultureCount[],
  { year, rules }: CultureYear,
  { settings, on }: CulturePlace
): Paper {
  const total = counts.reduce((sum, { proposed }) => sum + proposed, 0);
  const title = `danh hiệu “Gia đình văn hóa” năm ${year}`;
  return {
    file: 'quyet-dinh-gia-dinh-van-hoa',
    issuer: wardIssuer(settings),
    ...{ symbol: 'QĐ-UBND', place: settings.place, on, title: 'QUYẾT ĐỊNH', about: `Về việc tặng ${title}` },
    to: [],
    blocks: [
      middle(`CHỦ TỊCH ỦY BAN NHÂN DÂN ${settings.ward.toLocaleUpperCase('vi')}`),
      ...settings.decisionBases.map((one) => basis(`Căn cứ ${one};`)),
      basis(`Căn cứ ${decreeOf(rules)};`),
      basis(`Theo đề nghị của Trưởng ${settings.office}.`),
      middle('QUYẾT ĐỊNH:'),
      total > 0
        ? article(
            1,
            `Tặng ${title} cho ${writtenCount(total)} hộ gia đình thuộc ${counts.length} tổ dân phố ` +
              '(số lượng tại Phụ lục và danh sách từng tổ dân phố kèm theo).'
          )
        : asked('Điều 1: chưa có hộ gia đình nào được đề nghị'),
      article(2, 'Quyết định này có hiệu lực kể từ ngày ký.'),
      article(
        3,
        ended(
          `${capital(settings.office)}, các tổ dân phố và các hộ gia đình có tên trong danh sách chịu trách nhiệm thi hành Quyết định này`
        )
      )
    ],
    signatures: [wardSignature(settings)],
    recipients: ['Như Điều 3', ...settings.recipients],
    annexes: [
      {
        title: 'SỐ HỘ GIA ĐÌNH ĐƯỢC TẶNG DANH HIỆU THEO TỔ DÂN PHỐ',
        isWide: false,
        blocks: [{ kind: 'table', table: countsTable(counts, total) }]
      }
    ],
    isDraft: total === 0 || counts.some(({ waiting }) => waiting > 0)
  };
}

function countsTable(counts: readonly CultureCount[], total: number): PaperTable {
  const all = counts.reduce((sum, { households }) => sum + households, 0);
  const cells = (count: number, of: number) => [
    writtenCount(of),
    writtenCount(count),
    writtenShare(count, of)
  ];
  return {
    caption: 'Số hộ được tặng danh hiệu',
    columns: [
      ...[column('TT', 15), column('Tổ dân phố', 70, 'left'), column('Tổng số hộ', 25)],
      ...[column('Số hộ được tặng', 30), column('Tỷ lệ', 25)]
    ],
    rows: [
      ...counts.map(({ group, households, proposed }, at) => ({
        cells: [String(at + 1), group.name, ...cells(proposed, households)]
      })),
      { cells: ['', 'Toàn phường', ...cells(total, all)], isSum: true }
    ],
    none: 'Không có tổ dân phố.'
  };
}

/** Mẫu số 04: the proposal that the groups be given the title. */
export function groupsProposal(
  groups: readonly CultureGroup[],
  { year, rules }: CultureYear,
  { settings, on }: CulturePlace
): Paper {
  const reached = groups.filter(({ isCultural }) => isCultural === true);
  const open = groups.filter(({ isCultural }) => isCultural === null);
  return {
    file: 'ho-so-to-dan-pho-van-hoa',
    issuer: officeIssuer(settings),
    ...{ symbol: 'TTr-VHXH', place: settings.place, on, title: 'TỜ TRÌNH' },
    about: `Đề nghị tặng danh hiệu ${TITLE} năm ${year}`,
    to: [`Chủ tịch Ủy ban nhân dân ${settings.ward}`],
    blocks: [
      basis(`Căn cứ ${decreeOf(rules)}.`),
      text(
        reached.length > 0
          ? `${capital(settings.office)} đề nghị Chủ tịch Ủy ban nhân dân ${settings.ward} xem xét, tặng danh hiệu ${TITLE} năm ${year} cho ${reached.length}/${groups.length} tổ dân phố sau:`
          : `Năm ${year} chưa có tổ dân phố được xác nhận đạt danh hiệu ${TITLE}.`
      ),
      { kind: 'table', table: groupTable(reached) },
      ...(open.length > 0 ? [asked(`kết quả của ${open.length} tổ dân phố chưa được đánh giá`)] : []),
      text(ended(`${capital(settings.office)} trân trọng đề nghị`))
    ],
    signatures: [{ office: ['TRƯỞNG PHÒNG'], name: '' }],
    recipients: ['Như trên', 'Lưu: VHXH'],
    annexes: [],
    isDraft: false
  };
}

const groupTable = (groups: readonly CultureGroup[]): PaperTable => ({
  caption: 'Tổ dân phố được đề nghị',
  columns: [column('TT', 15), column('Tổ dân phố', 55, 'left'), column('Kết quả trong năm', 95, 'left')],
  rows: groups.map(({ group, main }, at) => ({ cells: [String(at + 1), group.name, main.join('; ')] })),
  none: 'Không phát sinh tổ dân phố được đề nghị.'
});

/** Mẫu số 05: what a group has achieved; its own words stand in marked places. */
export const groupAchievements = (
  { group, facts }: CultureGroup,
  { year }: CultureYear,
  { settings, on }: CulturePlace
): Paper => ({
  file: 'mau-05',
  issuer: groupIssuer(settings, group.name),
  ...{ symbol: null, place: settings.place, on, title: 'BÁO CÁO THÀNH TÍCH' },
  about: `Đề nghị tặng danh hiệu ${TITLE} năm ${year}`,
  to: [`Ủy ban nhân dân ${settings.ward}`],
  blocks: [
    section('I. KẾT QUẢ TRONG NĂM'),
    ...facts.map((fact) => text(`- ${fact}.`)),
    ...FIELDS.flatMap(([title, what], at): Block[] => [
      section(`${['II', 'III', 'IV', 'V', 'VI'][at]}. ${title}`),
      asked(what)
    ]),
    text(ended(`${group.name} trân trọng báo cáo`))
  ],
  signatures: [{ office: ['TỔ TRƯỞNG'], name: '' }],
  ...{ recipients: [], annexes: [], isDraft: false }
});

/** The five fields of NĐ 86/2023, Phụ lục II. */
const FIELDS = [
  ['ĐỜI SỐNG KINH TẾ ỔN ĐỊNH VÀ PHÁT TRIỂN', 'việc làm, thu nhập, hộ nghèo, ngành nghề'],
  ['ĐỜI SỐNG VĂN HÓA, TINH THẦN', 'nhà văn hóa, trẻ em đến trường, văn nghệ, thể thao, hòa giải'],
  ['MÔI TRƯỜNG AN TOÀN, THÂN THIỆN, CẢNH QUAN SẠCH ĐẸP', 'vệ sinh môi trường, thu gom rác, cảnh quan'],
  ['CHẤP HÀNH CHỦ TRƯƠNG CỦA ĐẢNG, PHÁP LUẬT CỦA NHÀ NƯỚC', 'việc chấp hành, an ninh trật tự, phòng cháy'],
  ['ĐOÀN KẾT, TƯƠNG TRỢ, GIÚP ĐỠ TRONG CỘNG ĐỒNG', 'đền ơn đáp nghĩa, từ thiện, giúp đỡ hộ khó khăn']
] as const;

/** Mẫu số 06: the minutes of the council's meeting. */
export function councilMinutes(
  groups: readonly CultureGroup[],
  { year }: CultureYear,
  { settings, on }: CulturePlace
): Paper {
  const reached = groups.filter(({ isCultural }) => isCultural === true);
  return {
    file: 'mau-06',
    issuer: councilIssuer(settings),
    ...{ symbol: null, place: settings.place, on, title: 'BIÊN BẢN' },
    about: `Họp xét tặng danh hiệu ${TITLE} năm ${year}`,
    to: [],
    blocks: [
      asked('thời gian, địa điểm, thành phần dự họp'),
      text(
        `Hội đồng xem xét hồ sơ của ${groups.length} tổ dân phố; số tổ dân phố được đề nghị: ${reached.length}/${groups.length}.`
      ),
      { kind: 'table', table: groupTable(reached) },
      asked('ý kiến thảo luận, kết quả biểu quyết'),
      text(ended('Biên bản được thông qua tại cuộc họp'))
    ],
    signatures: [
      { office: ['CHỦ TỊCH HỘI ĐỒNG'], name: '' },
      { office: ['THƯ KÝ'], name: '' }
    ],
    ...{ recipients: [], annexes: [], isDraft: false }
  };
}
