import { fillSampleWard, SAMPLE_PIN } from '../sample/fill';
import { theServices } from '../services';

const services = await theServices();
const filled = await fillSampleWard(services);
await services.close();

console.log(`
  ${filled ? 'Đã tạo phường mẫu' : 'Phường đã có sẵn, giữ nguyên'}. Tên người và số định danh trong phường mẫu đều là bịa.

  Đăng nhập để thử, mã PIN chung: ${SAMPLE_PIN}
    totruong1   tổ trưởng (đến totruong23)
    topho1      tổ phó (đến topho23)
    canbo       cán bộ phòng Văn hóa - Xã hội
    lanhdao     lãnh đạo phường, chỉ xem`);
