import type { GroupId } from '$lib/domain/ids';
import { textOf } from '$lib/domain/entry/reading';
import { type Compared, comparePeople } from '$lib/domain/lists/compare';
import type { ListItem } from '$lib/domain/lists/item';
import type { ListPerson } from '$lib/domain/lists/list';
import { addressOfRow } from '$lib/domain/lists/known';
import { cellsOf, readRow } from '$lib/domain/lists/read-row';
import { problemOf, type SetupProblem, type SheetSetup } from '$lib/domain/lists/setup';
import type { Sheet } from '$lib/domain/lists/sheet';
import { dayOf } from '$lib/domain/calendar';
import { showAddress } from '$lib/domain/people/address';
import { readListSheets } from '../queries/lists';
import { readGroups } from '../queries/ward';
import type { Services } from '../services';
import type { ListResult } from './book';
import { rememberHeaders, saveItems } from './previewing';
import { yieldTurn } from '../turns';
import { readKnown } from './ward-book';

type Setup = Readonly<{ setups: readonly SheetSetup[]; isWhole: boolean }>;

/** Lays another office's list beside the book (đối chiếu): who is in it and who is not; nothing is ever written from it. */
export async function compareList(
  services: Services,
  id: string,
  setup: Setup
): Promise<SetupProblem | undefined> {
  const problem = problemOf(setup.setups, false);
  if (problem) return problem;
  await rememberHeaders(services, setup.setups);
  const { people, groups, passed } = await readPeople(services, id, setup.setups);
  const homes = (await readKnown(services.db)).filter(
    ({ group, isClosed }) => !isClosed && groups.has(group)
  );
  const { known, strangers } = comparePeople(people, homes);
  const unlisted = known.filter(({ isListed }) => !isListed);
  const result: ListResult = {
    ...{ households: 0, people: people.length, same: known.length - unlisted.length, passed },
    ...{ doubts: [], doubtCount: 0, groups: [...groups] }
  };
  const [group] = groups;
  const items = [...unlisted.map(unlistedItem), ...strangers.map((person) => strangerItem(person, group!))];
  await saveItems(services, id, { ...setup, result }, items);
}

async function readPeople(services: Services, list: string, setups: readonly SheetSetup[]) {
  const today = dayOf(services.now());
  const people: ListPerson[] = [];
  const groups = new Set<GroupId>();
  let passed = 0;
  for (const [at, json] of (await readListSheets(services.db, list)).entries()) {
    const setup = setups[at];
    if (!setup?.isUsed) continue;
    const own = setup.group === null ? await readGroups(services.db) : [setup.group];
    own.forEach((group) => groups.add(group));
    for (const row of (JSON.parse(json) as Sheet).rows.slice(setup.from)) {
      const read = readRow(cellsOf(row, setup.columns), today);
      if (read) people.push(...read.people);
      else if (row.some((cell) => cell.trim() !== '')) passed += 1;
    }
    await yieldTurn();
  }
  return { people, groups, passed };
}

const LINE = { others: [], sheet: '', row: 0, facts: [], options: [], choice: 0 } as const;

const unlistedItem = ({ home, person }: Compared): ListItem => ({
  ...LINE,
  ...{ kind: 'gone', group: home.group, address: showAddress(addressOfRow(home.row)) },
  title: [textOf(person.row, 'name'), textOf(person.row, 'birth')?.slice(0, 4)].filter(Boolean).join(', ')
});

const strangerItem = ({ name, birth }: ListPerson, group: GroupId): ListItem => ({
  ...LINE,
  ...{ kind: 'new', group, address: '' },
  title: [name, birth?.slice(0, 4)].filter(Boolean).join(', ')
});
