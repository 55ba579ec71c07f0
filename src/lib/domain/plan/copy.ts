import type { Day } from '../calendar';
import type { CampaignId } from '../ids';
import type { Campaign } from './campaign';
import type { Indicator } from './indicator';

/**
 * Next year's campaign as a copy (đợt thi đua năm sau): dates, birth years and periods move with it, questions and targets
 * stay. What only the old year's plan stated, and the approval of its scale, do not go with it.
 */
export function copyCampaign(
  campaign: Campaign,
  id: CampaignId,
  year: number,
  newId: () => string
): Campaign {
  const moved = moveToYear(campaign, year, newId);
  return {
    ...moved,
    id,
    legalBases: [],
    indicators: moved.indicators.map((indicator) => ({ ...indicator, stated: [] })),
    scale: { ...moved.scale, decision: null }
  };
}

/** The same campaign as if it had been another year's: every date, and who is old enough for school. */
export function moveToYear(campaign: Campaign, year: number, newId: () => string): Campaign {
  const years = year - campaign.year;
  const moved = (day: Day): Day => moveDay(day, years);
  const named = (text: string): string => renameYear(text, campaign.year, year);
  return {
    ...campaign,
    year,
    title: named(campaign.title),
    shortTitle: named(campaign.shortTitle),
    startsOn: moved(campaign.startsOn),
    endsOn: moved(campaign.endsOn),
    reports: campaign.reports.map((report) => ({ ...report, beforeDay: moved(report.beforeDay) })),
    indicators: campaign.indicators.map((indicator) => moveIndicator(indicator, years)),
    periods: campaign.periods.map(({ name, asOf, opensOn, dueBefore }) => ({
      id: newId(),
      name: named(name),
      asOf: moved(asOf),
      opensOn: moved(opensOn),
      dueBefore: moved(dueBefore)
    })),
    culture: campaign.culture && {
      ...campaign.culture,
      completeBefore: moved(campaign.culture.completeBefore)
    },
    scale: { ...campaign.scale, year }
  };
}

const moveIndicator = (indicator: Indicator, years: number): Indicator => ({
  ...indicator,
  asOf: indicator.asOf && moveDay(indicator.asOf, years),
  counting: indicator.counting && {
    ...indicator.counting,
    bornIn: indicator.counting.bornIn?.map((year) => year + years) ?? null
  }
});

/** 29/02 becomes 28/02. */
const moveDay = (day: Day, years: number): Day =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('02-29', '02-28')}`;

/** "năm 2025" and "30/11/2025"; years in the names of congresses and of terms of office stay. */
const renameYear = (text: string, from: number, to: number): string =>
  text.replaceAll(`năm ${from}`, `năm ${to}`).replaceAll(`/${from}`, `/${to}`);
