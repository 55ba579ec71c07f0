import type { CultureRules } from '$lib/domain/plan/culture';

type Standard = CultureRules['standards'][number];

const standard = (
  code: string,
  title: string,
  ...criteria: readonly (readonly [most: number, title: string])[]
): Standard => ({
  code,
  title,
  criteria: criteria.map(([most, text], place) => ({ code: `${code}.${place + 1}`, title: text, most }))
});

/**
 * Gia đình văn hóa: the frame of Nghị định 86/2023/NĐ-CP, Phụ lục I. The decree fixes no points and Hải Phòng's decision was
 * not found, so the points are an example that decides nothing until the decision's number stands here.
 */
export const culture: CultureRules = {
  decree: 'Nghị định 86/2023/NĐ-CP, Phụ lục I',
  decision: null,
  isExample: true,
  standards: [
    standard(
      'I',
      'Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
      [15, 'Các thành viên trong gia đình chấp hành tốt chủ trương của Đảng và quy định của pháp luật'],
      [7, 'Thực hiện nếp sống văn minh trong việc cưới, việc tang và lễ hội theo quy định'],
      [7, 'Bảo đảm thực hiện an ninh trật tự, phòng cháy, chữa cháy'],
      [6, 'Bảo đảm các quy định về độ ồn, không làm ảnh hưởng đến cộng đồng']
    ),
    standard(
      'II',
      'Tích cực tham gia các phong trào thi đua lao động, sản xuất, học tập, bảo vệ an ninh, trật tự, an toàn xã hội của địa phương',
      [
        5,
        'Tham gia bảo vệ di tích lịch sử - văn hóa, danh lam thắng cảnh, cảnh quan thiên nhiên và môi trường'
      ],
      [6, 'Tham gia từ thiện, nhân đạo; đền ơn đáp nghĩa; khuyến học khuyến tài, xây dựng gia đình học tập'],
      [6, 'Tham gia sinh hoạt cộng đồng ở nơi cư trú'],
      [6, 'Tích cực tham gia các phong trào phát triển kinh tế, văn hóa - xã hội do địa phương tổ chức'],
      [6, 'Người trong độ tuổi có khả năng lao động tích cực làm việc và có thu nhập chính đáng'],
      [6, 'Trẻ em trong độ tuổi đi học được đến trường']
    ),
    standard(
      'III',
      'Gia đình no ấm, tiến bộ, hạnh phúc, văn minh; thường xuyên gắn bó, đoàn kết, tương trợ, giúp đỡ trong cộng đồng',
      [6, 'Thực hiện tốt Bộ tiêu chí ứng xử trong gia đình'],
      [6, 'Thực hiện tốt chính sách dân số, hôn nhân và gia đình'],
      [
        6,
        'Thực hiện tốt các mục tiêu về bình đẳng giới, phòng, chống bạo lực gia đình, bạo lực trên cơ sở giới'
      ],
      [6, 'Hộ gia đình có nhà tiêu, nhà tắm, thiết bị chứa nước hợp vệ sinh'],
      [6, 'Tương trợ, giúp đỡ mọi người trong cộng đồng khi khó khăn, hoạn nạn']
    )
  ],
  passMark: 85,
  leastOfStandard: { part: 50, of: 100 },
  bars: [
    { code: 'prosecuted', name: 'Có thành viên bị truy cứu trách nhiệm hình sự' },
    { code: 'military-or-tax', name: 'Không hoàn thành nghĩa vụ quân sự và nghĩa vụ nộp thuế' },
    { code: 'child-marriage', name: 'Bị xử phạt vi phạm hành chính về tảo hôn, tổ chức tảo hôn' },
    {
      code: 'marriage-law',
      name: 'Bị xử phạt vi phạm hành chính về kết hôn, ly hôn và chế độ hôn nhân một vợ, một chồng'
    },
    { code: 'public-order', name: 'Bị xử phạt vi phạm hành chính về trật tự công cộng' },
    { code: 'gambling', name: 'Bị xử phạt vi phạm hành chính về đánh bạc trái phép' },
    { code: 'social-evils', name: 'Bị xử phạt vi phạm hành chính về phòng, chống tệ nạn xã hội' },
    { code: 'fire-safety', name: 'Bị xử phạt vi phạm hành chính về phòng cháy, chữa cháy, cứu nạn, cứu hộ' },
    { code: 'domestic-violence', name: 'Bị xử phạt vi phạm hành chính về phòng, chống bạo lực gia đình' }
  ],
  // The rule of NĐ 122/2018, still practised: 60 % of those invited, 60 % of those present.
  leastPresent: { part: 60, of: 100 },
  leastAgreed: { part: 60, of: 100 },
  publicDays: 10,
  completeBefore: '2025-11-25',
  decideWithin: 10,
  announceWithin: 15
};
