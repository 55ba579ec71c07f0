import { beforeAll, describe, expect, it } from 'vitest';
import { BUGS } from './bugs';
import { bundle } from './bundle';
import { draw } from './draw';
import { FOUND } from './found';
import { runFound, runSeeds } from './processes';

const SCHEDULES = Number(process.env.SCHEDULES ?? 80);

describe('whatever happens between the phones and the ward', () => {
  let program: string;
  let outcomes: Map<string, string | null>;

  beforeAll(async () => {
    program = await bundle();
    outcomes = await runFound(program);
  });

  it('[EX3][EX4][OB3][EP1][EP2][PH1][SV1][SV2][SV3] nothing is lost, nothing counts twice, and all see the same in the end', async () => {
    const { done, failures } = await runSeeds(program, 1, SCHEDULES);
    expect(failures).toEqual([]);
    expect(done).toBe(SCHEDULES);
  }, 900_000);

  it.each(FOUND.map(({ name }) => name))('%s', (name) => {
    expect(outcomes.get(name)).toBe(null);
  });
});

describe('the simulation itself', () => {
  it('draws the same schedule from the same seed, and another from another', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it.each(['no-dedupe', 'half-a-batch'])(
    'finds a deliberate bug: %s',
    async (name) => {
      const bug = BUGS.find((one) => one.name === name)!;
      const { failures } = await runSeeds(await bundle(bug), 1, 60, { most: 1, shrinks: false });
      expect(failures.length).toBeGreaterThan(0);
    },
    300_000
  );
});
