import { describe, expect, it } from 'vitest';
import type { AssessmentState } from '$lib/domain/people/assessment';
import type { CultureFile } from '$lib/domain/papers/culture-file';
import { cultureProposal, cultureSummary, decisionList, publicList } from '$lib/domain/papers/culture-papers';
import { cultureDecision } from '$lib/domain/papers/culture-ward-papers';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { culture } from '$lib/server/plan/culture';
import { paperSettings } from '$lib/server/plan/paper-settings';

const place = { settings: paperSettings, on: '2026-11-23' };

const fileOf = (...states: AssessmentState[]): CultureFile => ({
  ...{ group: campaign2025.groups[0]!, year: 2026, rules: culture, meeting: null },
  households: states.map((state, at) => ({
    ...{ head: `Nguyễn Văn ${at}`, address: `số ${at}, ngõ 5` },
    assessment: {
      ...{ state, agreed: 50, objection: null, objectionOn: null },
      ...{ objectionFound: null, decision: null, decidedOn: null }
    }
  }))
});

const saidOf = (file: CultureFile): string =>
  JSON.stringify([cultureProposal(file, place), cultureSummary(file, place)]);

describe('the dossier of gia đình văn hóa (Mẫu 01, 02)', () => {
  it('is a draft without a number while the list still hangs: nobody says that nobody qualifies', () => {
    const file = fileOf('published', 'published', 'not-expected');
    expect(saidOf(file)).toContain('2 hộ đủ điều kiện chưa qua thời gian công khai');
    expect(saidOf(file)).toContain('danh sách chưa qua thời gian công khai');
    expect(saidOf(file)).not.toMatch(/[Kk]hông phát sinh/);
    expect(cultureProposal(file, place).isDraft).toBe(true);
    expect(cultureSummary(file, place).isDraft).toBe(true);
  });

  it('says how many of how many are proposed, each with its line', () => {
    const file = fileOf('proposed', 'recognised', 'not-expected', 'barred');
    expect(saidOf(file)).toContain(
      'Tổng số hộ của tổ dân phố: 4 hộ; số hộ đủ điều kiện đề nghị: 2 hộ (50,0%).'
    );
    expect(saidOf(file)).toContain('Nguyễn Văn 1');
    expect(saidOf(file)).not.toContain('Nguyễn Văn 3');
    expect(cultureProposal(file, place).isDraft).toBe(false);
  });

  it('says that nobody has been assessed where that is so, and not that none arose', () => {
    const { households, ...file } = fileOf('proposed', 'proposed');
    const open = { ...file, households: households.map((one) => ({ ...one, assessment: null })) };
    const papers = [cultureProposal, cultureSummary, publicList, decisionList].map((make) =>
      make(open, place)
    );
    expect(JSON.stringify(papers)).not.toMatch(/[Kk]hông phát sinh/);
    expect(JSON.stringify(papers.slice(0, 3)).match(/chưa bình xét/g)).toHaveLength(3);
    expect(papers.slice(0, 2).every(({ isDraft }) => isDraft)).toBe(true);
  });

  it('the decision is a draft until no list hangs any more', () => {
    const [group] = campaign2025.groups;
    const isDraft = (proposed: number, waiting: number) =>
      cultureDecision(
        [{ group: group!, households: 50, proposed, waiting }],
        { year: 2026, rules: culture },
        place
      ).isDraft;
    expect([isDraft(0, 0), isDraft(40, 3), isDraft(43, 0)]).toEqual([true, true, false]);
  });

  it('says that none arose where none did', () => {
    const file = fileOf('not-expected', 'barred');
    expect(saidOf(file)).toContain('không phát sinh hộ đề nghị');
    expect(saidOf(file)).toContain('Không phát sinh hộ đủ điều kiện đề nghị.');
  });
});
