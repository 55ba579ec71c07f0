import { randomUUID } from 'node:crypto';
import { readBackupKey } from '../backup/seal';
import { restore } from '../backup/restore';
import { databaseUrl } from '../services';
import { refusalWords } from './copy-words';

const [file] = process.argv.slice(2);
if (file) console.log(await run(file).catch(refusalWords));
else {
  process.exitCode = 1;
  console.log('\n  npx tsx src/lib/server/tasks/restore.ts TỆP_BẢN_SAO   (dừng máy chủ trước)');
}

async function run(file: string): Promise<string> {
  const world = { newId: randomUUID, now: Date.now };
  const { head, aside, letGo } = await restore(
    databaseUrl(),
    file,
    world,
    await readBackupKey(process.env.BACKUP_KEY_FILE)
  );
  return `
  Đã khôi phục từ ${file}: lịch sử đến số ${head}, đã kiểm tra, và mở một thời kỳ mới.
  ${aside ? `Dữ liệu trước đó được giữ nguyên ở ${aside}.` : 'Trước đó ở đây chưa có dữ liệu.'}
${letGo > 0 ? warning(letGo) : ''}
  Tiếp theo: khởi động máy chủ. Mỗi máy khi liên lạc lại sẽ tự gửi lại những gì phường đã nhận sau bản sao này;
  không ai phải ghi lại. Máy nào phải đăng nhập lại thì những mục đã ghi vẫn còn trên máy.
  Vài ngày sau, xem trang của phường: tổ nào chưa liên lạc thì nhắc mở ứng dụng.`;
}

const warning = (letGo: number): string => `
  CHÚ Ý: một bản sao mới hơn đã từng được kiểm tra. Có đến ${letGo} số mà các máy có thể không còn giữ.
  Nếu bản sao mới hơn còn dùng được, dừng ở đây và khôi phục từ bản đó.`;
