import { isComplete } from '../figures/ranking';
import { isProvisional } from '../figures/ranking';
import { askedFor, JUDGEMENTS, type JudgementCode, type Judgements } from './judgements';
import { rowsOfPlan } from './plan-tables';
import type { PaperSettings } from './settings';
import type { Snapshot } from './snapshot';
import { writtenPart } from './written';

/** What a report still lacks (phần còn thiếu), said before it is made; it can be made all the same. */
export type Missing = Readonly<
  | { kind: 'period-open' }
  | { kind: 'figure'; indicator: string; name: string }
  | { kind: 'official'; indicator: string; name: string }
  | { kind: 'coverage'; group: string; share: string }
  | { kind: 'judgement'; code: JudgementCode; asked: string }
  | { kind: 'signer' }
  | { kind: 'scale' }
>;

export function missingIn(snapshot: Snapshot, judgements: Judgements, settings: PaperSettings): Missing[] {
  const { campaign, groups, closedAt } = snapshot;
  const rows = rowsOfPlan(snapshot);
  const named = ({ indicator }: (typeof rows)[number]) => ({
    ...{ indicator: indicator.code, name: indicator.name }
  });
  return [
    ...(closedAt === null ? [{ kind: 'period-open' } as const] : []),
    ...rows
      .filter(({ meaning }) => meaning === 'not-collected')
      .map((row) => ({ kind: 'figure', ...named(row) }) as const),
    ...rows
      .filter((row) => row.indicator.hasOfficial && !row.official && row.meaning !== 'not-collected')
      .map((row) => ({ kind: 'official', ...named(row) }) as const),
    ...groups
      .filter((figures) => !isComplete(campaign, figures))
      .map(({ group, coverage }) => ({
        kind: 'coverage' as const,
        group: campaign.groups.find(({ id }) => id === group)?.name ?? '',
        share: writtenPart(...coverage)
      })),
    ...JUDGEMENTS.filter(([code]) => !judgements[code]?.trim()).map(
      ([code]) => ({ kind: 'judgement', code, asked: askedFor(code) }) as const
    ),
    ...(settings.signerName === '' ? [{ kind: 'signer' } as const] : []),
    ...(isProvisional(campaign) ? [{ kind: 'scale' } as const] : [])
  ];
}
