import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planRows } from '$lib/domain/figures/plan-rows';
import type { Actor } from '$lib/domain/actor';
import type { CampaignId, GroupId, HouseholdId } from '$lib/domain/ids';
import { denominatorOf } from '$lib/domain/figures/tally';
import { type Paper, tablesOf } from '$lib/domain/papers/paper';
import type { Snapshot } from '$lib/domain/papers/snapshot';
import { boldWidth } from '$lib/domain/papers/text-width';
import { writtenCount } from '$lib/domain/papers/written';
import { showAddress } from '$lib/domain/people/address';
import { assessmentFrom } from '$lib/domain/people/assessment';
import { standingOf } from '$lib/domain/people/culture-process';
import { filesFrom } from '$lib/domain/people/household-file';
import { closePeriod } from '$lib/server/periods/closing';
import { type ImportedRow, importRows } from '$lib/server/exchange/importing';
import { openDatabase } from '$lib/server/database/open';
import { askedFile } from '$lib/server/papers/asked-file';
import { chooseAward, readCandidates } from '$lib/server/papers/awards';
import { CULTURE_GROUP_CODES, CULTURE_WARD_CODES, makeCulturePapers } from '$lib/server/papers/culture';
import { keepJudgements, readJudgements } from '$lib/server/papers/keeping';
import { makeReports, readMissing, readSnapshot, REPORT_CODES } from '$lib/server/papers/making';
import { paperFile } from '$lib/server/papers/paper-file';
import { reportFile } from '$lib/server/papers/writing';
import {
  LARGEST_FILE,
  noteReminder,
  readUnitDesk,
  readUnitsToRemind,
  receiveUnitReport
} from '$lib/server/papers/units';
import { readUnitFile } from '$lib/server/queries/unit-reports';
import { readActs } from '$lib/server/queries/audit';
import { fromStored, readRowsOfGroup, readRowsOfHouseholds, readRowsOfType } from '$lib/server/queries/rows';
import { currentCampaign } from '$lib/server/ranking/ranking';
import { fillSampleWard } from '$lib/server/sample/fill';
import { createServices, type Services } from '$lib/server/services';
import { anId } from '../support/factories';
import { attributesOf, type OpenedPaper, openPaper, tablesIn, textOf } from '../support/papers';

const NOON = Date.UTC(2026, 10, 23, 5);
const OFFICER: Actor = { account: 'canbo' as Actor['account'], name: 'Cán bộ', role: 'officer', groups: [] };
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

describe('the ward’s report', () => {
  let services: Services;
  let closed: string;
  let open: string;
  let snapshot: Snapshot;
  let paper: OpenedPaper;

  beforeAll(async () => {
    services = createServices(await openDatabase(':memory:'), { now: () => NOON });
    await fillSampleWard(services, { households: 700 });
    const { campaign } = (await currentCampaign(services))!;
    [closed, open] = campaign.periods.map(({ id }) => id) as [string, string];
    await closePeriod(services, 'canbo', closed);
    snapshot = (await readSnapshot(services, closed))!;
    paper = openPaper((await reportFile(services, 'ward-report', closed, 'docx'))!.bytes);
  });
  afterAll(() => services.close());

  it('is on A4 with the margins of the decree, each section paged from 1 and its first page without a number', () => {
    const pages = [...paper.xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section);
    expect(pages).toHaveLength(4);
    for (const section of pages) {
      const [width] = attributesOf(section, 'pgSz', 'w');
      const [height] = attributesOf(section, 'pgSz', 'h');
      expect([width, height].sort()).toEqual([11906, 16838]);
      const margin = (side: string) => attributesOf(section, 'pgMar', side)[0]!;
      expect(within(margin('top'), 1134, 1417) && within(margin('bottom'), 1134, 1417)).toBe(true);
      expect(within(margin('left'), 1701, 1984) && within(margin('right'), 850, 1134)).toBe(true);
      expect(section).toContain('<w:titlePg/>');
      expect(attributesOf(section, 'pgNumType', 'start')).toEqual([1]);
    }
    expect(paper.headers.filter((header) => header.includes('PAGE'))).toHaveLength(4);
    expect(paper.headers).toHaveLength(8);
  });

  it('has one font, in sizes that the decree knows', () => {
    const fonts = [...(paper.styles + paper.xml).matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]*)"/g)];
    expect(new Set(fonts.map(([, font]) => font))).toEqual(new Set(['Times New Roman']));
    const sizes = new Set(attributesOf(paper.xml, 'sz', 'val').map((half) => half / 2));
    expect([...sizes].filter((points) => points > 1 && (points < 11 || points > 14))).toEqual([]);
  });

  it('has a rule as long as the motto, and one of a third to a half under the organ', () => {
    const [left, right] = attributesOf(paper.xml, 'gridCol', 'w') as [number, number];
    expect(left + right).toBe(11906 - 1701 - 850);
    expect(right).toBeGreaterThanOrEqual(boldWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13));
    const [organ, motto] = [...paper.xml.matchAll(/<w:pBdr>.*?<w:ind [^>]*\/>/gs)].map(([ruled]) => {
      return attributesOf(ruled, 'ind', 'left')[0]! + attributesOf(ruled, 'ind', 'right')[0]!;
    });
    expect(Math.abs(right - motto! - boldWidth(MOTTO, 14))).toBeLessThanOrEqual(1);
    const share = (left - organ!) / boldWidth('PHƯỜNG AN HẢI', 13);
    expect(within(share, 1 / 3, 1 / 2)).toBe(true);
    expect(paper.xml).not.toContain('<w:u ');
  });

  it('every other paper keeps to the same page, font and sizes, and its tables to the width of the text', async () => {
    const { group } = snapshot.groups[0]!;
    const asked = [
      ...REPORT_CODES.map((paper) => ({ paper, period: closed })),
      ...[...CULTURE_WARD_CODES, ...CULTURE_GROUP_CODES].map((paper) => ({ paper, group }))
    ];
    for (const about of asked) {
      const { name, bytes } = (await askedFile(services, OFFICER, new URLSearchParams(about)))!;
      const { xml, styles, headers } = openPaper(bytes);
      for (const [section] of xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)) {
        const sides = ['top', 'bottom', 'left', 'right'].map(
          (side) => attributesOf(section, 'pgMar', side)[0]
        );
        expect([name, ...sides]).toEqual([name, 1134, 1134, 1701, 850]);
        expect([name, section.includes('<w:titlePg/>')]).toEqual([name, true]);
        expect([name, attributesOf(section, 'pgNumType', 'start')]).toEqual([name, [1]]);
      }
      const fonts = [
        ...(styles + xml + headers.join('')).matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]*)"/g)
      ];
      expect([name, ...new Set(fonts.map(([, font]) => font))]).toEqual([name, 'Times New Roman']);
      const sizes = attributesOf(xml, 'sz', 'val').filter((half) => half > 2 && (half < 22 || half > 28));
      expect([name, ...sizes]).toEqual([name]);
      for (const [table] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
        const width = attributesOf(table, 'gridCol', 'w').reduce((sum, one) => sum + one, 0);
        expect([name, [9355, 14287].includes(width)]).toEqual([name, true]);
      }
      const lines = xml.match(/Độc lập - Tự do - Hạnh phúc/g)?.length ?? 0;
      expect([name, lines > 0, xml.includes('<w:u ')]).toEqual([name, true, false]);
    }
  });

  it('leaves number and date to the clerk, sends copies, and ends with ./.', () => {
    expect(paper.lines.find((line) => line.startsWith('Số:'))).toMatch(/^Số:\s+\/BC-UBND$/);
    expect(paper.lines).toContainEqual(expect.stringMatching(/^An Hải, ngày\s+tháng 11 năm 2026$/));
    const nearer = paper.lines.slice(paper.lines.indexOf('Nơi nhận:') + 1);
    expect(nearer[0]).toBe('- Như trên;');
    expect(paper.lines).toContain('- Lưu: VT, VHXH.');
    expect(paper.lines.filter((line) => line.endsWith('./.'))).toHaveLength(1);
  });

  it('holds every figure of the closed period: each group, each indicator, numerator and denominator', () => {
    const tables = tablesIn(paper);
    const { campaign, groups } = snapshot;
    for (const { group, tallies, coverage } of groups) {
      const { name } = campaign.groups.find(({ id }) => id === group)!;
      const cells = tables
        .flat()
        .filter((row) => row[1] === name)
        .flat();
      expect(cells).toContainEqual(expect.stringContaining(counts(coverage[0], coverage[1])));
      for (const { rule } of campaign.indicators.filter((one) => one.rule !== null)) {
        const tally = tallies[rule!]!;
        const of = denominatorOf(tally);
        expect(cells).toContainEqual(
          expect.stringContaining(of === 0 ? 'Không phát sinh' : counts(tally[0], of))
        );
      }
    }
    const text = tables.flat(2);
    for (const { indicator, own } of planRows(campaign, groups, snapshot.typed)) {
      expect(text).toContain(`(${indicator.code})`);
      if (own && own.of > 0 && indicator.level !== 'group' && indicator.target.kind !== 'count') {
        expect(text).toContainEqual(expect.stringContaining(counts(own.tally[0], own.of)));
      }
    }
  });

  it('tables are as wide as the text, repeat their head and tear no line', () => {
    for (const [table] of [...paper.xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)]) {
      const width = attributesOf(table, 'gridCol', 'w').reduce((sum, one) => sum + one, 0);
      expect([11906 - 1701 - 850, 16838 - 1701 - 850]).toContain(width);
      expect(table.match(/<w:cantSplit\/>/g)?.length).toBe(table.match(/<w:tr>|<w:tr /g)?.length);
    }
    expect(paper.xml).toContain('<w:tblHeader/>');
  });

  it('stands on what the offices and the groups had said when the period was closed, and on nothing later', async () => {
    const said = snapshot.typed.map(({ indicator }) => indicator);
    expect(said).toEqual(expect.arrayContaining(['1', '10', '14']));
    expect(said, 'typed two weeks later').not.toContain('13b');
    const candidates = await readCandidates(services, snapshot);
    const told = candidates.flatMap(({ evidence, against }) => [...evidence, ...against]);
    expect(told).toEqual(
      expect.arrayContaining([
        'báo cáo đúng hạn 1/1 kỳ',
        'chưa đủ báo cáo đúng hạn',
        'điều kiện khống chế: Không nộp hoặc nộp chậm báo cáo'
      ])
    );
    expect(told.join()).not.toContain('xếp loại không xếp loại');
  });

  it('marks what nobody has written, and takes what somebody has', async () => {
    expect(paper.lines).toContain('[Cần viết: Ưu điểm]');
    const before = await readMissing(services, snapshot);
    expect(before).toContainEqual({ kind: 'judgement', code: 'strengths', asked: 'Ưu điểm' });
    await keepJudgements(services, 'canbo', snapshot.campaign, {
      strengths: 'Các tổ tham gia đầy đủ.\nĐúng hạn.'
    });
    const after = openPaper((await reportFile(services, 'ward-report', closed, 'docx'))!.bytes);
    expect(after.lines).toContain('Các tổ tham gia đầy đủ.');
    expect(after.lines).toContain('Đúng hạn.');
    expect(after.lines).not.toContain('[Cần viết: Ưu điểm]');
    const missing = await readMissing(services, snapshot);
    expect(missing.map((one) => 'code' in one && one.code)).not.toContain('strengths');
  });

  it('last year’s words are a start: they stand in no report before somebody has changed them', async () => {
    const next = { id: anId<CampaignId>(), year: snapshot.campaign.year + 1 };
    const strengths = 'Các tổ tham gia đầy đủ.';
    await keepJudgements(services, 'canbo', snapshot.campaign, { strengths });
    expect((await readJudgements(services, next)).before).toEqual({ strengths });
    expect(await keepJudgements(services, 'canbo', next, { strengths, causes: 'Do mưa bão.' })).toBe(1);
    expect((await readJudgements(services, next)).written).toEqual({ causes: 'Do mưa bão.' });
    const own = { strengths: 'Các tổ tham gia đầy đủ, sớm hơn năm trước.' };
    expect(await keepJudgements(services, 'canbo', next, own)).toBe(1);
    expect((await readJudgements(services, next)).written).toMatchObject(own);
  });

  it('is a draft on every page while the period is open, and never once it is closed', async () => {
    expect(paper.headers.filter((header) => header.includes('DỰ THẢO'))).toEqual([]);
    const draft = openPaper((await reportFile(services, 'ward-report', open, 'docx'))!.bytes);
    expect(draft.headers.every((header) => header.includes('DỰ THẢO'))).toBe(true);
  });

  it('its workbook holds the same tables', async () => {
    const papers = await makeReports(services, 'ward-report', snapshot);
    const made = tablesIn(openPaper(await paperFile(papers)));
    const cells = papers.flatMap(tablesOf).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(made.flat(2)).toEqual(expect.arrayContaining(cells));
    const book = await reportFile(services, 'ward-report', closed, 'xlsx');
    expect(book!.name).toBe('bao-cao-phuong-2026-10-31.xlsx');
    expect(textOf(`<w:t>${book!.bytes.subarray(0, 2).toString()}</w:t>`)).toBe('PK');
  });

  it('what a person decided about an award stands in the report with its reason, and taken files stand in the book', async () => {
    const { campaign, groups } = snapshot;
    const subject = groups[0]!.group;
    const said = { decision: 'proposed', reason: 'Mô hình thu gom rác tại nguồn' } as const;
    await chooseAward(services, 'canbo', campaign.id, subject, said);
    const report = openPaper((await reportFile(services, 'ward-report', closed, 'docx'))!.bytes);
    expect(tablesIn(report).at(-1)!.flat()).toContainEqual(expect.stringContaining(said.reason));
    const asked = new URLSearchParams({ paper: 'awards', period: closed });
    const file = (await askedFile(services, OFFICER, asked))!;
    const minutes = openPaper(file.bytes);
    expect(minutes.lines).toContain('TỜ TRÌNH');
    expect(minutes.lines).toContain('BIÊN BẢN');
    expect((await readActs(services.db, null, 1))[0]).toMatchObject({ act: 'paper-made', about: file.name });
  });

  it('households are proposed by their years with the decision beside each name; who has moved away is not, and of a group all can be seen', async () => {
    const households = async (group?: string) =>
      (await readCandidates(services, snapshot, group)).filter(({ kind }) => kind === 'household');
    const proposed = (await households()).filter((one) => one.isProposed);
    expect(proposed.length).toBeGreaterThan(6);
    for (const { name, of, evidence } of proposed) {
      expect([name, of]).not.toContain('');
      expect(evidence[0]).toMatch(/^[3-5] năm liên tục đạt Gia đình văn hóa \(202[1-3] - 2025\)$/);
      expect(evidence).toContain('quyết định số 251/QĐ-UBND (mẫu) ngày 05/12/2025');
    }
    const [{ subject, group, name }] = proposed as [(typeof proposed)[number]];
    const left = (await households(group)).filter((one) => one.group === group && !one.isProposed);
    expect(left.length).toBeGreaterThan(6);
    expect(left[0]!.against.join()).toContain('hết chỉ tiêu');
    const table = tablesIn(openPaper((await reportFile(services, 'awards', closed, 'docx'))!.bytes));
    expect(table.flat()).toContainEqual(expect.arrayContaining([name, 'Hộ gia đình']));

    const away: ImportedRow = {
      ...{ type: 'household', id: subject, household: subject as HouseholdId, group: group as GroupId },
      values: { closed: 'moved-away', closedOn: '2026-11-20' }
    };
    await services.write((trx) => importRows(trx, services, [away]));
    expect((await households()).map((one) => one.subject)).not.toContain(subject);
  });

  it('bình xét: the lists name nobody who is barred, and no paper says why', async () => {
    const { campaign } = snapshot;
    const rows = (await readRowsOfType(services.db, 'assessment')).map((row) =>
      assessmentFrom(fromStored(row))
    );
    const barred = rows.find(({ state, year }) => state === 'barred' && year === campaign.year)!;
    const [own] = (await readRowsOfHouseholds(services.db, [barred.household])).map(fromStored);
    const papers = await Promise.all(
      CULTURE_GROUP_CODES.map((code) => makeCulturePapers(services, OFFICER, code, own!.group))
    );
    const [list, dossier] = papers as [Paper[], Paper[]];
    expect(dossier.map(({ title }) => title)).toEqual(['VĂN BẢN ĐỀ NGHỊ', 'BẢNG TỔNG HỢP', 'BIÊN BẢN']);
    const written = JSON.stringify(papers);
    for (const { name } of campaign.culture!.bars) expect(written).not.toContain(name);
    const files = filesFrom((await readRowsOfGroup(services.db, own!.group)).map(fromStored));
    const heads = list[0]!.blocks.flatMap((block) =>
      block.kind === 'table' ? block.table.rows.map(({ cells }) => `${cells[1]} ${cells[2]}`) : []
    );
    const house = files.get(barred.household)!;
    expect(heads).not.toContain(`${house.people[0]!.name} ${showAddress(house.household)}`);
    const onTheWay = [...files.values()].filter(({ assessments }) =>
      assessments.some(
        ({ year, state }) =>
          year === campaign.year && standingOf(state) !== 'open' && standingOf(state) !== 'no'
      )
    );
    expect(heads).toHaveLength(onTheWay.length);
  });

  it('bình xét of the ward: the decision counts each group, the groups’ dossier has Mẫu 04, 05 of each, 06', async () => {
    const [decision] = (await makeCulturePapers(services, OFFICER, 'culture-decision', ''))!;
    expect(decision!.annexes[0]!.blocks).toHaveLength(1);
    const groups = (await makeCulturePapers(services, OFFICER, 'culture-groups', ''))!;
    expect(groups).toHaveLength(snapshot.groups.length + 2);
    expect(await makeCulturePapers(services, OFFICER, 'culture-public', 'nobody')).toBeUndefined();
    expect(await askedFile(services, OFFICER, new URLSearchParams({ paper: 'ward-report' }))).toBeUndefined();
  });

  it('a unit’s report is kept as it came; a file that is no document is not, whatever its name says', async () => {
    const { campaign, lines } = (await readUnitDesk(services))!;
    const about = { campaign: campaign.id, unit: lines[0]!.unit.id };
    const receive = (bytes: Uint8Array, name: string) =>
      receiveUnitReport(services, 'canbo', about, {
        ...{ receivedOn: '2026-11-20', note: 'bản ký số' },
        file: new File([new Uint8Array(bytes)], name)
      });
    expect(await receive(new TextEncoder().encode('<html>'), 'bao-cao.pdf')).toBe('wrong-kind');
    expect(await receive(zipSync({ 'a.exe': new Uint8Array(3) }), 'bao-cao.docx')).toBe('wrong-kind');
    expect(await receive(new Uint8Array(LARGEST_FILE + 1), 'bao-cao.pdf')).toBe('too-large');
    expect((await readUnitDesk(services))!.lines[0]!.state).toBe('owing');
    expect(await noteReminder(services, 'canbo', about.unit)).toBe(true);
    expect((await readUnitsToRemind(services))!.lines[0]).toMatchObject({
      ...{ unit: { id: about.unit }, state: 'owing', reminded: { at: services.now() } }
    });
    const report = (await reportFile(services, 'unit-report', closed, 'docx'))!.bytes;
    expect(await receive(report, 'Báo cáo.docx')).toBeUndefined();
    const [line] = (await readUnitDesk(services))!.lines;
    expect(line).toMatchObject({
      state: 'in-time',
      reports: [{ file: { name: 'Báo cáo.docx', kind: 'docx' } }]
    });
    expect((await readUnitsToRemind(services))!.lines.map(({ unit }) => unit.id)).not.toContain(about.unit);
    expect(await noteReminder(services, 'canbo', about.unit), 'it owes nothing any more').toBe(false);
    const kept = await readUnitFile(services.db, line!.reports[0]!.number);
    expect(Buffer.from(kept!.bytes).equals(report)).toBe(true);
  });
});

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;
const counts = (part: number, whole: number): string => `${writtenCount(part)}/${writtenCount(whole)}`;
