import { Role } from '$lib/domain/actor';
import type { GroupId } from '$lib/domain/ids';
import { addAccount, invite, normaliseLogin } from '../accounts';
import { readAccountByLogin } from '../queries/accounts';
import { readGroupsByOrder } from '../queries/ward';
import { theServices } from '../services';

const USAGE = `
  npx tsx src/lib/server/tasks/add-account.ts TÊN_ĐĂNG_NHẬP "Họ và tên" VAI_TRÒ [SỐ_THỨ_TỰ_TỔ …]
  Vai trò: leader (tổ trưởng), deputy (tổ phó), officer (cán bộ), viewer (lãnh đạo, chỉ xem).
  Tổ trưởng và tổ phó cần số thứ tự của tổ trong danh sách các tổ.`;

const services = await theServices();
try {
  console.log(await add(process.argv.slice(2)));
} finally {
  await services.close();
}

async function add([login = '', name = '', wanted, ...places]: string[]): Promise<string> {
  const role = Role.safeParse(wanted);
  if (!login || !name || !role.success) return refuse(USAGE);
  if (await readAccountByLogin(services.db, normaliseLogin(login))) {
    return refuse(`\n  Tên đăng nhập ${login} đã có người dùng.`);
  }
  const all = await readGroupsByOrder(services.db);
  const groups = places.map((place) => all[Number(place) - 1]);
  const needsGroup = role.data === 'leader' || role.data === 'deputy';
  if (groups.some((group) => !group) || needsGroup !== groups.length > 0) return refuse(USAGE);

  const account = { login, name, role: role.data, groups: groups.map((group) => group!.id as GroupId) };
  const token = await invite(services, await addAccount(services, account));
  const origin = process.env.ORIGIN ?? 'http://localhost:3000';
  const where = groups.map((group) => group!.name).join(', ');
  return `
  Đã tạo tài khoản ${login} cho ${name}${where ? ` (${where})` : ''}.
  Đường dẫn dùng một lần, trong 14 ngày:
    ${origin}/invite#${token}`;
}

function refuse(words: string): string {
  process.exitCode = 1;
  return words;
}
