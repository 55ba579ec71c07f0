import { scoreGroup } from '../figures/score';
import type { TitleYear } from '../people/assessment';
import { titleYears } from '../people/culture-process';
import { REPORTING } from '../plan/rules';
import type { AwardKind } from './award-table';
import type { AwardRules } from './award-rules';
import type { Portion } from '../plan/portion';
import { groupLines, writtenCell, writtenPoints } from './group-tables';
import type { Snapshot } from './snapshot';
import { writtenCount, writtenDay, writtenPart } from './written';

/** Somebody who may be proposed (ứng viên): known by a subject that stays the same from year to year. */
export type Candidate = Readonly<{
  subject: string;
  kind: AwardKind;
  name: string;
  of: string;
  evidence: readonly string[];
  /** The smaller the earlier. */
  order: number;
  /** Of which group: households have a quota in each. */
  group: string;
  /** Why the rules do not propose it; empty where they do. */
  against: readonly string[];
}>;

/** A household that may be exemplary, with all its years of gia đình văn hóa; its name is looked up later. */
export type AwardHousehold = Readonly<{
  id: string;
  group: string;
  titles: readonly TitleYear[];
}>;

/** A leader, by the account, with the group that is led. */
export type AwardLeader = Readonly<{ account: string; name: string; group: string }>;

/** What candidates are found among. */
export type AwardField = Readonly<{
  snapshot: Snapshot;
  rules: AwardRules;
  households: readonly AwardHousehold[];
  leaders: readonly AwardLeader[];
  /** Year of the last award, by subject. */
  awarded: ReadonlyMap<string, number>;
}>;

/** Everybody the rules look at: proposed are those with nothing against them; quotas come last, by order. */
export function candidatesFor(field: AwardField): Candidate[] {
  return [...collectives(field), ...persons(field), ...exemplaryHouseholds(field)];
}

function collectives(field: AwardField): Candidate[] {
  const { snapshot, rules } = field;
  const { collective } = rules;
  const found = groupLines(snapshot).map(({ group, figures, standing }): Candidate => {
    const score = scoreGroup(snapshot.campaign, figures);
    const against = [
      ...(collective.ranked && !standing?.rank ? ['chưa đủ độ phủ để xếp hạng'] : []),
      ...(collective.bands.includes(score.band?.code ?? '')
        ? []
        : [score.band ? `xếp loại ${score.band.name}` : 'không xếp loại']),
      ...(collective.withoutGates
        ? snapshot.campaign.scale.gates
            .filter(({ code }) => score.gates.includes(code))
            .map(({ name }) => `điều kiện khống chế: ${name}`)
        : []),
      ...restedAgainst(field, group.id)
    ];
    return {
      ...{ subject: group.id, kind: 'collective', name: group.name, of: '', group: group.id, against },
      order: standing?.rank ?? Infinity,
      evidence: [
        `${standing?.rank ? `hạng ${standing.rank}/${snapshot.groups.length}; ` : ''}${writtenPoints(standing, snapshot.campaign.scale.digits)} điểm` +
          `${score.band ? `, xếp loại ${score.band.name}` : ''}`,
        ...mainFacts(snapshot, figures)
      ]
    };
  });
  return withinQuota(found, collective.quota);
}

/** The two indicators that the scale weighs most, as counts (kết quả chính). */
export function mainFacts({ campaign }: Snapshot, figures: Snapshot['groups'][number]): string[] {
  return [...campaign.scale.items]
    .sort((a, b) => b.most - a.most)
    .slice(0, 2)
    .flatMap(({ indicators: [code] }) =>
      campaign.indicators.filter((one) => one.code === code && one.rule !== null)
    )
    .map((indicator) => `${indicator.shortName}: ${writtenCell(indicator, figures)}`);
}

function persons(field: AwardField): Candidate[] {
  const { snapshot, rules, leaders } = field;
  const lines = groupLines(snapshot);
  const found = leaders.flatMap(({ account, name, group }): Candidate[] => {
    const line = lines.find((one) => one.group.id === group);
    if (!line) return [];
    const rank = line.standing?.rank ?? null;
    const [kept, due] = line.figures.values?.[REPORTING] ?? [0, 0];
    return [
      {
        ...{ subject: account, kind: 'person', name, of: line.group.name, group, order: rank ?? Infinity },
        evidence: [
          `Tổ trưởng ${line.group.name}`,
          ...(rank ? [`tổ dân phố xếp hạng ${rank}/${snapshot.groups.length}`] : []),
          ...(due > 0 ? [`báo cáo đúng hạn ${kept}/${due} kỳ`] : []),
          `đã rà soát ${writtenPart(...line.figures.coverage)} hộ`
        ],
        against: [
          ...(rank !== null && rank <= rules.person.upToRank
            ? []
            : [`tổ dân phố không trong ${rules.person.upToRank} hạng đầu`]),
          ...(rules.person.reportsKept && kept < due ? ['chưa đủ báo cáo đúng hạn'] : []),
          ...restedAgainst(field, account)
        ]
      }
    ];
  });
  return withinQuota(found, rules.person.quota);
}

function exemplaryHouseholds(field: AwardField): Candidate[] {
  const { rules, households, snapshot } = field;
  const { year, groups } = snapshot.campaign;
  const names = new Map(groups.map(({ id, name }) => [id as string, name]));
  const found = households.flatMap(({ id, group, titles }): Candidate[] => {
    const years = titleYears(titles, year);
    const now = titles.find((one) => one.year === year);
    if (years.length + (now?.state === 'proposed' ? 1 : 0) < rules.household.years) return [];
    return [
      {
        ...{ subject: id, kind: 'household', name: '', group, order: -years.length },
        of: names.get(group) ?? '',
        evidence: titleEvidence(titles, years, year),
        against: restedAgainst(field, id)
      }
    ];
  });
  return withinQuota(found, rules.household.quota, ({ group }) => group, rules.household.mostAGroup);
}

/** Only what has been decided is told as a year of the title; of the present one, how far it is. */
function titleEvidence(titles: readonly TitleYear[], years: readonly number[], year: number): string[] {
  const of = (wanted: number | undefined) => titles.find((one) => one.year === wanted);
  const { decision, decidedOn } = of(years[0]) ?? {};
  return [
    ...(years.length > 0
      ? [
          `${writtenCount(years.length)} năm liên tục đạt Gia đình văn hóa (${[...new Set([years.at(-1), years[0]])].join(' - ')})`
        ]
      : []),
    ...(decision ? [`quyết định số ${decision}${decidedOn ? ` ngày ${writtenDay(decidedOn)}` : ''}`] : []),
    ...(years[0] === year
      ? []
      : [`năm ${year} ${of(year)?.state === 'proposed' ? 'đã đề nghị, ' : ''}chờ quyết định`])
  ];
}

/** "Một thành tích, một lần khen": who was awarded a short while ago rests. */
function restedAgainst({ awarded, rules, snapshot }: AwardField, subject: string): string[] {
  const year = awarded.get(subject);
  return year !== undefined && snapshot.campaign.year - year <= rules.restYears
    ? [`đã được khen thưởng năm ${year}`]
    : [];
}

/** Of those with nothing against them only the first so many stay, in each part by itself. */
function withinQuota(
  all: readonly Candidate[],
  { part, of }: Portion,
  partOf: (one: Candidate) => string = () => '',
  limit = Infinity
): Candidate[] {
  const taken = new Map<string, Candidate[]>();
  const sizes = new Map<string, number>();
  for (const one of all) sizes.set(partOf(one), (sizes.get(partOf(one)) ?? 0) + 1);
  return [...all]
    .sort((a, b) => compareOrder(a.order, b.order))
    .map((one) => {
      if (one.against.length > 0) return one;
      const key = partOf(one);
      const most = Math.min(limit, Math.floor(((sizes.get(key) ?? 0) * part) / of));
      const before = taken.get(key) ?? [];
      if (before.length < most) {
        taken.set(key, [...before, one]);
        return one;
      }
      // The rules cannot tell them apart: people choose.
      const isEqual = before.at(-1)?.order === one.order;
      return { ...one, against: [`hết chỉ tiêu (${most})${isEqual ? ', ngang người cuối danh sách' : ''}`] };
    });
}

const compareOrder = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
