import { describe, expect, it } from 'vitest';
import { RankingBoard } from '$lib/state/ranking-board.svelte';
import { aCampaign, aFile, someFigures } from '../support/factories';
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
});
