import type { Campaign } from '$lib/domain/plan/campaign';

/** A campaign that an earlier version of the app stored knows nothing of questions and periods: it has none. */
export async function completeCampaign(stored: Campaign): Promise<Campaign> {
  if ('questions' in stored && stored.indicators.every((indicator) => 'counting' in indicator)) return stored;
  // Once after an update; no other start waits for the schemas.
  const plan = await import('$lib/domain/plan/campaign');
  return plan.Campaign.parse(stored);
}
