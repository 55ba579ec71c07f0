import { expect, it } from 'vitest';
import { enterList } from '$lib/server/lists/applying';
import { readListDesk } from '$lib/server/lists/lists-desk';
import { previewList } from '$lib/server/lists/previewing';
import { listsAtRest } from '$lib/server/lists/running';
import { takeList } from '$lib/server/lists/taking';
import { fromStored, readRowsOfType } from '$lib/server/queries/rows';
import { sampleWard } from '$lib/server/sample/sample-ward';
import { sampleLists } from '../../support/lists/sample-lists';
import { openTestServer } from '../../support/server';

it('an empty ward takes the lists of 23 groups in: every household and person once, and a second time nothing', async () => {
  const ward = sampleWard({ seed: 7, year: 2026, today: '2026-11-20', households: 690 });
  const server = await openTestServer({ campaign: ward.campaign, clock: () => Date.UTC(2026, 10, 20, 5) });
  const { services } = server;
  const { account } = (await server.addAccount({ role: 'officer' })).actor;
  const open = (type: string) => ward.rows.filter((row) => row.type === type && !row.values.closed).length;
  const take = async () => {
    const taken = await takeList(services, account, {
      file: 'toan phuong.xlsx',
      bytes: sampleLists(ward),
      purpose: 'import'
    });
    if (taken.kind === 'refused') throw new Error(taken.problem);
    const { book } = (await readListDesk(services, taken.id, { kind: null, page: 1 }))!;
    expect(book.setups.map(({ group }) => group)).toEqual(ward.groups.map(({ id }) => id));
    expect(await previewList(services, taken.id, book)).toBeUndefined();
    return taken.id;
  };
  const first = await take();
  expect((await readListDesk(services, first, { kind: null, page: 1 }))!.kinds).toEqual({
    new: { all: open('household'), open: 0, done: 0 }
  });
  await enterList(services, account, first);
  await listsAtRest(services);
  expect(server.faults).toEqual([]);
  const people = (await readRowsOfType(services.db, 'person')).map(fromStored);
  const told = ({ name, birth }: { name: unknown; birth: unknown }) => `${String(name)} ${String(birth)}`;
  expect(
    people.map(({ fields }) => told({ name: fields.name![0], birth: fields.birth?.[0] })).sort()
  ).toEqual(
    ward.rows
      .filter(({ type }) => type === 'person')
      .map(({ values }) => told(values as never))
      .sort()
  );
  const second = await take();
  expect((await readListDesk(services, second, { kind: null, page: 1 }))!.kinds).toEqual({});
  await server.close();
});
