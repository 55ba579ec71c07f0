import { describe, expect, it } from 'vitest';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import { REPORTING, shownRules } from '$lib/domain/plan/rules';
import { awardLines, type AwardChoice } from '$lib/domain/papers/award-choice';
import { awardTable } from '$lib/domain/papers/award-table';
import { type AwardField, candidatesFor } from '$lib/domain/papers/awards';
import type { AssessmentState } from '$lib/domain/people/assessment';
import type { Snapshot } from '$lib/domain/papers/snapshot';
import { awardRules } from '$lib/server/plan/award-rules';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { anAssessment } from '../../support/factories';

const groups = campaign2025.groups.slice(0, 10);

/** Every group has reached everything; the later in the list, the fewer with insurance. */
const figuresOf = (place: number, changed: Partial<GroupFigures> = {}): GroupFigures => ({
  group: groups[place]!.id,
  coverage: [100, 100],
  tallies: Object.fromEntries(
    shownRules(campaign2025).map((rule) => {
      const isNone = ['births', 'deaths', 'answer:7a', 'answer:7b'].includes(rule);
      const lacking = rule === 'insurance' ? place * 3 : 0;
      return [rule, isNone ? [0, 100, 0, 0] : [100 - lacking, lacking, 0, 0]];
    })
  ),
  values: { '13b': [1, 1], [REPORTING]: [2, 2] },
  marks: [],
  signedAt: 1,
  ...changed
});

const snapshot = (figures = groups.map((_, place) => figuresOf(place))): Snapshot => ({
  campaign: { ...campaign2025, groups },
  period: { id: '', name: '', asOf: '2025-11-30' },
  ...{ groups: figures, typed: [], closedAt: 1, corrections: [] }
});

const field = (changed: Partial<AwardField> = {}): AwardField => ({
  snapshot: snapshot(),
  rules: awardRules,
  households: [],
  leaders: [],
  awarded: new Map(),
  ...changed
});

/** Recognised in so many years up to 2024; this year it is so far. */
const household = (place: number, years: number, state: AssessmentState = 'published') => ({
  ...{ id: `h${place}`, group: id(place % 2) },
  titles: [
    anAssessment({ state }),
    ...Array.from({ length: years }, (_, ago) =>
      anAssessment({
        ...{ year: 2024 - ago, state: 'recognised' },
        ...{ decision: `${24 - ago}1/QĐ-UBND`, decidedOn: `${2024 - ago}-12-05` }
      })
    )
  ]
});

const proposed = (of: AwardField) =>
  candidatesFor(of)
    .filter(({ against }) => against.length === 0)
    .map(({ subject }) => subject);
const againstOf = (of: AwardField, subject: string) =>
  candidatesFor(of).find((one) => one.subject === subject)!.against;
const id = (place: number) => groups[place]!.id as string;

describe('award proposals', () => {
  it('take the first by rank up to the quota, and say that to the next', () => {
    expect(proposed(field())).toEqual([id(0), id(1), id(2)]);
    expect(againstOf(field(), id(3))).toEqual(['hết chỉ tiêu (3)']);
  });

  it('a gate keeps a group out whatever its points, and the next one moves up', () => {
    const gate = { kind: 'gate' as const, code: 'complaint', points: 0, reason: 'đơn tập thể' };
    const figures = groups.map((_, place) => figuresOf(place, place === 0 ? { marks: [gate] } : {}));
    const held = field({ snapshot: snapshot(figures) });
    expect(againstOf(held, id(0)).join()).toContain('khiếu kiện đông người');
    expect(proposed(held)).toHaveLength(3);
    expect(proposed(held)).not.toContain(id(0));
  });

  it('who is not reviewed far enough has no rank and is not proposed', () => {
    const figures = groups.map((_, place) => figuresOf(place, place === 1 ? { coverage: [94, 100] } : {}));
    expect(againstOf(field({ snapshot: snapshot(figures) }), id(1))).toContain('chưa đủ độ phủ để xếp hạng');
  });

  it('one achievement is awarded once: who was awarded last year rests, and no longer', () => {
    expect(againstOf(field({ awarded: new Map([[id(0), 2024]]) }), id(0))).toEqual([
      'đã được khen thưởng năm 2024'
    ]);
    expect(againstOf(field({ awarded: new Map([[id(0), 2023]]) }), id(0))).toEqual([]);
  });

  it('a household needs its years in a row, and each group has its own quota', () => {
    const households = Array.from({ length: 60 }, (_, place) =>
      household(place, place < 20 ? 2 : 3 + (place % 3))
    );
    const found = candidatesFor(field({ households })).filter(({ kind }) => kind === 'household');
    expect(found).toHaveLength(40);
    const good = found.filter(({ against }) => against.length === 0);
    // 15 % of the 20 that qualify in each of two groups.
    expect(good.map(({ group }) => group).sort()).toEqual([id(0), id(0), id(0), id(1), id(1), id(1)].sort());
    for (const { evidence } of good)
      expect(evidence).toEqual([
        '5 năm liên tục đạt Gia đình văn hóa (2020 - 2024)',
        'quyết định số 241/QĐ-UBND ngày 05/12/2024',
        'năm 2025 chờ quyết định'
      ]);
    const [next] = found.filter(({ against }) => against.join().includes('ngang người cuối danh sách'));
    expect(next!.against).toEqual(['hết chỉ tiêu (3), ngang người cuối danh sách']);
  });

  it('the year that is not decided helps to the years only once it is proposed, and is never told as one of them', () => {
    const rules = { ...awardRules, household: { ...awardRules.household, quota: { part: 1, of: 1 } } };
    const of = (state: AssessmentState) =>
      candidatesFor(field({ rules, households: [household(0, 2, state)] })).filter(
        ({ kind }) => kind === 'household'
      );
    expect(of('published')).toEqual([]);
    expect(of('proposed')[0]!.evidence).toEqual([
      '2 năm liên tục đạt Gia đình văn hóa (2023 - 2024)',
      'quyết định số 241/QĐ-UBND ngày 05/12/2024',
      'năm 2025 đã đề nghị, chờ quyết định'
    ]);
  });

  it('a leader is proposed with the group’s place and reports; one report too late is said', () => {
    const leaders = [0, 1].map((place) => ({ account: `a${place}`, name: 'Trần Thị Hoa', group: id(place) }));
    const rules = { ...awardRules, person: { ...awardRules.person, quota: { part: 1, of: 1 } } };
    const figures = groups.map((_, place) =>
      figuresOf(place, place === 1 ? { values: { '13b': [1, 1], [REPORTING]: [1, 2] } } : {})
    );
    const of = field({ leaders, rules, snapshot: snapshot(figures) });
    expect(againstOf(of, 'a0')).toEqual([]);
    expect(againstOf(of, 'a1')).toContain('chưa đủ báo cáo đúng hạn');
  });

  it('a person’s word goes before the rules, and stands with its reason on the list', () => {
    const candidates = candidatesFor(field());
    const choice = (decision: AwardChoice['decision'], reason: string): AwardChoice => ({
      ...{ decision, reason, by: 'x', at: 1 }
    });
    const lines = awardLines(
      candidates,
      new Map([
        [id(0), choice('dropped', 'đang có đơn thư')],
        [id(5), choice('proposed', 'mô hình cụm dân cư sạch')]
      ])
    );
    expect(lines.map(({ name }) => name)).toEqual([groups[1]!.name, groups[2]!.name, groups[5]!.name]);
    const cells = awardTable(lines).rows.at(-1)!.cells.join(' ');
    expect(cells).toContain('Mô hình cụm dân cư sạch.');
    expect(awardTable([]).rows).toEqual([]);
  });
});
