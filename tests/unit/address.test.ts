import { describe, expect, it } from 'vitest';
import { alleyOf, compareNumbers, compareWalk, showAddress } from '$lib/domain/people/address';
import type { Household } from '$lib/domain/people/household';
import { aHousehold } from '../support/factories';

const bare = { houseNumber: null, subAlley: null, alley: null, street: null, addressNote: null };

describe('an address as it is said', () => {
  it.each<[Partial<Household>, string, string]>([
    [
      { houseNumber: '15', subAlley: '12', alley: '124', street: 'Lạch Tray' },
      'Số 15 ngách 12 ngõ 124 đường Lạch Tray',
      'Ngõ 124 đường Lạch Tray'
    ],
    [{ houseNumber: '12A', street: 'phố Cát Dài' }, 'Số 12A phố Cát Dài', 'Phố Cát Dài'],
    [
      { houseNumber: 'căn 0805', alley: 'tòa B', street: 'Máng Nước' },
      'Căn 0805 tòa B đường Máng Nước',
      'Tòa B đường Máng Nước'
    ],
    [{ alley: 'xóm Đình', addressNote: 'cạnh nhà văn hóa' }, 'Xóm Đình, cạnh nhà văn hóa', 'Xóm Đình'],
    [{ houseNumber: '7', street: 'Đường 351' }, 'Số 7 Đường 351', 'Đường 351'],
    [{ addressNote: 'đối diện cây đa' }, 'Đối diện cây đa', ''],
    [{}, '', '']
  ])('%j', (address, shown, alley) => {
    expect(showAddress({ ...bare, ...address })).toBe(shown);
    expect(alleyOf({ ...bare, ...address })).toBe(alley);
  });
});

describe('the walk along the alleys', () => {
  it('numbers come as people count', () => {
    expect(['10', '2', '12A', '12', null, '1'].sort(compareNumbers)).toEqual([
      null,
      '1',
      '2',
      '10',
      '12',
      '12A'
    ]);
  });

  it('the leader’s own order goes before the numbers', () => {
    const first = aHousehold({ houseNumber: '90', walkOrder: 1 });
    const between = aHousehold({ houseNumber: '1', walkOrder: 1.5 });
    const last = aHousehold({ houseNumber: '2', walkOrder: 2 });
    expect([last, between, first].sort(compareWalk)).toEqual([first, between, last]);
  });

  it('where the order says nothing, street, ngõ, ngách and number do', () => {
    const at = (alley: string, houseNumber: string) => aHousehold({ walkOrder: 0, alley, houseNumber });
    const walk = [at('9', '2'), at('9', '10'), at('124', '1')];
    expect([...walk].reverse().sort(compareWalk)).toEqual(walk);
  });
});
