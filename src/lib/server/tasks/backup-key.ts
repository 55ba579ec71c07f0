import { writeFile } from 'node:fs/promises';
import { newBackupKey } from '../backup/seal';

const [file] = process.argv.slice(2);
if (file) console.log(await make(file));
else {
  process.exitCode = 1;
  console.log('\n  npx tsx src/lib/server/tasks/backup-key.ts TỆP_KHÓA');
}

async function make(file: string): Promise<string> {
  try {
    // Never over a key that is there: what it has sealed would stay closed for ever.
    await writeFile(file, newBackupKey(), { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'EEXIST') throw fault;
    process.exitCode = 1;
    return `\n  Đã có tệp ${file}. Không có gì bị thay đổi.`;
  }
  return `
  Đã tạo khóa sao lưu ở ${file}. Đặt BACKUP_KEY_FILE=${file} thì mọi bản sao từ nay được niêm phong.
  Giữ một bản của khóa ở nơi khác, không cùng chỗ với các bản sao: mất khóa thì không ai mở được bản sao.`;
}
