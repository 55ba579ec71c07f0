import { toNumber } from '../figures/fraction';
import type { GroupFigures } from '../figures/group-figures';
import { rankOfficially, type Standing } from '../figures/ranking';
import { addFigures, denominatorOf } from '../figures/tally';
import { shareDigits } from '../figures/target';
import type { GroupId } from '../ids';
import type { Indicator } from '../plan/indicator';
import { REPORTING } from '../plan/rules';
import { column, type PaperRow, type PaperTable } from './paper';
import type { Snapshot } from './snapshot';
import { writtenPart } from './written';

/** The groups of the snapshot in their own order, with where they stand in the official ranking. */
export function groupLines({ campaign, groups }: Snapshot) {
  const standings = new Map(rankOfficially(campaign, groups).map((one) => [one.group, one]));
  return [...campaign.groups]
    .sort((a, b) => a.order - b.order)
    .flatMap((group) => {
      const figures = groups.find((one) => one.group === group.id);
      return figures ? [{ group, figures, standing: standings.get(group.id) }] : [];
    });
}

const MOST_A_TABLE = 5;

/** Annex II: numerator, denominator and share of each group; as many tables as the indicators need. */
export function groupTables(snapshot: Snapshot): PaperTable[] {
  const counted = snapshot.campaign.indicators.filter(({ rule }) => rule !== null);
  const parts: Indicator[][] = [];
  // All of about one width: a table of two columns beside two of five looks forgotten.
  const size = Math.ceil(counted.length / Math.ceil(counted.length / MOST_A_TABLE));
  for (let from = 0; from < counted.length; from += size) parts.push(counted.slice(from, from + size));
  return [
    standingTable(snapshot),
    ...parts.map((part, place) => countTable(snapshot, part, `Kết quả rà soát (${place + 1})`))
  ];
}

/** Coverage, points and rank of each group; who is not reviewed far enough has no place in it. */
function standingTable(snapshot: Snapshot): PaperTable {
  const { coverage } = addFigures(snapshot.groups);
  return {
    caption: 'Độ phủ rà soát, điểm và thứ hạng',
    columns: [
      ...GROUP_COLUMNS,
      ...[column('Số hộ đã rà soát/tổng số hộ', 62), column('Điểm', 40)],
      ...[column('Xếp hạng', 40), column('Số báo cáo đúng hạn', 46)]
    ],
    rows: [
      ...groupLines(snapshot).map(({ group, figures, standing }, place) => ({
        cells: [
          ...[String(place + 1), group.name, writtenPart(...figures.coverage)],
          ...[writtenPoints(standing, snapshot.campaign.scale.digits), writtenRank(standing)],
          writtenReports(figures)
        ]
      })),
      { cells: ['', 'Toàn phường', writtenPart(...coverage), '', '', ''], isSum: true }
    ],
    none: 'Không có tổ dân phố.'
  };
}

/** Of those that were due; nothing due is no zero. */
const writtenReports = ({ values }: GroupFigures): string => {
  const [kept, due] = values?.[REPORTING] ?? [0, 0];
  return due > 0 ? `${kept}/${due}` : '–';
};

function countTable(snapshot: Snapshot, part: readonly Indicator[], caption: string): PaperTable {
  const width = 188 / part.length;
  return {
    caption,
    columns: [
      ...GROUP_COLUMNS,
      ...part.map(({ code, shortName }) => column(`(${code}) ${shortName}`, width))
    ],
    rows: [
      ...groupLines(snapshot).map(({ group, figures }, place) => ({
        cells: [String(place + 1), group.name, ...part.map((one) => writtenCell(one, figures))]
      })),
      {
        cells: ['', 'Toàn phường', ...part.map((one) => writtenCell(one, addFigures(snapshot.groups)))],
        isSum: true
      } satisfies PaperRow
    ],
    none: 'Không có tổ dân phố.'
  };
}

const GROUP_COLUMNS = [column('TT', 12), column('Tổ dân phố', 52, 'left')];

/** "470/480 (97,9%)"; the digits never show a target as reached that is not. */
export function writtenCell(indicator: Indicator, { tallies }: Pick<GroupFigures, 'tallies'>): string {
  const tally = tallies[indicator.rule ?? ''] ?? [0, 0, 0, 0];
  const of = denominatorOf(tally);
  return writtenPart(tally[0], of, shareDigits(indicator.target, tally[0], of));
}

/** Cut, not rounded up: two groups never seem equal that are not by a rounding upward. */
export const writtenPoints = (standing: Standing | undefined, digits: number): string => {
  if (!standing?.value) return '–';
  const unit = 10 ** digits;
  return (Math.floor(toNumber(standing.value) * unit + 1e-9) / unit).toFixed(digits).replace('.', ',');
};

export const writtenRank = (standing: Standing | undefined): string =>
  standing?.rank ? String(standing.rank) : 'Chưa xếp';

/** A group's name by its id, as it was in the snapshot. */
export const groupNameIn = ({ campaign }: Pick<Snapshot, 'campaign'>, id: GroupId): string =>
  campaign.groups.find((group) => group.id === id)?.name ?? '';
