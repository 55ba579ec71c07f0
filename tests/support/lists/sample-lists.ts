import { showAddress } from '$lib/domain/people/address';
import type { SampleWard } from '$lib/server/sample/sample-ward';
import { type MadeSheet, workbook } from './workbook';

const RELATIONS: Readonly<Record<string, string>> = {
  ...{ head: 'Chủ hộ', spouse: 'Vợ/chồng', child: 'Con', parent: 'Bố', sibling: 'Em', grandchild: 'Cháu' },
  other: 'Người khác'
};

/** The invented ward written out as the office would keep it: a sheet a group, titles above, a person a row, dates as they come. */
export function sampleLists({ groups, rows }: Pick<SampleWard, 'groups' | 'rows'>): Uint8Array {
  const addresses = new Map(
    rows
      .filter(({ type }) => type === 'household')
      .map(({ id, values }) => [id as string, showAddress({ ...NOWHERE, ...values })])
  );
  const sheets = groups.map(({ id, name }, place): MadeSheet => {
    let number = 0;
    let last = '';
    const people = rows.filter(({ type, group }) => type === 'person' && group === id);
    const lines = people.map(({ household, values }, at) => {
      const isFirst = household !== last;
      if (isFirst) number += 1;
      last = household;
      const { name: own, birth, sex, relation, nationalId } = values;
      return [
        ...[isFirst ? number : null, at % 3 === 0 ? String(own).toLocaleUpperCase('vi') : String(own)],
        ...[
          dateAs(String(birth ?? ''), at),
          sex === 'male' ? 'Nam' : 'Nữ',
          RELATIONS[String(relation)] ?? null
        ],
        ...[nationalId ? String(nationalId) : null, isFirst ? (addresses.get(household) ?? null) : null]
      ];
    });
    const header = [
      'Số hộ',
      'Họ và tên',
      'Ngày sinh',
      'Giới tính',
      'Quan hệ với chủ hộ',
      'Số định danh',
      'Địa chỉ'
    ];
    return {
      name: `Sheet${place + 1}`,
      rows: [
        ['UBND PHƯỜNG AN HẢI'],
        [`DANH SÁCH NHÂN KHẨU ${name.toLocaleUpperCase('vi')}`],
        [],
        header,
        ...lines
      ]
    };
  });
  return workbook(sheets);
}

const NOWHERE = { houseNumber: null, subAlley: null, alley: null, street: null, addressNote: null };

/** "05/03/1958", "5-3-1958", "05.03.1958": as whoever typed the row writes a day. */
function dateAs(birth: string, at: number): string {
  const [year = '', month, day] = birth.split('-');
  if (!month) return year;
  if (!day) return `${month}/${year}`;
  return [`${day}/${month}/${year}`, `${Number(day)}-${Number(month)}-${year}`, `${day}.${month}.${year}`][
    at % 3
  ]!;
}
