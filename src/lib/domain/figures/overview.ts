import type { Campaign } from '../plan/campaign';
import { toNumber } from './fraction';
import type { Group } from '../plan/group';
import type { GroupId } from '../ids';
import type { Indicator } from '../plan/indicator';
import { isAnswerRule, isCodedRule, type RuleName } from '../plan/rules';
import { rankGroups } from './ranking';
import { addFigures, denominatorOf } from './tally';
import type { Figures, GroupFigures, Tally } from './group-figures';
import { judgeTarget, shareDigits } from './target';

/** One figure against the plan; near: fewer than one in a hundred are lacking. */
export type Cell = Readonly<{
  counted: number;
  of: number;
  unknown: number;
  lacking: number;
  meaning: 'reached' | 'near' | 'missing' | 'not-arising' | 'not-judged';
  /** Decimals that do not belie the meaning. */
  digits: number;
  /** Whether the share is larger than before: 1, 0, -1; null where there is nothing to compare with. */
  trend: 1 | 0 | -1 | null;
}>;

/** When a group's phones were last heard of, and what they still hold, by their own word. */
export type Contact = Readonly<{ lastContact: number | null; unsent: number }>;

/** One group in the ward's overview. */
export type OverviewRow = Readonly<
  {
    group: Group;
    rank: number | null;
    points: number | null;
    coverage: Figures['coverage'];
    /** Reviewed far enough to stand beside the others (độ phủ). */
    isComplete: boolean;
    cells: Cell[];
  } & Contact
>;

/** The ward at one look (tổng quan): the plan's judged values across, the groups down, the ward on top. */
export type Overview = Readonly<{
  columns: readonly Indicator[];
  ward: Readonly<{ cells: readonly Cell[]; coverage: Figures['coverage'] }>;
  rows: readonly OverviewRow[];
}>;

const SORTINGS = ['total', 'group', 'coverage', 'contact'] as const;
export type Sorting = (typeof SORTINGS)[number] | RuleName;

/** What a page's address asks for; by total where it says nothing that is known. */
export function sortingFrom(asked: string | null): Sorting {
  const known = SORTINGS.find((one) => one === asked);
  if (known) return known;
  return asked !== null && isRule(asked) ? asked : 'total';
}

/** Sorted as asked: values from the best down, coverage and contact from the one to be urged first. */
export function overviewOf(
  campaign: Campaign,
  figures: readonly GroupFigures[],
  contacts: ReadonlyMap<GroupId, Contact>,
  sorting: Sorting,
  before: readonly GroupFigures[] = []
): Overview {
  const earlier = new Map(before.map((one) => [one.group, one]));
  const columns = judgedColumns(campaign);
  const points = new Map(rankGroups(campaign, figures, 'total').map(({ group, value }) => [group, value]));
  const groups = new Map(campaign.groups.map((group) => [group.id, group]));
  const rows = rankGroups(campaign, figures, rankedBy(sorting)).flatMap((standing): OverviewRow[] => {
    const group = groups.get(standing.group);
    const total = points.get(standing.group);
    return group
      ? [
          {
            group,
            rank: standing.rank,
            points: total ? toNumber(total) : null,
            coverage: standing.figures.coverage,
            isComplete: standing.isComplete,
            cells: cellsOf(columns, standing.figures, earlier.get(group.id)),
            ...(contacts.get(group.id) ?? { lastContact: null, unsent: 0 })
          }
        ]
      : [];
  });
  const ward = addFigures(figures);
  return {
    columns,
    ward: {
      cells: cellsOf(columns, ward, before.length > 0 ? addFigures(before) : undefined),
      coverage: ward.coverage
    },
    rows: sortRows(rows, sorting)
  };
}

/** In the order of the scale, by which people know them: what it weighs most stands first. */
export function judgedColumns({ indicators, scale }: Campaign): Indicator[] {
  const order = scale.items.flatMap((line) => line.indicators);
  return indicators
    .filter(({ rule }) => rule !== null && isRule(rule))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}

const rankedBy = (sorting: Sorting): 'total' | RuleName => (isRule(sorting) ? sorting : 'total');

/** Whether this version can count by it. */
const isRule = (name: string): name is RuleName => isCodedRule(name) || isAnswerRule(name);

/** Figures against the plan, column by column; `before` is what they are compared with. */
export const cellsOf = (
  columns: readonly Indicator[],
  figures: Pick<Figures, 'tallies'>,
  before?: Pick<Figures, 'tallies'>
): Cell[] =>
  columns.map((column) => ({
    ...cellOf(column, figures),
    trend: trendOf(figures.tallies[column.rule ?? ''], before?.tallies[column.rule ?? ''])
  }));

/** By whole numbers: which of two shares is larger. */
function trendOf(now: Tally | undefined, before: Tally | undefined): Cell['trend'] {
  if (!now || !before) return null;
  const [of, was] = [denominatorOf(now), denominatorOf(before)];
  if (of === 0 || was === 0) return null;
  return Math.sign(now[0] * was - before[0] * of) as -1 | 0 | 1;
}

function cellOf(indicator: Indicator, { tallies }: Pick<Figures, 'tallies'>): Omit<Cell, 'trend'> {
  const tally = tallies[indicator.rule ?? ''] ?? [0, 0, 0, 0];
  const [counted, , unknown] = tally;
  const of = denominatorOf(tally);
  const judged = judgeTarget(indicator, tally);
  const digits = shareDigits(indicator.target, counted, of);
  if (typeof judged === 'string') return { counted, of, unknown, lacking: 0, meaning: judged, digits };
  const meaning = judged.reached ? 'reached' : judged.lacking * 100 < of ? 'near' : 'missing';
  return { counted, of, unknown, lacking: judged.lacking, meaning, digits };
}

function sortRows(rows: OverviewRow[], sorting: Sorting): OverviewRow[] {
  const share = ([reviewed, open]: Figures['coverage']) => (open === 0 ? 1 : reviewed / open);
  switch (sorting) {
    case 'group':
      return rows.sort((a, b) => a.group.order - b.group.order);
    case 'coverage':
      return rows.sort((a, b) => share(a.coverage) - share(b.coverage));
    case 'contact':
      return rows.sort((a, b) => (a.lastContact ?? 0) - (b.lastContact ?? 0));
    default:
      return rows;
  }
}
