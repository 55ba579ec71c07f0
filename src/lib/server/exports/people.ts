import { textOf, valueOf } from '$lib/domain/entry/reading';
import type { Row } from '$lib/domain/entry/row';
import type { GroupId } from '$lib/domain/ids';
import { addressOfRow } from '$lib/domain/lists/known';
import { showAddress } from '$lib/domain/people/address';
import { householdFrom } from '$lib/domain/people/household';
import { columnsOf, type TableColumn, type TableValue, type WardTable } from '$lib/domain/tables/table';
import { changedHouseholds } from '../changes/changed-households';
import type { Services } from '../services';
import { showValue } from '$lib/ui/act-words';

type Group = Readonly<{ id: GroupId; name: string }>;

/** Every open household of some groups, in the order of the walk (danh sách hộ). */
export async function householdsTable(services: Services, groups: readonly Group[]): Promise<WardTable> {
  const rows: TableValue[][] = [];
  for (const { group, rows: own } of await openHouseholds(services, groups)) {
    const household = own.find(({ type }) => type === 'household')!;
    const people = openPeople(own);
    const head = people.find(({ id }) => id === valueOf(household, 'head')) ?? people[0];
    rows.push([
      ...[group, head ? textOf(head, 'name') : null, showAddress(addressOfRow(household))],
      ...[textOf(household, 'phone'), people.length]
    ]);
  }
  return {
    title: 'Danh sách hộ',
    about: 'Các hộ đang theo dõi, theo tổ và thứ tự đi trong ngõ.',
    columns: [
      ...columnsOf('text', 'Tổ dân phố', 'Chủ hộ', 'Địa chỉ'),
      secret('Điện thoại'),
      ...columnsOf('count', 'Số người')
    ],
    rows
  };
}

/** Every person of the open households of some groups (danh sách nhân khẩu). */
export async function peopleTable(services: Services, groups: readonly Group[]): Promise<WardTable> {
  const rows: TableValue[][] = [];
  let number = 0;
  for (const { group, rows: own } of await openHouseholds(services, groups)) {
    const household = own.find(({ type }) => type === 'household')!;
    number += 1;
    for (const person of openPeople(own)) {
      const said = (field: string): TableValue => {
        const value = valueOf(person, field);
        return value === null ? null : showValue(field, value);
      };
      rows.push([
        ...[number, group, textOf(person, 'name'), said('relation'), said('sex'), textOf(person, 'birth')],
        ...[textOf(person, 'nationalId'), said('residence'), showAddress(addressOfRow(household))],
        ...[said('insurance'), textOf(person, 'insuranceExpiry'), said('activity'), said('training')]
      ]);
    }
  }
  return {
    title: 'Danh sách nhân khẩu',
    about: 'Mỗi người một dòng; người cùng hộ chung một số thứ tự hộ trong tổ.',
    columns: [
      ...columnsOf('count', 'Số thứ tự hộ'),
      ...columnsOf('text', 'Tổ dân phố', 'Họ và tên', 'Quan hệ với chủ hộ', 'Giới tính'),
      ...columnsOf('day', 'Ngày sinh'),
      secret('Số định danh'),
      ...columnsOf('text', 'Cư trú', 'Địa chỉ', 'BHYT'),
      ...columnsOf('day', 'Hạn thẻ BHYT'),
      ...columnsOf('text', 'Việc làm', 'Trình độ')
    ],
    rows
  };
}

const secret = (name: string): TableColumn => ({ name, kind: 'text', isSecret: true });

async function openHouseholds(
  { db }: Services,
  groups: readonly Group[]
): Promise<{ group: string; rows: Row[] }[]> {
  const all: { group: string; rows: Row[] }[] = [];
  for (const { id, name } of groups) {
    const homes = (await changedHouseholds(db, id, undefined, ['household', 'person'])).filter((rows) =>
      rows.some((row) => row.type === 'household' && valueOf(row, 'closed') === null)
    );
    const placed = homes.map((rows) => ({ rows, household: rows.find(({ type }) => type === 'household')! }));
    placed.sort(
      (a, b) => placeOf(a.household) - placeOf(b.household) || (a.household.id < b.household.id ? -1 : 1)
    );
    all.push(...placed.map(({ rows }) => ({ group: name, rows })));
  }
  return all;
}

const placeOf = (row: Row): number => householdFrom(row).walkOrder;

function openPeople(rows: readonly Row[]): Row[] {
  const head = valueOf(
    rows.find(({ type }) => type === 'household'),
    'head'
  );
  return rows
    .filter((row) => row.type === 'person' && valueOf(row, 'closed') === null)
    .sort((a, b) => Number(b.id === head) - Number(a.id === head) || (birthOf(a) < birthOf(b) ? -1 : 1));
}

const birthOf = (row: Row): string => textOf(row, 'birth') ?? '9999';
