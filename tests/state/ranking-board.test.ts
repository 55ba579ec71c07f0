import { describe, expect, it } from 'vitest';
import { RankingBoard } from '$lib/state/ranking-board.svelte';
import { aCampaign, aFile, aHousehold, anId, someFigures } from '../support/factories';
import { aStandInPhone } from './stand-in-phone';

const [own, other] = aCampaign().groups;
const standings = {
  version: '1',
  asOf: 0,
  groups: [someFigures(own!.id, [0, 1, 0, 0]), someFigures(other!.id, [1, 1, 0, 0])]
};

describe('the ranking on a phone', () => {
  it('[PH3] shows the place as the ward said it, and beside it the place with what is not sent', () => {
    const board = new RankingBoard(aStandInPhone({ files: [aFile()], standings, unsent: 3 }).phone);
    expect(board.own?.rank).toBe(2);
    expect(board.ownWithUnsent?.rank).toBe(1);
  });

  it('[PH3] speaks of no second place where all is sent', () => {
    const board = new RankingBoard(aStandInPhone({ files: [aFile()], standings, unsent: 0 }).phone);
    expect(board.ownWithUnsent).toBeUndefined();
  });

  it('[PH3] what the next place needs is told with what is not sent counted in', () => {
    const [behind, ahead] = [
      someFigures(own!.id, [0, 0, 0, 0], { insurance: [0, 1, 0, 0] }),
      someFigures(other!.id, [0, 0, 0, 0], { insurance: [9, 1, 0, 0] })
    ];
    const said = { ...standings, groups: [behind, ahead] };
    const file = aFile({ household: aHousehold({ group: own!.id }) });
    const explained = (unsent: number) =>
      new RankingBoard(aStandInPhone({ files: [file], standings: said, unsent }).phone).explain(own!.id)!;
    expect(explained(0).above?.group).toBe(other!.id);
    expect(explained(1)).toMatchObject({ above: undefined, standing: { rank: 1 }, steps: [] });
    const theOther = new RankingBoard(aStandInPhone({ files: [file], standings: said, unsent: 1 }).phone);
    expect(theOther.explain(other!.id)!.standing.rank).toBe(1);
  });

  it('ranks by one indicator when asked', () => {
    const split = {
      ...standings,
      groups: [
        someFigures(own!.id, [0, 1, 0, 0], { insurance: [1, 0, 0, 0] }),
        someFigures(other!.id, [1, 0, 0, 0], { insurance: [0, 1, 0, 0] })
      ]
    };
    const board = new RankingBoard(aStandInPhone({ standings: split }).phone);
    expect(board.own?.rank).toBe(2);
    board.choose('insurance');
    expect(board.own?.rank).toBe(1);
  });

  it('turns to a closed period, ranked by the plan of that day, and says what has moved since', async () => {
    const then = [someFigures(own!.id, [1, 1, 0, 0]), someFigures(other!.id, [0, 1, 0, 0])];
    const closed = {
      ...{ period: anId<string>(), name: 'Kỳ tháng 10', asOf: '2025-10-31', closedAt: 0, closedBy: 'canbo' },
      ...{ campaign: aCampaign(), groups: then, typed: [], amendments: [] }
    };
    const past = { closed: [closed], history: undefined };
    const board = new RankingBoard(aStandInPhone({ standings, past }).phone);
    await board.lookBack();
    expect(board.own?.rank).toBe(2);
    expect(board.movements.get(own!.id)).toMatchObject({ before: 1, now: 2, places: -1 });
    board.turnTo(closed.period);
    expect(board.own?.rank).toBe(1);
    expect(board.ownWithUnsent).toBeUndefined();
  });
});
