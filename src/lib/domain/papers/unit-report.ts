import type { Day } from '../calendar';
import type { Block, Paper } from './paper';
import type { PaperSettings } from './settings';
import { shortCommittee } from './settings';
import type { Snapshot } from './snapshot';
import { ended } from './written';

/** The frame of a unit's report to the ward (báo cáo của cơ quan, đơn vị): the same outline, shorter; the unit fills it (plan V.1). */
export function unitReport({ campaign }: Snapshot, settings: PaperSettings, on: Day): Paper {
  const gap = (asked: string): Block => ({ kind: 'judgement', asked, text: null });
  const section = (text: string): Block => ({ kind: 'section', text });
  const clause = (text: string): Block => ({ kind: 'clause', text });
  return {
    file: 'mau-bao-cao-don-vi',
    issuer: { above: shortCommittee(settings).toLocaleUpperCase('vi'), name: ['[TÊN CƠ QUAN, ĐƠN VỊ]'] },
    symbol: 'BC-[CHỮ VIẾT TẮT]',
    ...{ place: settings.place, on, title: 'BÁO CÁO' },
    about: `Kết quả tổ chức thực hiện đợt thi đua năm ${campaign.year}`,
    to: [`Ủy ban nhân dân ${settings.ward} (qua ${settings.office})`],
    blocks: [
      { kind: 'text', text: `Thực hiện ${settings.wardPlan}, đơn vị báo cáo kết quả như sau:` },
      ...[
        section('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN'),
        gap('văn bản đã ban hành, hình thức phát động, tuyên truyền')
      ],
      ...[
        section('II. KẾT QUẢ THỰC HIỆN'),
        clause('1. Các chỉ tiêu, nhiệm vụ được giao'),
        gap('từng chỉ tiêu: kế hoạch, thực hiện, tỷ lệ')
      ],
      ...[
        clause('2. Các phong trào thi đua khác do phường phát động'),
        gap('tên phong trào, việc đã làm, kết quả')
      ],
      ...[
        clause('3. Điển hình tiên tiến, mô hình mới'),
        gap('tên, việc làm, hiệu quả; nếu không có ghi “không phát sinh”')
      ],
      ...[section('III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN'), gap('tồn tại, hạn chế, nguyên nhân')],
      ...[section('IV. KIẾN NGHỊ, ĐỀ XUẤT'), gap('kiến nghị; danh sách đề nghị khen thưởng nếu có')],
      { kind: 'text', text: ended('Trên đây là báo cáo kết quả tổ chức thực hiện đợt thi đua của đơn vị') }
    ],
    signatures: [{ office: ['THỦ TRƯỞNG ĐƠN VỊ'], name: '' }],
    recipients: ['Như trên', 'Lưu: VT'],
    annexes: [],
    isDraft: false
  };
}
