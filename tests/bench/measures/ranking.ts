import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { HouseholdId } from '$lib/domain/ids';
import { rankGroups } from '$lib/domain/figures/ranking';
import { openDatabase } from '$lib/server/database/open';
import { importRows } from '$lib/server/importing';
import { currentCampaign, createStandingsMemory, figures } from '$lib/server/ranking';
import { fillSampleWard } from '$lib/server/sample/fill';
import { createServices, type Services } from '$lib/server/services';
import type { Measure } from '../bench-world';
import { FOLDER } from '../folder';
import { compared } from '../table';

/** The ward's own services on a database of 23 groups: everything counted anew, and ranked after one household has changed. */
export const ranking: Measure = async ({ runs }) => {
  const database = join(await mkdtemp(join(FOLDER, 'ranking-')), 'ward.db');
  const services = createServices(await openDatabase(database));
  await fillSampleWard(services);
  const home = await services.db
    .selectFrom('rows')
    .select(['household', 'group_id'])
    .where('type', '=', 'household')
    .executeTakeFirstOrThrow();
  const whole: number[] = [];
  const one: number[] = [];
  for (let run = 0; run < Math.max(runs, 5); run += 1) {
    Object.assign(services.remembered, createStandingsMemory());
    whole.push(await timed(services));
    await visit(services, home);
    one.push(await timed(services));
  }
  await services.close();
  return [
    compared(
      '**23 groups ranked by the ward’s services after a change** (bare: 11,000 households counted anew)',
      one,
      whole
    )
  ];
};

/** Milliseconds from the question to all places, with the reading of the database. */
async function timed(services: Services): Promise<number> {
  const began = performance.now();
  const { groups } = await figures(services);
  const current = await currentCampaign(services);
  rankGroups(current!.campaign, groups, 'total');
  return performance.now() - began;
}

const visit = (services: Services, { household, group_id }: { household: string; group_id: string }) =>
  services.write((trx) =>
    importRows(trx, services, [
      {
        ...{ type: 'visit', id: services.newId(), household: household as HouseholdId },
        ...{ group: group_id as never, values: { outcome: 'reviewed', on: '2026-11-20' } }
      }
    ])
  );
