import type { NewChange } from '$lib/domain/entry/compose';
import type { HouseholdFile } from '$lib/domain/people/household-file';
import type { Past } from '$lib/device/past';
import type { Row } from '$lib/domain/entry/row';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { EntryId } from '$lib/domain/ids';
import { progressOf } from '$lib/domain/figures/progress';
import type { Standings } from '$lib/domain/figures/standings';
import { tallyFiles } from '$lib/domain/figures/tally';
import type { OwnEntry } from '$lib/state/own-work.svelte';
import type { Phone } from '$lib/state/phone.svelte';
import { aCampaign, anId, THE_DAY } from '../support/factories';

type World = {
  files?: HouseholdFile[];
  entries?: Partial<OwnEntry>[];
  standings?: Standings;
  unsent?: number;
  papers?: Row[];
  past?: Past;
  campaign?: Partial<Campaign>;
};

/** What the screens ask of a phone, held in memory; `recorded` is what they had it write. */
export function aStandInPhone(world: World = {}) {
  const { files = [], entries = [], standings, unsent = 0, papers = [], past, campaign: changed } = world;
  const campaign = aCampaign(changed);
  const group = campaign.groups[0]!;
  const recorded: { kind: string; changes: readonly NewChange[]; options?: object }[] = [];
  const file = (id: string) => files.find(({ household }) => household.id === id);
  const phone = {
    campaign,
    group,
    groupId: group.id,
    today: THE_DAY,
    standings,
    entries,
    ledger: { unsent },
    newId: () => anId(),
    actor: { account: anId(), name: 'Hoa', role: 'leader', groups: [group.id] },
    readPast: async () => past ?? { closed: [], history: undefined },
    picture: {
      files,
      allFiles: files,
      papers,
      file,
      progress: (id: string) => progressOf(file(id)!, campaign, THE_DAY),
      figures: { group: group.id, ...tallyFiles(files, campaign, THE_DAY) },
      stage: () => undefined,
      openDifferences: new Set<string>()
    },
    async record(kind: string, changes: readonly NewChange[], options?: object) {
      recorded.push({ kind, changes, options });
      return { kind: 'saved', id: anId<EntryId>() };
    }
  };
  return { phone: phone as unknown as Phone, recorded };
}
