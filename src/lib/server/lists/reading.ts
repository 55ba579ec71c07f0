import { dayOf } from '$lib/domain/calendar';
import { groupNamedIn } from '$lib/domain/lists/group-words';
import type { ListHousehold, RowDoubt } from '$lib/domain/lists/list';
import { readListInParts } from '$lib/domain/lists/read-list';
import type { SheetSetup } from '$lib/domain/lists/setup';
import type { Sheet } from '$lib/domain/lists/sheet';
import { readListSheets } from '../queries/lists';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';
import { yieldTurn } from '../turns';

/** All sheets of a list as they were set up: households, and what could not be read. */
export async function readSheets(services: Services, list: string, setups: readonly SheetSetup[]) {
  const groups = (await currentCampaign(services))?.campaign.groups ?? [];
  const today = dayOf(services.now());
  const groupNamed = (cell: string) => groupNamedIn(cell, groups, true);
  const households: ListHousehold[] = [];
  const doubts: (RowDoubt & { sheet: string })[] = [];
  let passed = 0;
  for (const [at, json] of (await readListSheets(services.db, list)).entries()) {
    const setup = setups[at];
    if (!setup?.isUsed) continue;
    const { rows } = JSON.parse(json) as Sheet;
    const { name: sheet, from, columns, group } = setup;
    const parts = readListInParts(rows, { sheet, from, columns, group, today, groupNamed });
    let next = parts.next();
    while (!next.done) {
      await yieldTurn();
      next = parts.next();
    }
    const read = next.value;
    households.push(...read.households);
    doubts.push(...read.doubts.map((doubt) => ({ ...doubt, sheet })));
    passed += read.passed;
  }
  return { households, doubts, passed };
}
