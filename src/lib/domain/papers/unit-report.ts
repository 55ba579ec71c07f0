import type { Day } from '../calendar';
import { asked, clause, section, text } from './blocks';
import type { Paper } from './paper';
import { type PaperSettings, shortCommittee } from './settings';
import type { Snapshot } from './snapshot';
import { ended } from './written';

/** The frame of a unit's report to the ward (báo cáo của cơ quan, đơn vị): the same outline, shorter; the unit fills it (plan V.1). */
export function unitReport({ campaign }: Snapshot, settings: PaperSettings, on: Day): Paper {
  return {
    file: 'mau-bao-cao-don-vi',
    issuer: {
      above: shortCommittee(settings).toLocaleUpperCase('vi'),
      name: ['[TÊN CƠ QUAN, ĐƠN VỊ]'],
      called: ''
    },
    symbol: 'BC-[CHỮ VIẾT TẮT]',
    ...{ place: settings.place, on, title: 'BÁO CÁO' },
    about: `Kết quả tổ chức thực hiện đợt thi đua năm ${campaign.year}`,
    to: [`Ủy ban nhân dân ${settings.ward} (qua ${settings.office})`],
    blocks: [
      text(`Thực hiện ${settings.wardPlan}, đơn vị báo cáo kết quả như sau:`),
      ...[
        section('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN'),
        asked('văn bản đã ban hành, hình thức phát động, tuyên truyền')
      ],
      ...[
        section('II. KẾT QUẢ THỰC HIỆN'),
        clause('1. Các chỉ tiêu, nhiệm vụ được giao'),
        asked('từng chỉ tiêu: kế hoạch, thực hiện, tỷ lệ')
      ],
      ...[
        clause('2. Các phong trào thi đua khác do phường phát động'),
        asked('tên phong trào, việc đã làm, kết quả')
      ],
      ...[
        clause('3. Điển hình tiên tiến, mô hình mới'),
        asked('tên, việc làm, hiệu quả; nếu không có ghi “không phát sinh”')
      ],
      ...[section('III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN'), asked('tồn tại, hạn chế, nguyên nhân')],
      ...[section('IV. KIẾN NGHỊ, ĐỀ XUẤT'), asked('kiến nghị; danh sách đề nghị khen thưởng nếu có')],
      text(ended('Trên đây là báo cáo kết quả tổ chức thực hiện đợt thi đua của đơn vị'))
    ],
    signatures: [{ office: ['THỦ TRƯỞNG ĐƠN VỊ'], name: '' }],
    recipients: ['Như trên', 'Lưu: VT'],
    annexes: [],
    isDraft: false
  };
}
