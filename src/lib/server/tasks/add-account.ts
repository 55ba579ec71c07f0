import { Role } from '$lib/domain/actor';
import type { AccountId, GroupId } from '$lib/domain/ids';
import { addAccount, invite, normaliseLogin } from '../accounts/accounts';
import { readAccountByLogin } from '../queries/accounts';
import { readGroupsByOrder } from '../queries/ward';
import { theServices } from '../services';

const USAGE = `
  npx tsx src/lib/server/tasks/add-account.ts TÊN_ĐĂNG_NHẬP "Họ và tên" VAI_TRÒ [SỐ_THỨ_TỰ_TỔ …]
  npx tsx src/lib/server/tasks/add-account.ts --again TÊN_ĐĂNG_NHẬP   (in đường dẫn mới để chọn lại mã PIN)
  Vai trò: leader (tổ trưởng), deputy (tổ phó), officer (cán bộ), viewer (lãnh đạo, chỉ xem).
  Tổ trưởng và tổ phó cần số thứ tự của tổ trong danh sách các tổ.`;

const services = await theServices();
try {
  console.log(await add(process.argv.slice(2)));
} finally {
  await services.close();
}

async function add(told: string[]): Promise<string> {
  if (told[0] === '--again') return again(told[1] ?? '');
  const [login = '', name = '', wanted, ...places] = told;
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
  const where = groups.map((group) => group!.name).join(', ');
  return `
  Đã tạo tài khoản ${login} cho ${name}${where ? ` (${where})` : ''}.
${linkOf(token)}`;
}

/** A forgotten PIN, or a link that ran out: the old PIN stands until the new one is chosen. */
async function again(login: string): Promise<string> {
  const account = await readAccountByLogin(services.db, normaliseLogin(login));
  if (!account || account.disabled_at !== null)
    return refuse(`\n  Không có tài khoản ${login} đang được dùng.`);
  const token = await invite(services, account.id as AccountId);
  return `
  Đường dẫn mới cho ${account.name} (${account.login}).
${linkOf(token)}`;
}

function linkOf(token: string): string {
  const origin = process.env.ORIGIN ?? 'http://localhost:3000';
  return `  Đường dẫn dùng một lần, trong 14 ngày:
    ${origin}/invite#${token}`;
}

function refuse(words: string): string {
  process.exitCode = 1;
  return words;
}
