import type { WrittenScale } from '$lib/domain/plan/scale';

/** The suggested pilot scale (domain 2.3). The plan orders no ranking: until a decision stands here, all points are "tạm tính". */
export const scale: WrittenScale = {
  year: 2025,
  decision: null,
  note: 'Thang điểm đề xuất, chưa được phê duyệt',
  items: [
    { code: 'culture', name: 'Gia đình văn hóa', indicators: ['13a'], most: 20 },
    { code: 'insurance', name: 'Bảo hiểm y tế', indicators: ['10'], most: 20 },
    { code: 'employment', name: 'Lao động có việc làm', indicators: ['8a'], most: 10 },
    { code: 'training', name: 'Lao động qua đào tạo', indicators: ['8b'], most: 5 },
    { code: 'poverty', name: 'Không có hộ nghèo, ít hộ cận nghèo', indicators: ['7a', '7b'], most: 10 },
    { code: 'schooling', name: 'Trẻ em ra lớp', indicators: ['9a', '9b', '9c'], most: 10 },
    { code: 'sport', name: 'Luyện tập thể thao thường xuyên', indicators: ['13c'], most: 5 },
    { code: 'water', name: 'Nước sạch', indicators: ['12'], most: 5 },
    { code: 'waste', name: 'Thu gom rác', indicators: ['11'], most: 5 },
    { code: 'reporting', name: 'Chế độ báo cáo: đủ, đúng hạn', indicators: [], most: 10 }
  ],
  bonusMost: 5,
  deductionMost: 5
};
