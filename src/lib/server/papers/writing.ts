import { tablesOf } from '$lib/domain/papers/paper';
import type { Services } from '../services';
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
  const name = `${papers[0]?.file ?? code}-${snapshot.period.asOf}.${form}`;
  const bytes = form === 'docx' ? await paperFile(papers) : await workbookOf(papers.flatMap(tablesOf));
  return { name, bytes };
}

/** Every paper that the ward has, of one period or of the latest closed one. */
export async function writePapers(services: Services, period?: string): Promise<PaperFile[]> {
  const chosen = period ?? (await readPaperPeriods(services))[0]?.id;
  if (!chosen) return [];
  const files: PaperFile[] = [];
  for (const code of REPORT_CODES) {
    for (const form of ['docx', 'xlsx'] as const) {
      const file = await reportFile(services, code, chosen, form);
      if (file) files.push(file);
    }
  }
  return files;
}
