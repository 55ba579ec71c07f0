import type { Actor } from '$lib/domain/actor';
import { doAtDesk } from '../office/audit';
import type { Services } from '../services';
import { CULTURE_GROUP_CODES, CULTURE_WARD_CODES } from './culture';
import { REPORT_CODES } from './making';
import { cultureFile, type FileForm, type PaperFile, reportFile } from './writing';

const TYPES: Readonly<Record<FileForm, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** The file that an address asks for; who took which stands in the book. Nothing where there is no such paper. */
export async function askedFile(
  services: Services,
  actor: Actor,
  asked: URLSearchParams
): Promise<(PaperFile & { type: string }) | undefined> {
  const form: FileForm = asked.get('as') === 'xlsx' ? 'xlsx' : 'docx';
  const file = await fileFor(services, actor, asked, form);
  if (!file) return;
  await doAtDesk(
    services,
    { account: actor.account, act: 'paper-made', about: file.name, detail: '' },
    async () => undefined
  );
  return { ...file, type: TYPES[form] };
}

async function fileFor(
  services: Services,
  actor: Actor,
  asked: URLSearchParams,
  form: FileForm
): Promise<PaperFile | undefined> {
  const report = REPORT_CODES.find((one) => one === asked.get('paper'));
  if (report) return reportFile(services, report, asked.get('period') ?? '', form);
  const culture = [...CULTURE_GROUP_CODES, ...CULTURE_WARD_CODES].find((one) => one === asked.get('paper'));
  return culture && cultureFile(services, actor, culture, asked.get('group') ?? '', form);
}
