import { expect, it } from 'vitest';
import { groupNamedIn } from '$lib/domain/lists/group-words';
import type { ListHousehold } from '$lib/domain/lists/list';
import { readList } from '$lib/domain/lists/read-list';
import { proposeSetup } from '$lib/domain/lists/setup';
import { showAddress } from '$lib/domain/people/address';
import { readFile } from '$lib/server/lists/read-file';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { MESSY_FILES } from '../../support/lists/messy-files';

const { groups } = campaign2025;

it.each(MESSY_FILES)('$title', ({ file, bytes, households, doubts = [] }) => {
  const read = readFile(bytes);
  if ('problem' in read) throw new Error(read.problem);
  const lists = read.sheets.map((sheet) => {
    const { from, columns, group, isUsed } = proposeSetup(sheet, file, groups);
    const reading = { sheet: sheet.name, from, columns, group, today: '2026-11-20' };
    const none = { households: [], doubts: [], passed: 0 };
    return isUsed
      ? readList(sheet.rows, { ...reading, groupNamed: (cell) => groupNamedIn(cell, groups, true) })
      : none;
  });
  expect(lists.flatMap((list) => list.households.map(said))).toEqual(households);
  expect(lists.flatMap((list) => list.doubts.map(({ problem, text }) => `${problem} ${text}`))).toEqual(
    doubts
  );
});

function said({ group, people, address, phone }: ListHousehold): string {
  const place = groups.findIndex(({ id }) => id === group) + 1;
  const names = people.map(({ name, birth, sex, nationalId, residence }) =>
    [name, birth, sex, nationalId, residence].filter(Boolean).join(' ')
  );
  return [place, names.join(', '), showAddress(address), phone].filter(Boolean).join(' | ');
}
