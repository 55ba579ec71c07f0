import { RESIDENCES } from '$lib/domain/people/person';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Indicator, Target } from '$lib/domain/plan/indicator';
import type { FormReader } from '../http/form';
import { portionOf } from './percent';
import { readScale } from './scale';

/** The campaign as the page's form says it; what the form does not show stays as it was. */
export function readCampaignForm(form: FormReader, campaign: Campaign, newId: () => string): Campaign {
  return {
    ...campaign,
    title: form.required('title', 1_000),
    shortTitle: form.required('shortTitle', 200),
    startsOn: form.day('startsOn'),
    endsOn: form.day('endsOn'),
    legalBases: linesOf(form.text('legalBases', 3_000)),
    reports: campaign.reports.map((report, place) => ({
      ...report,
      beforeDay: form.day(`report.${place}.beforeDay`)
    })),
    choices: {
      workingFrom: form.number('workingFrom', 10, 20) * 12,
      ableToWork: form.all('ableToWork'),
      residences: RESIDENCES.filter((residence) => form.all('residences').includes(residence))
    },
    indicators: campaign.indicators.map((indicator) => readIndicator(form, indicator)),
    periods: readPeriods(form, campaign, newId),
    scale: readScale(form, campaign)
  };
}

function readIndicator(form: FormReader, indicator: Indicator): Indicator {
  const at = `indicator.${indicator.code}`;
  const asOf = form.text(`${at}.asOf`) === '' ? null : form.day(`${at}.asOf`);
  const target = readTarget(form, at, indicator.target);
  return {
    ...indicator,
    unit: target.kind === indicator.target.kind ? indicator.unit : unitFor(target, indicator),
    name: form.required(`${at}.name`, 300),
    shortName: form.required(`${at}.shortName`, 60),
    asOf,
    target
  };
}

const unitFor = ({ kind }: Target, { level }: Indicator): string =>
  kind === 'count' ? (level === 'household' ? 'hộ' : 'người') : '%';

/** A percentage as it is written is an exact share: 96,8 % is 968 of 1000. What the plan only states stays a figure. */
function readTarget(form: FormReader, at: string, before: Target): Target {
  const kind = before.kind === 'figure' ? 'figure' : form.oneOf(`${at}.kind`, ['share', 'all', 'count']);
  if (kind === 'all') return { kind };
  const decimal = form.decimal(`${at}.target`);
  if (decimal === null) {
    form.refuse(`${at}.target`, 'required');
    return before;
  }
  if (kind === 'figure') return { kind, value: decimal };
  if (kind === 'share') return { kind, ...portionOf(decimal) };
  if (!/^\d+$/.test(decimal)) form.refuse(`${at}.target`, 'not-a-number');
  return { kind, value: Number(decimal) || 0 };
}

/** A line without a name is taken away; a new one has a name and no id yet. */
function readPeriods(form: FormReader, { periods }: Campaign, newId: () => string): Campaign['periods'] {
  return form.indexes('period').flatMap((place) => {
    const at = `period.${place}`;
    const name = form.text(`${at}.name`, 120);
    if (name === '') return [];
    const id = periods.find((period) => period.id === form.text(`${at}.id`))?.id ?? newId();
    const days = { opensOn: form.day(`${at}.opensOn`), asOf: form.day(`${at}.asOf`) };
    return [{ id, name, ...days, dueBefore: form.day(`${at}.dueBefore`) }];
  });
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
