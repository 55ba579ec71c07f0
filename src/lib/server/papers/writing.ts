import type { Actor } from '$lib/domain/actor';
import { type Paper, tablesOf } from '$lib/domain/papers/paper';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';
import { CULTURE_GROUP_CODES, CULTURE_WARD_CODES, type CultureCode, makeCulturePapers } from './culture';
import { makeReports, readPaperPeriods, readSnapshot, REPORT_CODES, type ReportCode } from './making';
import { paperFile } from './paper-file';
import { workbookOf } from './workbook';

/** A file ready to be downloaded or written. */
export type PaperFile = Readonly<{ name: string; bytes: Buffer }>;

/** .docx; .xlsx. */
export type FileForm = 'docx' | 'xlsx';

/** One report as a file: the paper itself, or its tables. */
export async function reportFile(
  services: Services,
  code: ReportCode,
  period: string,
  form: FileForm
): Promise<PaperFile | undefined> {
  const snapshot = await readSnapshot(services, period);
  if (!snapshot) return;
  const papers = await makeReports(services, code, snapshot);
  if (form === 'xlsx' && papers.flatMap(tablesOf).length === 0) return;
  return fileOf(papers, snapshot.period.asOf, form);
}

/** A paper of bình xét as a file. */
export async function cultureFile(
  services: Services,
  actor: Actor,
  code: CultureCode,
  group: string,
  form: FileForm
): Promise<PaperFile | undefined> {
  const papers = await makeCulturePapers(services, actor, code, group);
  const campaign = (await currentCampaign(services))?.campaign;
  const order = campaign?.groups.find(({ id }) => id === group)?.order;
  return papers && fileOf(papers, [campaign?.year, order].filter(Boolean).join('-'), form);
}

async function fileOf(papers: readonly Paper[], about: string, form: FileForm): Promise<PaperFile> {
  const bytes = form === 'docx' ? await paperFile(papers) : await workbookOf(papers.flatMap(tablesOf));
  return { name: `${papers[0]?.file ?? 'van-ban'}-${about}.${form}`, bytes };
}

/** Every paper that the ward has: the reports of one period or of the latest closed one, and the year's bình xét. */
export async function writePapers(services: Services, period?: string): Promise<PaperFile[]> {
  const chosen = period ?? (await readPaperPeriods(services))[0]?.id;
  const campaign = (await currentCampaign(services))?.campaign;
  if (!chosen || !campaign) return [];
  const files: (PaperFile | undefined)[] = [];
  for (const code of REPORT_CODES) {
    for (const form of ['docx', 'xlsx'] as const) files.push(await reportFile(services, code, chosen, form));
  }
  for (const code of CULTURE_WARD_CODES) files.push(await cultureFile(services, CLERK, code, '', 'docx'));
  for (const { id } of campaign.groups) {
    for (const code of CULTURE_GROUP_CODES) files.push(await cultureFile(services, CLERK, code, id, 'docx'));
  }
  return files.filter((file) => file !== undefined);
}

/** Nobody: the papers say no more than a viewer may see. */
const CLERK: Actor = { account: '' as Actor['account'], name: '', role: 'viewer', groups: [] };
