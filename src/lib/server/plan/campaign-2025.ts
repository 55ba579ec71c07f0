import { Campaign } from '$lib/domain/plan/campaign';
import { culture } from './culture';
import { economicIndicators } from './economic-indicators';
import { groups } from './groups';
import { periods } from './periods';
import { questions } from './questions';
import { retirement } from './retirement';
import { scale } from './scale';
import { socialIndicators } from './social-indicators';

/**
 * The campaign of the ward's plan of September 2025 (KH-UBND phường An Hải): 14 indicators, 20 judged values. Its first day
 * "từ ngày phát động" and its number are left open by the plan; the first day here is that of the city's plan it follows.
 */
export const campaign2025: Campaign = Campaign.parse({
  id: '7ddcf43e-56e5-4fbd-9bde-3650ec5ef2b1',
  year: 2025,
  title:
    'Đợt thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng - an ninh năm 2025 của phường An Hải, ' +
    'lập thành tích xuất sắc chào mừng Đại hội thi đua yêu nước thành phố lần thứ I (2025 - 2030) tiến tới Đại hội thi đua yêu nước ' +
    'toàn quốc lần thứ XI, Đại hội đại biểu Đảng bộ thành phố lần thứ I (nhiệm kỳ 2025 - 2030), tiến tới Đại hội đại biểu toàn quốc ' +
    'lần thứ XIV của Đảng',
  shortTitle: 'Đợt thi đua năm 2025, phường An Hải, thành phố Hải Phòng',
  legalBases: [
    'Kế hoạch số 232/KH-UBND ngày 09/9/2025 của Ủy ban nhân dân thành phố Hải Phòng',
    'Nghị quyết số 07/NQ-HĐND ngày 29/7/2025 của Hội đồng nhân dân phường An Hải',
    'Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị',
    'Chỉ thị số 46-CT/TU ngày 26/6/2025 của Ban Thường vụ Thành ủy Hải Phòng'
  ],
  startsOn: '2025-09-09',
  endsOn: '2025-12-31',
  sample: false,
  reports: [
    {
      from: 'Các cơ quan, đơn vị sự nghiệp thuộc phường',
      to: 'Ủy ban nhân dân phường (qua phòng Văn hóa - Xã hội)',
      beforeDay: '2025-12-10'
    },
    {
      from: 'Ủy ban nhân dân phường (phòng Văn hóa - Xã hội tham mưu)',
      to: 'Ban Thi đua - Khen thưởng thành phố',
      beforeDay: '2025-12-15'
    }
  ],
  retirement,
  choices: {
    workingFrom: 15 * 12,
    // The reading in which 96,8 % is plausible: the employed among the employed and the unemployed (domain 1.5).
    ableToWork: [],
    residences: ['permanent', 'temporary', 'new']
  },
  indicators: [...economicIndicators, ...socialIndicators],
  questions,
  periods,
  culture,
  scale,
  groups
});
