import type { GroupId } from '../ids';
import type { Campaign } from './campaign';

const KIND = 'Tổ dân phố';

/** As a group is called everywhere, from what was typed: "An Trang", "TDP số 7", "tổ dân phố 7". Empty stays empty. */
export function groupNameFrom(typed: string): string {
  const own = typed
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(tổ dân phố|tdp)(\s+|$)/i, '');
  return own === '' ? '' : `${KIND} ${own}`;
}

/** The same plan with its groups named anew (đổi tên tổ dân phố); what they were called before stays written down. */
export const nameGroups = (campaign: Campaign, names: ReadonlyMap<GroupId, string>): Campaign => ({
  ...campaign,
  groups: campaign.groups.map((group) => {
    const name = names.get(group.id) ?? group.name;
    if (name === group.name) return group;
    const oldNames = [...new Set([...group.oldNames, group.name])].filter((old) => old !== name);
    return { ...group, name, oldNames };
  })
});

/** Names that more than one group would bear, whatever their letters' case. */
export function namesTwice(names: readonly string[]): string[] {
  const spoken = names.map((name) => name.toLocaleLowerCase('vi'));
  return [...new Set(names.filter((_, at) => spoken.filter((one) => one === spoken[at]).length > 1))];
}
