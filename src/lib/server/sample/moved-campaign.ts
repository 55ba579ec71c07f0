import { addDays, type Day } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Group } from '$lib/domain/plan/group';
import { CampaignId } from '$lib/domain/ids';
import { campaign2025 } from '../plan/campaign-2025';
import type { Random } from './random';

// However early in the year the sample is opened, its round has been going on for some weeks.
const WEEKS_BEHIND = 60;

/** The plan's campaign in another year, so that its dates are alive. What the plan states stays as it was written. */
export function moveCampaign(random: Random, year: number, today: Day): Campaign {
  const moved = (day: Day): Day => `${year}${day.slice(4)}`;
  const startsOn = moved(campaign2025.startsOn);
  const earliest = addDays(today, -WEEKS_BEHIND);
  return {
    ...campaign2025,
    id: CampaignId.parse(random.id()),
    year,
    title: `Đợt thi đua mẫu năm ${year} (phường, người và số liệu đều được đặt ra để dùng thử)`,
    shortTitle: `Đợt thi đua năm ${year} (số liệu mẫu)`,
    startsOn: earliest < startsOn ? earliest : startsOn,
    endsOn: moved(campaign2025.endsOn),
    sample: true,
    reports: campaign2025.reports.map((report) => ({ ...report, beforeDay: moved(report.beforeDay) })),
    indicators: campaign2025.indicators.map((indicator) => ({
      ...indicator,
      asOf: indicator.asOf && moved(indicator.asOf)
    })),
    scale: { ...campaign2025.scale, year },
    groups: []
  };
}

export const withGroups = (campaign: Campaign, groups: Group[]): Campaign => ({ ...campaign, groups });
