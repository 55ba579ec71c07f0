import { addAccount, invite } from '../accounts/accounts';
import { openWard } from '../opening';
import { campaign2025 } from '../plan/campaign-2025';
import { theServices } from '../services';

const services = await theServices();
const opened = await openWard(services, 'Phường An Hải', campaign2025);
console.log(opened ? await invitation() : '\n  Phường đã mở từ trước, dữ liệu được giữ nguyên.');
await services.close();

async function invitation(): Promise<string> {
  const officer = {
    login: 'canbo',
    name: 'Cán bộ phòng Văn hóa - Xã hội',
    role: 'officer',
    groups: []
  } as const;
  const token = await invite(services, await addAccount(services, officer));
  const origin = process.env.ORIGIN ?? 'http://localhost:3000';
  return `
  Đã mở phường mới: đợt thi đua năm 2025, ${campaign2025.groups.length} tổ dân phố, chưa có hộ nào.

  Đường dẫn cho cán bộ đầu tiên, dùng một lần, trong 14 ngày (tên đăng nhập: ${officer.login}):
    ${origin}/invite#${token}`;
}
