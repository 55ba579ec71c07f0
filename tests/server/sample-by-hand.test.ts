import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '$lib/server/database/open';
import { fillSampleWard } from '$lib/server/sample/fill';
import { createServices, type Services } from '$lib/server/services';
import { readRanking } from '$lib/server/ranking/ranking-desk';
import { pointsByHand } from '../support/points-by-hand';
import { recount } from '../support/recount';

const NOW = Date.parse('2026-11-23T10:00:00+07:00');
const TODAY = '2026-11-23';
const SCORED = ['7a', '7b', '8a', '8b', '9a', '9b', '9c', '10', '11', '12', '13a', '13c'];

type Stored = Readonly<{ id: string; group_id: string; type: string; values: Record<string, unknown> }>;

describe('what the ward shows of the sample, worked out again from what its database holds', () => {
  let services: Services;
  let rows: (Stored & { household: string })[];
  beforeAll(async () => {
    services = createServices(await openDatabase(':memory:'), { now: () => NOW });
    await fillSampleWard(services, { households: 2_760 });
    const stored = await services.db.selectFrom('rows').selectAll().execute();
    rows = stored.map(({ id, group_id, household, type, fields }) => ({
      ...{ id, group_id, household, type },
      values: Object.fromEntries(
        Object.entries(JSON.parse(fields) as Record<string, [unknown, number]>).map(([field, [value]]) => [
          field,
          value
        ])
      )
    }));
  });
  afterAll(() => services.close());

  it('every group has the points, and the place, that a pencil gives it', async () => {
    const shown = (await readRanking(services, { period: null, by: null, group: null }))!;
    const pencil = await aPencil(shown.campaign.startsOn);
    const byHand = shown.lines.map(({ group }) => pencil(group));
    for (const [place, line] of shown.lines.entries()) {
      expect(line.value).toBeCloseTo(byHand[place]!, 9);
      expect(line.rank).toBeLessThanOrEqual(place + 1);
    }
    expect(byHand).toEqual([...byHand].sort((a, b) => b - a));
    expect(new Set(byHand.map((points) => points.toFixed(6))).size).toBeGreaterThan(15);
  });

  it('"thêm 4 thẻ BHYT là vượt tổ …": what the next place needs is what trying one after the other finds', async () => {
    const { campaign, lines } = (await readRanking(services, { period: null, by: null, group: null }))!;
    const pencil = await aPencil(campaign.startsOn);
    let told = 0;
    for (const { group } of lines) {
      const { above, steps } = (await readRanking(services, { period: null, by: null, group }))!.explained!;
      if (above === null) continue;
      const tried = SCORED.flatMap((indicator) => {
        const more = leastPast(pencil, group, pencil(above), indicator);
        return more === undefined ? [] : [{ indicator, more }];
      });
      const found = new Map(tried.map(({ indicator, more }) => [indicator, more]));
      expect(steps.map(({ indicator, more }) => [indicator, more])).toEqual(
        steps.map(({ indicator }) => [indicator, found.get(indicator)])
      );
      expect(steps.map(({ more }) => more)).toEqual(
        tried
          .map(({ more }) => more)
          .sort((a, b) => a - b)
          .slice(0, 3)
      );
      told += steps.length;
    }
    expect(told).toBeGreaterThan(10);
  });

  type Pencil = (group: string, changed?: Readonly<{ indicator: string; more: number }>) => number;

  /** A group's points by hand, marks included; or what they would be with so many more on the right side. */
  async function aPencil(startsOn: string): Promise<Pencil> {
    const counted = recount(
      rows.map(({ group_id, ...row }) => ({ ...row, group: group_id })),
      TODAY,
      startsOn
    );
    const reports = await reportsByHand();
    const reported = new Map([...counted.keys()].map((group) => [group, reports(group)]));
    const marks = await services.db.selectFrom('marks').selectAll().execute();
    const given = new Map<string, number>();
    for (const { group_id, json } of marks) {
      const { kind, points } = JSON.parse(json) as { kind: string; points: number };
      given.set(group_id, (given.get(group_id) ?? 0) + (kind === 'bonus' ? points : -points));
    }
    return (group, changed) => {
      const lines = new Map(counted.get(group)!.lines);
      if (changed) {
        const [have, lack, unknown, outside] = lines.get(changed.indicator) ?? [0, 0, 0, 0];
        const asked = Math.min(changed.more, unknown);
        const won = changed.more - asked;
        const isLess = ['7a', '7b'].includes(changed.indicator);
        if (won > (isLess ? have : lack)) return NaN;
        lines.set(
          changed.indicator,
          isLess
            ? [have - won, lack + asked + won, unknown - asked, outside]
            : [have + changed.more, lack - won, unknown - asked, outside]
        );
      }
      return pointsByHand({ lines }, reported.get(group)!) + (given.get(group) ?? 0);
    };
  }

  /** One after the other, until it is past; nothing where all of it is not enough. */
  function leastPast(pencil: Pencil, group: string, above: number, indicator: string): number | undefined {
    for (let more = 1; more <= 4_000; more += 1) {
      const points = pencil(group, { indicator, more });
      if (Number.isNaN(points)) return;
      if (points > above + 1e-9) return more;
    }
  }

  /** Of the periods that are over, those signed before the day that was named and not sent back. */
  async function reportsByHand(): Promise<(group: string) => [number, number]> {
    const entries = await services.db
      .selectFrom('rows')
      .innerJoin('chain', 'chain.seq', 'rows.seq')
      .innerJoin('entries', 'entries.number', 'chain.entry')
      .select(['rows.id', 'entries.captured_at'])
      .where('rows.type', '=', 'sign-off')
      .execute();
    const signedAt = new Map(entries.map(({ id, captured_at }) => [id, Number(captured_at)]));
    const due = Date.parse('2026-11-06T00:00:00+07:00');
    return (group) => {
      const own = rows.filter(({ group_id }) => group_id === group);
      const inTime = own.filter(({ type, id }) => type === 'sign-off' && signedAt.get(id)! < due);
      const isSentBack = own.some(
        ({ type, household, values }) =>
          type === 'review' &&
          household === group &&
          values.verdict === 'returned' &&
          inTime.some(({ id }) => id === values.signOff)
      );
      return [inTime.length > 0 && !isSentBack ? 1 : 0, 1];
    };
  }
});
