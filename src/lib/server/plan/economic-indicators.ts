import type { WrittenIndicator } from '$lib/domain/plan/indicator';

const SIX_MONTHS = '6 tháng đầu năm 2025';
const YEAR = 'năm 2025';

const stated = (text: string, value: string, unit: string, period: string | null) => ({
  text,
  value,
  unit,
  period
});

const typedByTheWard = {
  level: 'ward',
  direction: 'up',
  unit: 'tỷ đồng',
  rule: null,
  alsoShown: [] as string[]
} as const;

/** (1) to (4): figures of the ward's economy, kept as the plan states them. (4) states 121 % where its own figures give 118,9 %. */
export const economicIndicators: WrittenIndicator[] = [
  {
    ...typedByTheWard,
    code: '1',
    name: 'Giá trị sản xuất công nghiệp 6 tháng trên địa bàn phường',
    shortName: 'Sản xuất công nghiệp',
    target: { kind: 'figure', value: '98.5' },
    asOf: '2025-06-30',
    stated: [
      stated('98,5 tỷ đồng', '98.5', 'tỷ đồng', SIX_MONTHS),
      stated('50,1% so kế hoạch', '50.1', '%', SIX_MONTHS),
      stated('kế hoạch 196,4 tỷ đồng', '196.4', 'tỷ đồng', YEAR),
      stated('112,91% so với cùng kỳ', '112.91', '%', SIX_MONTHS)
    ]
  },
  {
    ...typedByTheWard,
    code: '2',
    name: 'Tổng mức bán lẻ hàng hóa 6 tháng trên địa bàn phường',
    shortName: 'Bán lẻ hàng hóa',
    target: { kind: 'figure', value: '1401.1' },
    asOf: '2025-06-30',
    stated: [
      stated('1.401,1 tỷ đồng', '1401.1', 'tỷ đồng', SIX_MONTHS),
      stated('51,1 % so kế hoạch', '51.1', '%', SIX_MONTHS),
      stated('kế hoạch 2.740,8 tỷ', '2740.8', 'tỷ đồng', YEAR),
      stated('116,8 % so với cùng kỳ', '116.8', '%', SIX_MONTHS)
    ]
  },
  {
    ...typedByTheWard,
    code: '3',
    name: 'Doanh thu dịch vụ lưu trú và ăn uống',
    shortName: 'Lưu trú, ăn uống',
    target: { kind: 'figure', value: '337.8' },
    asOf: '2025-06-30',
    stated: [
      stated('337,8 tỷ đồng', '337.8', 'tỷ đồng', SIX_MONTHS),
      stated('51,5% so kế hoạch', '51.5', '%', SIX_MONTHS),
      stated('kế hoạch 655,3 tỷ đồng', '655.3', 'tỷ đồng', YEAR),
      stated('116,6 % so với cùng kỳ', '116.6', '%', SIX_MONTHS)
    ]
  },
  {
    ...typedByTheWard,
    code: '4',
    name: 'Tổng thu cân đối ngân sách nhà nước trên địa bàn',
    shortName: 'Thu ngân sách',
    target: { kind: 'figure', value: '20.676' },
    asOf: '2025-12-31',
    stated: [
      stated('17,220 tỷ đồng', '17.220', 'tỷ đồng', '7 tháng đầu năm 2025'),
      stated('99% dự toán giao', '99', '%', '7 tháng đầu năm 2025'),
      stated('ước 3,456 tỷ đồng', '3.456', 'tỷ đồng', '5 tháng cuối năm 2025'),
      stated('ước 20,676 tỷ đồng', '20.676', 'tỷ đồng', YEAR),
      stated('121% dự toán giao', '121', '%', YEAR)
    ]
  }
];
