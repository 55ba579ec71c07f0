import type { Campaign } from './campaign';
import { isPortion } from './portion';
import type { ScaleItem } from './scale';
import type { CampaignProblem, CampaignProblemCode } from './campaign-problem';

/** What is wrong with a scale, for indicators of these codes. */
export function validateScale(
  { scale }: Pick<Campaign, 'scale'>,
  known: readonly string[]
): CampaignProblem[] {
  const bands = scale.bands.map(({ code }) => code);
  const shares = scale.ties
    .filter((tie) => tie.startsWith('share:'))
    .map((tie) => tie.slice('share:'.length));
  const named = scale.items.flatMap(({ indicators }) => indicators);
  return [
    ...scale.items.flatMap((item) => validateItem(item, known)),
    ...problems(
      'indicator-twice',
      named.filter((code, place) => named.indexOf(code) !== place)
    ),
    ...problems(
      'bands-not-descending',
      scale.bands.filter(isNotBelow).map(({ code }) => code)
    ),
    ...problems(
      'unknown-band',
      scale.gates.flatMap(({ code, band }) => (band === null || bands.includes(band) ? [] : code))
    ),
    ...problems(
      'unknown-indicator',
      [...shares, ...scale.gates.flatMap(({ indicator }) => indicator ?? [])].filter(
        (code) => !known.includes(code)
      )
    ),
    ...problems(
      'grant-not-positive',
      [...scale.bonuses, ...scale.deductions].filter(({ points }) => points <= 0).map(({ code }) => code)
    ),
    ...(isPortion(scale.leastCoverage) ? [] : problems('coverage-out-of-range', [''])),
    ...(scale.digits >= 0 && scale.digits <= 4 ? [] : problems('digits-out-of-range', ['']))
  ];
}

const problems = (code: CampaignProblemCode, about: readonly string[]): CampaignProblem[] =>
  about.map((one) => ({ code, about: one }));

function validateItem(
  { code, name, indicators, most, formula }: ScaleItem,
  known: readonly string[]
): CampaignProblem[] {
  const codes: CampaignProblemCode[] = [];
  if (name.trim() === '') codes.push('no-name');
  if (most <= 0) codes.push('points-not-positive');
  if (indicators.some((indicator) => !known.includes(indicator))) codes.push('unknown-indicator');
  if (formula.kind === 'steps') {
    const isSound = formula.steps.every(
      ({ share, points }) => isPortion(share) && points >= 0 && points <= most
    );
    if (!isSound || formula.steps.length === 0) codes.push('steps-wrong');
  }
  if (formula.kind === 'proportional' && formula.excess && !isPortion(formula.excess))
    codes.push('steps-wrong');
  return codes.map((one) => ({ code: one, about: code }));
}

const isNotBelow = ({ from }: { from: number }, place: number, all: readonly { from: number }[]): boolean =>
  place > 0 && from >= all[place - 1]!.from;
