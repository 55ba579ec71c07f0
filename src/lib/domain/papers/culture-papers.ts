import { addDays, type Day } from '../calendar';
import { cultureDates } from '../people/culture-process';
import type { CultureRules } from '../plan/culture';
import type { Group } from '../plan/group';
import { asked, basis, clause, point, text } from './blocks';
import {
  type CultureFile,
  type CultureHousehold,
  type CulturePlace,
  decreeOf,
  isUnassessed,
  isUnfinished,
  listed,
  ofGroup,
  PROPOSED,
  TITLE,
  waiting
} from './culture-file';
import { type Block, column, type Paper, type PaperTable } from './paper';
import { ended, writtenCount, writtenDayInWords, writtenShare } from './written';

/** Danh sách công khai: names and addresses only, how long it hangs, and how to object (NĐ 86/2023). */
export function publicList(file: CultureFile, place: CulturePlace): Paper {
  const { rules, meeting, group, year } = file;
  const households = listed(file, ['expected', 'published', 'objected', 'proposed', 'recognised']);
  const from = meeting?.publishedOn;
  const hangs = from
    ? `Niêm yết từ ${writtenDayInWords(from)} đến hết ${writtenDayInWords(addDays(from, rules.publicDays - 1))}` +
      `${meeting.publishedAt ? ` tại ${meeting.publishedAt}` : ''}.`
    : null;
  return {
    ...ofGroup(file, place, 'danh-sach-cong-khai', 'DANH SÁCH CÔNG KHAI'),
    about: `Hộ gia đình đủ điều kiện xét tặng danh hiệu ${TITLE} năm ${year}`,
    blocks: [
      hangs
        ? text(hangs)
        : asked(`ngày bắt đầu niêm yết, nơi niêm yết; niêm yết đủ ${rules.publicDays} ngày`),
      {
        kind: 'table',
        table: nameTable(
          households,
          isUnassessed(file) ? UNASSESSED : 'Không phát sinh hộ gia đình đủ điều kiện.'
        )
      },
      text(
        `Người dân có ý kiến phản ánh gửi trực tiếp, bằng văn bản hoặc qua điện thoại đến Tổ trưởng ${lowerGroup(group)} ` +
          `hoặc ${place.settings.office} ${place.settings.ward} trong thời gian niêm yết. Ý kiến phản ánh được xem xét và trả lời.`
      )
    ]
  };
}

/** Mẫu số 01: the group's proposal to the ward's chairman. */
export function cultureProposal(file: CultureFile, place: CulturePlace): Paper {
  const { year, rules } = file;
  return {
    ...ofGroup(file, place, 'ho-so-gia-dinh-van-hoa', 'VĂN BẢN ĐỀ NGHỊ'),
    isDraft: isUnfinished(file),
    about: `Xét tặng danh hiệu ${TITLE} năm ${year}`,
    to: [`Chủ tịch Ủy ban nhân dân ${place.settings.ward}`],
    blocks: [
      basis(`Căn cứ ${decreeOf(rules)}${rules.decision || rules.isExample ? ';' : '.'}`),
      ...(rules.decision && !rules.isExample ? [basis(`Căn cứ ${rules.decision}.`)] : []),
      ...(rules.isExample ? [asked('quyết định của thành phố về tiêu chuẩn, thang điểm bình xét')] : []),
      ...meetingSentences(file),
      ...proposalSentences(file, place)
    ]
  };
}

/** Mẫu số 02: the households that qualify, and what people said in the public days. */
export const cultureSummary = (file: CultureFile, place: CulturePlace): Paper => ({
  ...ofGroup(file, place, 'mau-02', 'BẢNG TỔNG HỢP'),
  isDraft: isUnfinished(file),
  about: `Danh sách hộ gia đình đủ điều kiện xét tặng danh hiệu ${TITLE} năm ${file.year} và kết quả lấy ý kiến người dân`,
  blocks: [{ kind: 'table', table: opinionTable(file) }]
});

/** Mẫu số 03: the minutes of the meeting that assessed the households. */
export function cultureMinutes(file: CultureFile, place: CulturePlace): Paper {
  const { meeting, households, rules, year } = file;
  const count = (...states: string[]) => writtenCount(listed(file, states).length);
  return {
    ...ofGroup(file, place, 'mau-03', 'BIÊN BẢN'),
    about: `Họp bình xét danh hiệu ${TITLE} năm ${year}`,
    blocks: [
      ...(meeting?.heldOn
        ? [text(`Thời gian: ${writtenDayInWords(meeting.heldOn)}. Địa điểm: ${meeting.place ?? '…'}.`)]
        : [asked('thời gian, địa điểm họp')]),
      asked('họ tên người chủ trì, thư ký'),
      text(
        meeting?.present === null || meeting === null
          ? 'Thành phần: …'
          : `Số người được mời: ${writtenCount(meeting.invited ?? 0)}; số người dự: ${writtenCount(meeting.present)} ` +
              `(${writtenShare(meeting.present, meeting.invited ?? 0)}).`
      ),
      clause('1. Nội dung'),
      text(`Bình xét ${writtenCount(households.length)} hộ gia đình theo ${decreeOf(rules)}.`),
      clause('2. Kết quả'),
      point('a', `Đủ điều kiện đề nghị: ${count('expected', 'published', ...PROPOSED)} hộ`),
      point('b', `Không đủ điều kiện: ${count('not-expected')} hộ`),
      point('c', `Thuộc trường hợp không xét tặng: ${count('barred')} hộ`),
      point('d', `Chưa đủ thời gian cư trú: ${count('too-new')} hộ`),
      point(
        'đ',
        `Chưa bình xét: ${writtenCount(households.filter(({ assessment }) => !assessment?.state).length)} hộ`
      ),
      ...(meeting?.note ? [clause('3. Ý kiến tại cuộc họp'), text(meeting.note)] : []),
      text(ended('Biên bản được đọc cho mọi người dự họp cùng nghe, thống nhất và ký tên'))
    ],
    signatures: [
      { office: ['CHỦ TRÌ'], name: '' },
      { office: ['THƯ KÝ'], name: '' }
    ]
  };
}

/** The group's households of a decision (danh sách kèm theo quyết định), and nobody else's. */
export const decisionList = (file: CultureFile, place: CulturePlace): Paper => ({
  ...ofGroup(file, place, 'danh-sach-cong-nhan', 'DANH SÁCH'),
  about: `Hộ gia đình được tặng danh hiệu ${TITLE} năm ${file.year}`,
  blocks: [
    { kind: 'table', table: nameTable(listed(file, ['recognised']), 'Chưa có hộ gia đình được công nhận.') }
  ],
  signatures: []
});

function proposalSentences(file: CultureFile, { settings }: CulturePlace): Block[] {
  const { group, year, households } = file;
  const [all, proposed] = [households.length, listed(file, PROPOSED).length];
  if (proposed === 0 && isUnfinished(file))
    return [
      asked(
        `số hộ đề nghị; ${isUnassessed(file) ? 'chưa bình xét' : `${writtenCount(waiting(file))} hộ đủ điều kiện chưa qua thời gian công khai`}`
      )
    ];
  return [
    text(
      `Tổng số hộ của tổ dân phố: ${writtenCount(all)} hộ; số hộ đủ điều kiện đề nghị: ${writtenCount(proposed)} hộ ` +
        `(${writtenShare(proposed, all)}).`
    ),
    text(
      ended(
        proposed > 0
          ? `${group.name} đề nghị Chủ tịch Ủy ban nhân dân ${settings.ward} xem xét, quyết định tặng danh hiệu ${TITLE} ` +
              `năm ${year} cho ${writtenCount(proposed)} hộ gia đình (có bảng tổng hợp kèm theo)`
          : 'Năm nay tổ dân phố không phát sinh hộ đề nghị'
      )
    )
  ];
}

function opinionTable(file: CultureFile): PaperTable {
  return {
    caption: 'Hộ gia đình đủ điều kiện',
    columns: [
      ...[column('TT', 12), column('Họ và tên chủ hộ', 46, 'left'), column('Địa chỉ', 54, 'left')],
      ...[column('Số người đồng ý', 21), column('Ý kiến của người dân', 32)]
    ],
    rows: listed(file, PROPOSED).map(({ head, address, assessment }, at) => ({
      cells: [
        ...[String(at + 1), head, address],
        assessment?.agreed === null || !assessment
          ? '–'
          : `${writtenCount(assessment.agreed)}${file.meeting?.present ? `/${writtenCount(file.meeting.present)}` : ''}`,
        opinionOf(assessment)
      ]
    })),
    none: isUnassessed(file)
      ? UNASSESSED
      : waiting(file) > 0
        ? 'Chưa có hộ được đề nghị: danh sách chưa qua thời gian công khai.'
        : 'Không phát sinh hộ đủ điều kiện đề nghị.'
  };
}

const opinionOf = (assessment: CultureHousehold['assessment']): string =>
  !(assessment?.objectionOn ?? assessment?.objection)
    ? 'Không có'
    : assessment?.objectionFound
      ? 'Có ý kiến, đã xem xét'
      : 'Có ý kiến, đang xem xét';

const UNASSESSED = 'Tổ dân phố chưa bình xét.';

const nameTable = (households: readonly CultureHousehold[], none: string): PaperTable => ({
  caption: 'Danh sách hộ gia đình',
  columns: [column('TT', 15), column('Họ và tên chủ hộ', 65, 'left'), column('Địa chỉ', 85, 'left')],
  rows: households.map(({ head, address }, at) => ({ cells: [String(at + 1), head, address] })),
  none
});

function meetingSentences({ meeting, rules }: CultureFile): Block[] {
  if (!meeting?.heldOn) return [asked('ngày họp bình xét, số người dự; ngày niêm yết công khai')];
  const hung = meeting.publishedOn
    ? ` Danh sách đã được công khai từ ${writtenDayInWords(meeting.publishedOn)} đến hết ` +
      `${writtenDayInWords(addDays(meeting.publishedOn, rules.publicDays - 1))}.`
    : '';
  const present = meeting.present === null ? '' : `, ${writtenCount(meeting.present)} người dự`;
  return [
    text(`Tổ dân phố đã họp bình xét ${writtenDayInWords(meeting.heldOn)}${present}.${hung}`),
    ...(meeting.publishedOn ? [] : [asked('ngày niêm yết công khai')])
  ];
}

/** By when what must be done, counted back from "trước ngày" (thời hạn). */
export function cultureDeadlines(rules: CultureRules): { step: string; by: Day }[] {
  const { publishBy, completeBy, decideBy, announceBy } = cultureDates(rules);
  return [
    { step: 'Họp bình xét xong và niêm yết danh sách', by: publishBy },
    {
      step: `Hết ${rules.publicDays} ngày công khai, hoàn thành bình xét, gửi hồ sơ về phường`,
      by: completeBy
    },
    { step: 'Chủ tịch Ủy ban nhân dân phường quyết định', by: decideBy },
    { step: 'Công bố danh sách được công nhận', by: announceBy }
  ];
}

/** "tổ dân phố số 3" inside a sentence. */
const lowerGroup = ({ name }: Group): string => name.replace(/^Tổ dân phố/, 'tổ dân phố');
