import { REPORTING } from '$lib/domain/plan/rules';
import type { WrittenScale } from '$lib/domain/plan/scale';

const allOrNothing = { kind: 'all-or-nothing' } as const;
/** Nothing is left at twice the near-poor households that the plan allows. */
const upToTwice = { kind: 'proportional', excess: { part: 6, of: 1000 } } as const;

/** The suggested pilot scale (domain 2.2, 2.3). The plan orders no ranking: until a decision stands here, all points are "tạm tính". */
export const scale: WrittenScale = {
  year: 2025,
  decision: null,
  note: 'Thang điểm đề xuất, chưa được phê duyệt',
  items: [
    { code: 'culture', name: 'Gia đình văn hóa', indicators: ['13a'], most: 20 },
    { code: 'insurance', name: 'Bảo hiểm y tế', indicators: ['10'], most: 20 },
    { code: 'employment', name: 'Lao động có việc làm', indicators: ['8a'], most: 10 },
    { code: 'training', name: 'Lao động qua đào tạo', indicators: ['8b'], most: 5 },
    {
      code: 'poverty',
      name: 'Không có hộ nghèo, ít hộ cận nghèo',
      indicators: ['7a', '7b'],
      most: 10,
      formula: upToTwice
    },
    {
      code: 'schooling',
      name: 'Trẻ em ra lớp',
      indicators: ['9a', '9b', '9c'],
      most: 10,
      formula: allOrNothing
    },
    { code: 'sport', name: 'Luyện tập thể thao thường xuyên', indicators: ['13c'], most: 5 },
    { code: 'water', name: 'Nước sạch', indicators: ['12'], most: 5 },
    { code: 'waste', name: 'Thu gom rác (chỉ số hỗ trợ)', indicators: ['11'], most: 5 },
    { code: 'reporting', name: 'Chế độ báo cáo: đủ, đúng hạn', indicators: [REPORTING], most: 10 }
  ],
  bonusMost: 5,
  deductionMost: 5,
  bonuses: [
    { code: 'new-model', name: 'Có mô hình mới, cách làm hay được phường công nhận', points: 2 },
    { code: 'commended', name: 'Được tặng bằng khen, giấy khen trong năm', points: 2 },
    { code: 'exceeded', name: 'Vượt chỉ tiêu được giao', points: 1 }
  ],
  deductions: [
    { code: 'wrong-report', name: 'Báo cáo sai, phải làm lại', points: 1 },
    { code: 'violation', name: 'Có vi phạm bị phê bình bằng văn bản', points: 2 }
  ],
  gates: [
    { code: 'poverty', name: 'Phát sinh hộ nghèo', indicator: '7a', band: 'good' },
    { code: 'not-cultural', name: 'Không đạt Tổ dân phố văn hóa', indicator: '13b', band: 'good' },
    { code: 'late', name: 'Không nộp hoặc nộp chậm báo cáo', indicator: REPORTING, band: 'good' },
    {
      code: 'serious-case',
      name: 'Có vụ việc hình sự nghiêm trọng, cháy nổ do chủ quan',
      indicator: null,
      band: 'fair'
    },
    { code: 'complaint', name: 'Có khiếu kiện đông người trái pháp luật', indicator: null, band: 'fair' },
    { code: 'disciplined', name: 'Cán bộ tổ dân phố bị kỷ luật', indicator: null, band: 'fair' },
    { code: 'dishonest', name: 'Số liệu không trung thực', indicator: null, band: null }
  ],
  bands: [
    { code: 'excellent', name: 'Xuất sắc', from: 90 },
    { code: 'good', name: 'Tốt', from: 80 },
    { code: 'fair', name: 'Khá', from: 65 },
    { code: 'average', name: 'Trung bình', from: 50 }
  ],
  ties: ['gates', 'share:13a', 'share:10', 'deductions', 'signed', 'vote'],
  digits: 2,
  mayExceed: true,
  leastCoverage: { part: 95, of: 100 }
};
