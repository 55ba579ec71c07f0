import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '$lib/server/database/open';
import { fillSampleWard } from '$lib/server/sample/fill';
import { createServices, type Services } from '$lib/server/services';
import { readRanking } from '$lib/server/ranking-desk';
import { pointsByHand } from '../support/points-by-hand';
import { recount } from '../support/recount';

const NOW = Date.parse('2026-11-23T10:00:00+07:00');
const TODAY = '2026-11-23';

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
    const counted = recount(
      rows.map(({ group_id, ...row }) => ({ ...row, group: group_id })),
      TODAY,
      shown.campaign.startsOn
    );
    const reports = await reportsByHand();
    const marks = await services.db.selectFrom('marks').selectAll().execute();
    const byHand = shown.lines.map(({ group }) => {
      const given = marks
        .filter((mark) => mark.group_id === (group as string))
        .map(({ json }) => JSON.parse(json) as { kind: string; points: number })
        .reduce((sum, { kind, points }) => sum + (kind === 'bonus' ? points : -points), 0);
      return pointsByHand(counted.get(group)!, reports(group)) + given;
    });
    for (const [place, line] of shown.lines.entries()) {
      expect(line.value).toBeCloseTo(byHand[place]!, 9);
      expect(line.rank).toBeLessThanOrEqual(place + 1);
    }
    expect(byHand).toEqual([...byHand].sort((a, b) => b - a));
    expect(new Set(byHand.map((points) => points.toFixed(6))).size).toBeGreaterThan(15);
  });

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
