import type { Campaign } from '../plan/campaign';
import type { Indicator } from '../plan/indicator';
import { REPORTING } from '../plan/rules';
import type { Figures, GroupFigures, Tally } from './group-figures';

/** Figures with what the ward laid beside them. */
export type Scored = Figures & Pick<GroupFigures, 'values' | 'marks' | 'signedAt'>;

/** One figure of a group that can be judged: a tally, or one value a group, as counts (số đo). */
export type Measure = Readonly<{
  indicator: Pick<Indicator, 'code' | 'direction' | 'target'>;
  /** Null where no household stands behind it. */
  rule: string | null;
  tally: Tally;
}>;

/** What a group has for a code of the scale; nothing where it was not collected. */
export function measureOf(code: string, { indicators }: Campaign, figures: Scored): Measure | undefined {
  if (code === REPORTING) return valueOf(SIGNED_IN_TIME, figures);
  const indicator = indicators.find((one) => one.code === code);
  if (!indicator) return;
  if (indicator.rule === null) return valueOf(indicator, figures);
  const tally = figures.tallies[indicator.rule];
  return tally && { indicator, rule: indicator.rule, tally };
}

/** Chế độ báo cáo: periods signed in time, of those due. */
const SIGNED_IN_TIME: Measure['indicator'] = { code: REPORTING, direction: 'up', target: { kind: 'all' } };

function valueOf(indicator: Measure['indicator'], { values }: Scored): Measure | undefined {
  const value = values?.[indicator.code];
  if (!value) return;
  const [counted, of] = value;
  return { indicator, rule: null, tally: [counted, Math.max(0, of - counted), 0, 0] };
}
