import { addDays, type Day } from '$lib/domain/calendar';
import type { Campaign } from '$lib/domain/plan/campaign';
import { moveToYear } from '$lib/domain/plan/copy';
import type { Group } from '$lib/domain/plan/group';
import { CampaignId } from '$lib/domain/ids';
import { campaign2025 } from '../plan/campaign-2025';
import type { Random } from './random';

// However early in the year the sample is opened, its round has been going on for some weeks.
const WEEKS_BEHIND = 60;

/** The plan's campaign in another year, so that its dates are alive. What the plan states stays as it was written. */
export function moveCampaign(random: Random, year: number, today: Day): Campaign {
  const id = CampaignId.parse(random.id());
  const moved = moveToYear(campaign2025, year, random.id);
  const earliest = addDays(today, -WEEKS_BEHIND);
  return {
    ...moved,
    id,
    title: `Đợt thi đua mẫu năm ${year} (phường, người và số liệu đều được đặt ra để dùng thử)`,
    shortTitle: `Đợt thi đua năm ${year} (số liệu mẫu)`,
    startsOn: earliest < moved.startsOn ? earliest : moved.startsOn,
    sample: true,
    groups: []
  };
}

export const withGroups = (campaign: Campaign, groups: Group[]): Campaign => ({ ...campaign, groups });
