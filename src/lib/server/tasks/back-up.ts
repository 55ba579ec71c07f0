import { backUp } from '../backup/backup';
import { readBackupKey } from '../backup/seal';
import { openDatabase } from '../database/open';
import { databaseUrl } from '../services';
import { refusalWords } from './copy-words';

const [file] = process.argv.slice(2);
if (file) console.log(await run(file).catch(refusalWords));
else {
  process.exitCode = 1;
  console.log('\n  npx tsx src/lib/server/tasks/back-up.ts TỆP_BẢN_SAO');
}

async function run(file: string): Promise<string> {
  const ward = await openDatabase(databaseUrl());
  try {
    const key = await readBackupKey(process.env.BACKUP_KEY_FILE);
    const { head, safe } = await backUp(ward, databaseUrl(), file, key);
    return `
  Đã sao lưu vào ${file}${key ? ' (đã niêm phong)' : ''}, đã mở lại và kiểm tra đủ ${head} số.
  Các máy được phép thôi giữ những mục đã nhận đến số ${safe}.
  Giữ tệp này ở một máy khác hoặc một ổ khác.`;
  } finally {
    await ward.close();
  }
}
