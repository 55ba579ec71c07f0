import { describe, expect, it } from 'vitest';
import type { EntryBody } from '$lib/domain/entry/entry';
import { EveningRound } from '$lib/state/evening-round.svelte';
import { QuestionRound, questionsToAsk } from '$lib/state/question-round.svelte';
import { RoundVisit } from '$lib/state/round-visit.svelte';
import { WalkOrder } from '$lib/state/walk-order.svelte';
import { aFile, aHousehold, aPerson, aVisit } from '../support/factories';
import { aStandInPhone } from './stand-in-phone';

const door = (alley: string, houseNumber: string, outcome?: string, changed: object = {}) => {
  const household = aHousehold({ alley, houseNumber, walkOrder: Number(houseNumber) });
  const visits = outcome ? [aVisit({ household: household.id, outcome })] : [];
  return aFile({ household, people: [aPerson({ household: household.id, ...changed })], visits });
};

const seen = door('12', '1', 'unchanged');
const fresh = door('12', '2');
const away = door('12', '3', 'absent');
const last = door('12', '4');
const other = door('14', '5');
const walk = [seen, fresh, away, last, other];
const roundOf = (files = walk) => {
  const { phone, recorded } = aStandInPhone({ files });
  return { round: new EveningRound(phone), recorded };
};
const at = (round: EveningRound) => round.current?.household.houseNumber;

describe('the evening round', () => {
  it('begins at the first door that nobody has seen, and says how the alley stands', () => {
    const { round } = roundOf();
    expect(at(round)).toBe('2');
    expect(round.number).toBe(2);
    expect(round.stand).toEqual({ heading: 'Ngõ 12 đường Lạch Tray', all: 4, seen: 1, away: 1, left: 2 });
    expect([round.all, round.left]).toEqual([5, 4]);
  });

  it('one tap is a visit and the next door; who was away waits for the second time', async () => {
    const { round, recorded } = roundOf();
    await round.visit('unchanged');
    expect(recorded).toMatchObject([
      { kind: 'visit', changes: [{ household: fresh.household.id, set: { outcome: 'unchanged' } }] }
    ]);
    expect(at(round)).toBe('4');
  });

  it('stops at the end of the alley, and goes on to the next one', async () => {
    const { round } = roundOf();
    round.goTo({ household: last.household.id });
    await round.visit('absent');
    expect(round.place.isEnd).toBe(true);
    expect(round.nextLeg?.heading).toBe('Ngõ 14 đường Lạch Tray');
    round.begin(round.nextLeg!);
    expect(at(round)).toBe('5');
    expect(round.place.isEnd).toBe(false);
  });

  it('goes a second time to those only who were away', async () => {
    const { round } = roundOf([away, fresh, door('14', '6', 'absent')]);
    round.beginAgain();
    expect(at(round)).toBe('3');
    await round.visit('unchanged');
    expect(at(round)).toBe('6');
  });

  it('goes back and on by a door, whoever has been seen, and stays at the ends', () => {
    const { round } = roundOf();
    round.step(-1);
    expect(at(round)).toBe('1');
    expect(round.isSeen).toBe(true);
    round.step(-1);
    expect(at(round)).toBe('1');
  });

  it('a visit taken back leads back to its door', async () => {
    const entries: { kind: string; body: EntryBody }[] = [];
    const { phone } = aStandInPhone({ files: walk, entries });
    const round = new EveningRound(phone);
    const visited = await round.visit('unchanged');
    if (visited.kind !== 'saved') throw new Error('not saved');
    entries.unshift({ kind: 'cancel', body: { epoch: null, about: { entry: visited.id }, changes: [] } });
    expect(round.takenBack?.household).toBe(fresh.household.id);
  });

  it('an address of a household that is no longer there opens the round where it goes on', () => {
    const { phone } = aStandInPhone({ files: walk });
    expect(at(new EveningRound(phone, { household: 'nobody' }))).toBe('2');
  });

  it('says nothing where the book is empty', () => {
    expect(roundOf([]).round.current).toBeUndefined();
  });
});

describe('a door of the round', () => {
  it('keeps a question that has been answered, so that the answer is seen', () => {
    const files = [door('12', '1', undefined, { insurance: null })];
    const { phone } = aStandInPhone({ files });
    const visit = new RoundVisit(phone, files[0]!.household.id);
    expect(visit.questions.map(({ field }) => field)).toEqual(['insurance']);
    expect(visit.open).toBe(1);
  });

  it('records an answer where it belongs', async () => {
    const file = door('12', '1', undefined, { insurance: null });
    const { phone, recorded } = aStandInPhone({ files: [{ ...file, assessments: [] }] });
    const visit = new RoundVisit(phone, file.household.id);
    for (const question of visit.questions) await visit.record(question, question.field, 'expected');
    expect(recorded.map(({ kind, changes }) => [kind, changes[0]?.type])).toEqual([
      ['person.change', 'person'],
      ['assess', 'assessment']
    ]);
  });
});

describe('one question down the alleys', () => {
  const unasked = { insurance: null };
  const files = [door('12', '1'), door('14', '2', undefined, unasked), door('16', '3', undefined, unasked)];

  it('opens in the first alley in which somebody is to be asked', () => {
    const { phone } = aStandInPhone({ files });
    const round = new QuestionRound(phone, 'insurance');
    expect(round.leg?.heading).toBe('Ngõ 14 đường Lạch Tray');
    expect(round.asked.map(({ person }) => person?.id)).toEqual([files[1]!.people[0]!.id]);
    expect([round.left, round.legs[round.next!]?.heading]).toEqual([2, 'Ngõ 16 đường Lạch Tray']);
  });

  it('lists what there is to ask, the most first, and a card that runs out apart', () => {
    const expiring = door('18', '4', undefined, { insuranceExpiry: '2025-12-05' });
    const { phone } = aStandInPhone({ files: [...files, expiring] });
    expect(questionsToAsk(phone)).toEqual([
      { field: 'insurance', open: 2 },
      { field: 'insuranceExpiry', open: 1 }
    ]);
    expect(new QuestionRound(phone, 'insuranceExpiry').left).toBe(1);
  });
});

describe('the order of the walk', () => {
  it('a household goes up by one place with one new number, recorded for everybody', async () => {
    const { phone, recorded } = aStandInPhone({ files: walk });
    await new WalkOrder(phone).step(last.household.id, -1);
    expect(recorded).toMatchObject([
      { kind: 'household.change', changes: [{ id: last.household.id, set: { walkOrder: 2.5 } }] }
    ]);
  });

  it('nothing is recorded at the ends', async () => {
    const { phone, recorded } = aStandInPhone({ files: walk });
    await new WalkOrder(phone).step(seen.household.id, -1);
    expect(recorded).toEqual([]);
  });

  it('where all have the same number, forty at a time move up', async () => {
    const many = Array.from({ length: 100 }, () => aFile({ household: aHousehold({ walkOrder: 0 }) }));
    const { phone, recorded } = aStandInPhone({ files: many });
    await new WalkOrder(phone).putBehind(many[99]!.household.id, many[9]!.household.id);
    expect(recorded.map(({ changes }) => changes.length)).toEqual([40, 40, 10]);
  });
});
