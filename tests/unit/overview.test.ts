import { describe, expect, it } from 'vitest';
import type { GroupId } from '$lib/domain/ids';
import { overviewOf, type Sorting } from '$lib/domain/figures/overview';
import type { GroupFigures, Tally } from '$lib/domain/figures/group-figures';
import { aCampaign } from '../support/factories';

const campaign = aCampaign();
const [first, second, third] = campaign.groups.map(({ id }) => id) as [GroupId, GroupId, GroupId];

const figures = (group: GroupId, insurance: Tally, coverage: [number, number] = [10, 10]): GroupFigures => ({
  group,
  coverage,
  tallies: { insurance }
});

const THREE = [
  figures(first, [97, 3, 0, 5], [9, 10]),
  figures(second, [98, 2, 0, 0], [1, 10]),
  figures(third, [470, 5, 5, 0], [5, 10])
];

const orderBy = (sorting: Sorting, contacts = new Map()) =>
  overviewOf(campaign, THREE, contacts, sorting).rows.map(({ group }) => group.id);

describe('the ward at one look', () => {
  it('puts the judged values across, gia đình văn hóa and bảo hiểm y tế first', () => {
    const { columns } = overviewOf(campaign, THREE, new Map(), 'total');
    expect(columns.map(({ code }) => code)).toEqual('13a 10 8a 8b 7a 7b 9a 9b 9c 13c 12 11'.split(' '));
  });

  it('says of 470 of 480 that one is lacking, although 97,9 % looks like 98 %', () => {
    const cell = overviewOf(campaign, THREE, new Map(), 'total').rows.find(({ group }) => group.id === third)!
      .cells[1]!;
    expect(cell).toMatchObject({ counted: 470, of: 480, lacking: 1, meaning: 'near', unknown: 5 });
  });

  it('98 of 100 is reached, 97 of 100 is one short of a hundred and not near', () => {
    const { rows } = overviewOf(campaign, THREE, new Map(), 'group');
    expect(rows.map(({ cells }) => cells[1]!.meaning)).toEqual(['missing', 'reached', 'near']);
  });

  it('says "không phát sinh" where there is nobody to count, neither 0 % nor 100 %', () => {
    const { rows } = overviewOf(campaign, [figures(first, [0, 0, 0, 7])], new Map(), 'total');
    expect(rows[0]!.cells[1]!.meaning).toBe('not-arising');
    expect(rows[0]).toMatchObject({ rank: null, points: null });
  });

  it('adds the counts of the groups for the ward, never their percentages', () => {
    const { ward } = overviewOf(campaign, THREE, new Map(), 'total');
    expect(ward.cells[1]).toMatchObject({ counted: 665, of: 680 });
    expect(ward.coverage).toEqual([15, 30]);
  });

  it('sorts by share, by name, and by who is to be urged first', () => {
    expect(orderBy('insurance')).toEqual([second, third, first]);
    expect(orderBy('group')).toEqual([first, second, third]);
    expect(orderBy('coverage')).toEqual([second, third, first]);
    const contacts = new Map([
      [first, { lastContact: 2, unsent: 0 }],
      [second, { lastContact: 1, unsent: 4 }]
    ]);
    expect(orderBy('contact', contacts)).toEqual([third, second, first]);
  });
});
