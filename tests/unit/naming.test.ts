import { describe, expect, it } from 'vitest';
import { groupNameFrom, nameGroups, namesTwice } from '$lib/domain/plan/naming';
import { aCampaign } from '../support/factories';

describe('the name of a group', () => {
  it.each([
    ['An Trang', 'Tổ dân phố An Trang'],
    ['  số   7 ', 'Tổ dân phố số 7'],
    ['7', 'Tổ dân phố 7'],
    ['TDP Lương Quán', 'Tổ dân phố Lương Quán'],
    ['tổ dân phố Cữ Thôn', 'Tổ dân phố Cữ Thôn'],
    ['Tổ dân phố Đồng Tâm'.normalize('NFD'), 'Tổ dân phố Đồng Tâm'],
    ['Tổ dân phố', ''],
    ['   ', '']
  ])('%j is %j', (typed, name) => {
    expect(groupNameFrom(typed)).toBe(name);
  });

  it('what it was called before stays written down, once, and nothing else moves', () => {
    const campaign = aCampaign();
    const [first, ...others] = campaign.groups;
    const named = (plan: typeof campaign, name: string) => nameGroups(plan, new Map([[first!.id, name]]));
    const once = named(campaign, 'Tổ dân phố An Trang');
    expect(once.groups[0]).toEqual({ ...first, name: 'Tổ dân phố An Trang', oldNames: [first!.name] });
    expect(once.groups.slice(1)).toEqual(others);
    const back = named(once, first!.name);
    expect(back.groups[0]).toEqual({ ...first, oldNames: ['Tổ dân phố An Trang'] });
    expect(named(back, first!.name)).toEqual(back);
  });

  it('two of the same are found, whatever the letters’ case', () => {
    expect(namesTwice(['Tổ dân phố An Trang', 'Tổ dân phố AN TRANG', 'Tổ dân phố số 1'])).toEqual([
      'Tổ dân phố An Trang',
      'Tổ dân phố AN TRANG'
    ]);
    expect(namesTwice(['Tổ dân phố số 1', 'Tổ dân phố số 2'])).toEqual([]);
  });
});
