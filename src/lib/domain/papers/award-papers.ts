import type { Day } from '../calendar';
import { AWARD_KIND_WORDS, AWARD_KINDS, type AwardLine, awardTable } from './award-table';
import { asked, basis, capital, clause, text } from './blocks';
import type { Paper } from './paper';
import { councilIssuer, officeIssuer, type PaperSettings } from './settings';
import { ended } from './written';

type Of = Readonly<{ settings: PaperSettings; on: Day; year: number }>;

/** Tờ trình with the list of those proposed (hồ sơ giấy khen; Luật Thi đua, khen thưởng số 06/2022/QH15). */
export function awardProposal(lines: readonly AwardLine[], { settings, on, year }: Of): Paper {
  const name = capital(settings.office);
  return {
    file: 'ho-so-khen-thuong',
    issuer: officeIssuer(settings),
    ...{ symbol: 'TTr-VHXH', place: settings.place, on, title: 'TỜ TRÌNH' },
    about: `Về việc đề nghị tặng Giấy khen trong đợt thi đua năm ${year}`,
    to: [`Chủ tịch Ủy ban nhân dân ${settings.ward}`],
    blocks: [
      ...settings.decisionBases.map((one, at, all) =>
        basis(`Căn cứ ${one}${at === all.length - 1 ? '.' : ';'}`)
      ),
      text(
        `Theo kết quả ${settings.wardPlan} và kết quả họp Hội đồng Thi đua - Khen thưởng ${settings.ward}.`
      ),
      lines.length === 0
        ? text('Không phát sinh trường hợp được đề nghị khen thưởng.')
        : text(
            `${name} kính trình Chủ tịch Ủy ban nhân dân ${settings.ward} xem xét, tặng Giấy khen cho ${countsOf(lines)} ` +
              'có thành tích trong đợt thi đua (danh sách kèm theo).'
          ),
      text(ended(`${name} kính trình Chủ tịch Ủy ban nhân dân ${settings.ward} xem xét, quyết định`))
    ],
    signatures: [{ office: ['TRƯỞNG PHÒNG'], name: '' }],
    recipients: ['Như trên', 'Lưu: VHXH'],
    annexes: [
      {
        title: 'DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN',
        isWide: false,
        blocks: [{ kind: 'table', table: awardTable(lines) }]
      }
    ],
    isDraft: false
  };
}

/** The council's minutes (biên bản xét khen thưởng): the list stands, the votes are written by hand. */
export const awardMinutes = (lines: readonly AwardLine[], { settings, on, year }: Of): Paper => ({
  file: 'bien-ban-khen-thuong',
  issuer: councilIssuer(settings),
  ...{ symbol: null, place: settings.place, on, title: 'BIÊN BẢN' },
  about: `Họp xét khen thưởng đợt thi đua năm ${year}`,
  to: [],
  blocks: [
    asked('thời gian, địa điểm, thành phần dự họp, chủ trì, thư ký'),
    clause('1. Nội dung'),
    text('Hội đồng xem xét thành tích của các tập thể, hộ gia đình, cá nhân theo danh sách dưới đây.'),
    { kind: 'table', table: awardTable(lines) },
    clause('2. Ý kiến thảo luận, kết quả biểu quyết'),
    asked('ý kiến thảo luận, số phiếu đồng ý của từng trường hợp'),
    text(ended('Biên bản được đọc và thông qua tại cuộc họp'))
  ],
  signatures: [
    { office: ['CHỦ TỊCH HỘI ĐỒNG'], name: '' },
    { office: ['THƯ KÝ'], name: '' }
  ],
  ...{ recipients: [], annexes: [], isDraft: false }
});

/** "7 tập thể, 40 hộ gia đình". */
export const countsOf = (lines: readonly AwardLine[]): string =>
  AWARD_KINDS.map((kind) => [lines.filter((one) => one.kind === kind).length, kind] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${AWARD_KIND_WORDS[kind].toLocaleLowerCase('vi')}`)
    .join(', ');
