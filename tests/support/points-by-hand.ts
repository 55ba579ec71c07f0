import type { Counted } from './recount';

/**
 * Points of the proposed scale, worked out with a pencil: the plan's targets stand here a second time, and nothing imports
 * from src. What was not collected or does not arise is left out, and the rest counts as the whole.
 */
export function pointsByHand({ lines }: Pick<Counted, 'lines'>, reports: readonly [number, number]): number {
  const items = [
    upTo(20, share('13a'), 0.98),
    upTo(20, share('10'), 0.98),
    upTo(10, share('8a'), 0.968),
    upTo(5, share('8b'), 0.75),
    poverty(),
    schools(),
    upTo(5, share('13c'), 0.9),
    upTo(5, share('12'), 1),
    upTo(5, share('11'), 1),
    upTo(10, reports[1] === 0 ? undefined : reports[0] / reports[1], 1)
  ].filter((one) => one !== undefined);
  const [points, most] = [sum(items.map((one) => one.points)), sum(items.map((one) => one.most))];
  return (points * 100) / most;

  function share(line: string): number | undefined {
    const [counted, missing, unknown] = lines.get(line) ?? [0, 0, 0];
    const of = counted + missing + unknown;
    return of === 0 ? undefined : counted / of;
  }

  /** Poor households: none, or no points. Near-poor: all points up to 0,6 %, none from twice as many. Not asked counts against. */
  function poverty() {
    const [poor, , poorUnknown] = lines.get('7a') ?? [0, 0, 0];
    const [near, others, nearUnknown] = lines.get('7b') ?? [0, 0, 0];
    const over = (near + nearUnknown) / (near + others + nearUnknown) - 0.006;
    const forNear = 5 * Math.min(1, Math.max(0, 1 - over / 0.006));
    return { most: 10, points: (poor + poorUnknown === 0 ? 5 : 0) + forNear };
  }

  /** All children of the age, or no points for it; an age without children is not asked for. */
  function schools() {
    const ages = ['9a', '9b', '9c'].map(share).filter((one) => one !== undefined);
    if (ages.length === 0) return;
    return { most: 10, points: (10 * ages.filter((one) => one === 1).length) / ages.length };
  }
}

const upTo = (most: number, share: number | undefined, target: number) =>
  share === undefined ? undefined : { most, points: most * Math.min(1, share / target) };

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
