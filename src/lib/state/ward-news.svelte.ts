import {
  type CampaignHere,
  type ConfirmedStore,
  type Place,
  readCampaign,
  readPlace,
  readStandings
} from '$lib/device/confirmed';
import type { Standings } from '$lib/domain/figures/standings';
import type { GroupId } from '$lib/domain/ids';
import type { Campaign } from '$lib/domain/plan/campaign';
import { completeCampaign } from './complete-campaign';

/** What the ward last said, as this phone keeps it: the plan, the standings, and how far its history is known here. */
export class WardNews {
  #place: Place | undefined = $state.raw();
  #campaign: CampaignHere | undefined = $state.raw();
  #standings: Standings | undefined = $state.raw();

  get place(): Place | undefined {
    return this.#place;
  }
  get campaign(): Campaign | undefined {
    return this.#campaign?.campaign;
  }
  /** The groups the ward has entrusted to this person; undefined before the first contact. */
  get groups(): GroupId[] | undefined {
    return this.#campaign?.groups;
  }
  get standings(): Standings | undefined {
    return this.#standings;
  }
  /** By how many milliseconds this phone's clock is ahead of the ward's; negative: behind (TI1). */
  get clockAhead(): number {
    const contact = this.#place?.contact;
    return contact ? contact.device - contact.server : 0;
  }

  /** Reads what is stored; the step it returns puts all of it on show together. */
  async read(confirmed: ConfirmedStore): Promise<() => void> {
    const [place, campaign, standings] = await Promise.all([
      readPlace(confirmed),
      readCampaign(confirmed),
      readStandings(confirmed)
    ]);
    const complete = campaign && { ...campaign, campaign: await completeCampaign(campaign.campaign) };
    return () => {
      this.#place = place;
      if (complete?.version !== this.#campaign?.version) this.#campaign = complete;
      if (standings?.asOf !== this.#standings?.asOf) this.#standings = standings;
    };
  }
}
