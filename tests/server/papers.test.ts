import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planRows } from '$lib/domain/figures/plan-rows';
import { denominatorOf } from '$lib/domain/figures/tally';
import { tablesOf } from '$lib/domain/papers/paper';
import type { Snapshot } from '$lib/domain/papers/snapshot';
import { boldWidth } from '$lib/domain/papers/text-width';
import { writtenCount } from '$lib/domain/papers/written';
import { closePeriod } from '$lib/server/closing';
import { openDatabase } from '$lib/server/database/open';
import { keepJudgements } from '$lib/server/papers/keeping';
import { makeReports, readMissing, readSnapshot } from '$lib/server/papers/making';
import { paperFile } from '$lib/server/papers/paper-file';
import { reportFile } from '$lib/server/papers/writing';
import { currentCampaign } from '$lib/server/ranking';
import { fillSampleWard } from '$lib/server/sample/fill';
import { createServices, type Services } from '$lib/server/services';
import { attributesOf, type OpenedPaper, openPaper, tablesIn, textOf } from '../support/papers';

const NOON = Date.UTC(2026, 10, 23, 5);
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
});

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;
const counts = (part: number, whole: number): string => `${writtenCount(part)}/${writtenCount(whole)}`;
