import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { HouseholdId } from '$lib/domain/ids';
import { rankGroups } from '$lib/domain/figures/ranking';
import { openDatabase } from '$lib/server/database/open';
import { importRows } from '$lib/server/exchange/importing';
import { currentCampaign, createStandingsMemory, figures } from '$lib/server/ranking/ranking';
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
  const whole: Took[] = [];
  const one: Took[] = [];
  for (let run = 0; run < Math.max(runs, 5); run += 1) {
    Object.assign(services.remembered, createStandingsMemory());
    whole.push(await timed(services));
    await visit(services, home);
    one.push(await timed(services));
  }
  await services.close();
  const walls = (took: readonly Took[]) => took.map(({ wall }) => wall);
  const busy = (took: readonly Took[]) => took.map(({ processor }) => processor);
  return [
    compared(
      '**23 groups ranked by the ward’s services after a change** (bare: 11,000 households counted anew)',
      walls(one),
      walls(whole)
    ),
    compared(
      '– of it time of the processor, which others on the machine do not lengthen',
      busy(one),
      busy(whole)
    )
  ];
};

type Took = Readonly<{ wall: number; processor: number }>;

/** Milliseconds from the question to all places, with the reading of the database. */
async function timed(services: Services): Promise<Took> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const { groups } = await figures(services);
  const current = await currentCampaign(services);
  rankGroups(current!.campaign, groups, 'total');
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - began, processor: (user + system) / 1_000 };
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
