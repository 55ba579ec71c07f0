import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePapers } from '../papers/writing';
import { theServices } from '../services';

const [folder, period] = process.argv.slice(2);
if (folder) console.log(await run(folder, period));
else {
  process.exitCode = 1;
  console.log('\n  npx tsx src/lib/server/tasks/write-papers.ts THƯ_MỤC [MÃ_KỲ]');
}

async function run(folder: string, period: string | undefined): Promise<string> {
  const services = await theServices();
  try {
    await mkdir(folder, { recursive: true });
    const files = await writePapers(services, period);
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
    return files.length === 0
      ? '\n  Chưa có kỳ báo cáo nào.'
      : `\n  Đã ghi ${files.length} tệp vào ${folder}:\n${files.map(({ name }) => `    ${name}`).join('\n')}`;
  } finally {
    await services.close();
  }
}
