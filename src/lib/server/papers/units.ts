import { unzipSync } from 'fflate';
import type { Day } from '$lib/domain/calendar';
import { dayOf } from '$lib/domain/calendar';
import {
  isToBeReminded,
  stateOfUnit,
  Unit,
  type UnitReport,
  unitsNamed
} from '$lib/domain/papers/unit-reports';
import { doAtDesk } from '../office/audit';
import { units as usual } from '../plan/units';
import { readLastOf } from '../queries/audit';
import { insertSetting, readSetting } from '../queries/papers';
import { insertUnitReport, readUnitReports } from '../queries/unit-reports';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';

const UNITS = 'units';

/** The units that hand in reports, as the ward has written them down (đơn vị). */
export async function readUnits({ db }: Services): Promise<readonly Unit[]> {
  const kept = await readSetting(db, UNITS);
  return Array.isArray(kept) ? kept.map((one) => Unit.parse(one)) : usual;
}

/** The units by their names, one a line. */
export async function keepUnits(
  services: Services,
  account: string,
  names: readonly string[]
): Promise<void> {
  const units = unitsNamed(names, await readUnits(services), services.newId);
  await doAtDesk(
    services,
    { account, act: 'setting-kept', about: UNITS, detail: JSON.stringify(units) },
    (trx, number) => insertSetting(trx, number, UNITS, units)
  );
}

/** Who owes the campaign's report, who has handed it in, and when (theo dõi báo cáo của các đơn vị). */
export async function readUnitDesk(services: Services) {
  const campaign = (await currentCampaign(services))?.campaign;
  const due = campaign?.reports[0];
  if (!campaign || !due) return;
  const reports = await readUnitReports(services.db, campaign.id);
  const today = dayOf(services.now());
  const lines = (await readUnits(services)).map((unit) => {
    const own = reports.filter((one) => one.unit === unit.id);
    return { unit, reports: own, state: stateOfUnit(own[0], due.beforeDay, today) };
  });
  return { campaign, due, today, lines };
}

/** Units whose report is not here while its day is near or over, the overdue first, with when each was last reminded. */
export async function readUnitsToRemind(services: Services) {
  const desk = await readUnitDesk(services);
  if (!desk) return;
  const { campaign, due, today } = desk;
  const reminded = await readLastOf(services.db, 'unit-reminded');
  const lines = desk.lines
    .filter(({ state }) => isToBeReminded(state, due.beforeDay, today))
    .map(({ unit, state }) => ({ unit, state, reminded: reminded.get(`${campaign.id}/${unit.id}`) ?? null }));
  return { title: campaign.shortTitle, due, lines };
}

/** Writes down that a unit was reminded, by letter or telephone (đôn đốc đơn vị); nothing for one that owes nothing. */
export async function noteReminder(services: Services, account: string, unit: string): Promise<boolean> {
  const desk = await readUnitDesk(services);
  const line = desk?.lines.find((one) => one.unit.id === unit && one.reports.length === 0);
  if (!desk || !line) return false;
  const act = { account, act: 'unit-reminded', about: `${desk.campaign.id}/${unit}`, detail: unit } as const;
  await doAtDesk(services, act, async () => undefined);
  return true;
}

/** Why a file is not kept. */
export type FileProblem = 'too-large' | 'wrong-kind';

/** Files are kept up to this size. */
export const LARGEST_FILE = 3 * 1024 * 1024;

/** Writes down that a unit handed in its report; the file is looked into, whatever its name says. */
export async function receiveUnitReport(
  services: Services,
  account: string,
  about: Readonly<{ campaign: string; unit: string }>,
  { receivedOn, note, file }: Readonly<{ receivedOn: Day; note: string; file: File | null }>
): Promise<FileProblem | undefined> {
  if (file && file.size > LARGEST_FILE) return 'too-large';
  const bytes = file && new Uint8Array(await file.arrayBuffer());
  const kind = bytes && kindOf(bytes);
  if (bytes && !kind) return 'wrong-kind';
  const detail = JSON.stringify({ receivedOn, note, size: bytes?.length ?? 0 });
  await doAtDesk(
    services,
    { account, act: 'unit-report-received', about: about.unit, detail },
    async (trx, number, at) => {
      const report: UnitReport = {
        ...{ receivedOn, note, by: account, at },
        file: file && kind && bytes ? { name: file.name.slice(0, 120), kind, size: bytes.length } : null
      };
      await insertUnitReport(trx, number, about, report, bytes);
    }
  );
}

type Kind = NonNullable<UnitReport['file']>['kind'];

/** By what stands in it: a PDF, a Word file, an old Word file; nothing else is kept. */
function kindOf(bytes: Uint8Array): Kind | null {
  const begins = (...first: number[]) => first.every((byte, at) => bytes[at] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'doc';
  return begins(0x50, 0x4b, 0x03, 0x04) && holdsDocument(bytes) ? 'docx' : null;
}

/** Reads names only: nothing is unpacked. */
function holdsDocument(bytes: Uint8Array): boolean {
  let found = false;
  try {
    unzipSync(bytes, {
      filter({ name }) {
        found ||= name === 'word/document.xml';
        return false;
      }
    });
  } catch {
    return false;
  }
  return found;
}

/** What a kept file is sent as; always to be saved, never opened in the page. */
export const UNIT_FILE_TYPES: Readonly<Record<Kind, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
};
