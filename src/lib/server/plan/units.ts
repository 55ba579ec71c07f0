import type { Unit } from '$lib/domain/papers/unit-reports';

/** Units that every ward has; its schools are put in by name. */
export const units: readonly Unit[] = [
  { id: 'office', name: 'Văn phòng HĐND và UBND phường' },
  { id: 'economy', name: 'Phòng Kinh tế, Hạ tầng và Đô thị' },
  { id: 'public-service', name: 'Trung tâm Phục vụ hành chính công phường' },
  { id: 'health-station', name: 'Trạm y tế phường' },
  { id: 'military', name: 'Ban Chỉ huy Quân sự phường' },
  { id: 'police', name: 'Công an phường' }
];
