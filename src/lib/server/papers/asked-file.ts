import { doAtDesk } from '../audit';
import type { Services } from '../services';
import { REPORT_CODES } from './making';
import { type FileForm, type PaperFile, reportFile } from './writing';

const TYPES: Readonly<Record<FileForm, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** The file that an address asks for; who took which stands in the book. Nothing where there is no such paper. */
export async function askedFile(
  services: Services,
  account: string,
  asked: URLSearchParams
): Promise<(PaperFile & { type: string }) | undefined> {
  const code = REPORT_CODES.find((one) => one === asked.get('paper'));
  const form: FileForm = asked.get('as') === 'xlsx' ? 'xlsx' : 'docx';
  const file = code && (await reportFile(services, code, asked.get('period') ?? '', form));
  if (!file) return;
  await doAtDesk(
    services,
    { account, act: 'paper-made', about: file.name, detail: '' },
    async () => undefined
  );
  return { ...file, type: TYPES[form] };
}
