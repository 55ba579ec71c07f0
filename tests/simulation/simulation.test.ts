import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUGS } from './bugs';
import { bundle } from './bundle';
import { draw } from './draw';
import { findBug, misplaced } from './find-bug';
import { FOUND } from './found';
import { runFound, runSeeds } from './processes';

const SCHEDULES = Number(process.env.SCHEDULES ?? 1_000);

describe('whatever happens between the phones and the ward', () => {
  let program: string;
  let outcomes: Map<string, string | null>;

  beforeAll(async () => {
    program = await bundle();
    outcomes = await runFound(program);
  });

  it('[EX3][EX4][OB3][EP1][EP2][EP3][EP4][PH1][SV1][SV2][SV3] nothing is lost, nothing counts twice, and all see the same in the end', async () => {
    const { done, failures } = await runSeeds(program, 1, SCHEDULES, { most: 5 });
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

  it('knows where each deliberate bug belongs', () => {
    expect(misplaced(BUGS, (file) => readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each(['no-dedupe', 'half-a-batch', 'refused-is-dropped', 'last-arrival-wins'])(
    'finds a deliberate bug: %s',
    async (name) => {
      const finder = await findBug(
        BUGS.find((bug) => bug.name === name)!,
        200,
        await bundle()
      );
      expect(finder).toBeDefined();
    },
    300_000
  );
});
