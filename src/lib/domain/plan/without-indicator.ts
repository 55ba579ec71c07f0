import type { Campaign } from './campaign';
import type { Indicator } from './indicator';

/**
 * A draft without an indicator (bỏ chỉ tiêu): out of the scale, its gates and ties with it, and its question where no other
 * indicator asks it. What was answered to it stays with the households.
 */
export function withoutIndicator(campaign: Campaign, code: string): Campaign {
  const indicators = campaign.indicators.filter((one) => one.code !== code);
  const removed = campaign.indicators.find((one) => one.code === code);
  const { scale } = campaign;
  const items = scale.items.flatMap((line) => {
    const left = line.indicators.filter((one) => one !== code);
    return left.length === 0 && line.indicators.includes(code) ? [] : [{ ...line, indicators: left }];
  });
  return {
    ...campaign,
    indicators,
    questions: campaign.questions.filter(
      ({ field }) => field !== removed?.counting?.field || isAsked(field, indicators)
    ),
    scale: {
      ...scale,
      items,
      gates: scale.gates.filter(({ indicator }) => indicator !== code),
      ties: scale.ties.filter((tie) => tie !== `share:${code}`)
    }
  };
}

const isAsked = (field: string, indicators: readonly Indicator[]): boolean =>
  indicators.some(({ counting }) => counting?.field === field);
