import type { Period } from '$lib/domain/plan/period';

/** Kỳ báo cáo: the second freezes what goes into the report that is due "trước ngày 10 tháng 12" (domain 1.12). */
export const periods: Period[] = [
  {
    id: '5f1c9a52-6a3e-4d53-9b0c-2f6f0a3d7e11',
    name: 'Kỳ giữa đợt, số liệu đến ngày 31/10/2025',
    asOf: '2025-10-31',
    opensOn: '2025-10-20',
    dueBefore: '2025-11-06'
  },
  {
    id: 'c8a7d0de-49c4-4b0f-8b5e-7d1f2a9be602',
    name: 'Kỳ cuối đợt, số liệu đến ngày 30/11/2025',
    asOf: '2025-11-30',
    opensOn: '2025-11-20',
    dueBefore: '2025-12-10'
  }
];
