import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readApart } from '$lib/server/lists/read-apart';
import { readFile } from '$lib/server/lists/read-file';
import { hostileFiles } from '../../support/lists/hostile-files';
import { partsOf, workbook } from '../../support/lists/workbook';

const LIST = [
  {
    name: 'TDP 5',
    rows: [
      ['Họ và tên', 'Năm sinh'],
      ['Nguyễn Văn An', 1958]
    ]
  }
];

it.each(hostileFiles())('[T-H10] $title: it is refused, and says why', async ({ bytes, problem }) => {
  expect(await readApart(bytes)).toEqual({ problem });
});

it('[T-H10] a macro and pictures in a workbook are not looked at', () => {
  const parts = {
    ...partsOf(LIST),
    'xl/vbaProject.bin': strToU8('MsgBox'),
    '../../evil.sh': strToU8('rm -rf')
  };
  const read = readFile(zipSync(parts));
  expect('sheets' in read && read.sheets[0]!.rows[1]).toEqual(['Nguyễn Văn An', '1958']);
});

it('[T-H10] what a formula once came to is read as text, and nothing is reckoned', () => {
  const evil = { formula: 'HYPERLINK("http://evil","x")', was: '=cmd|calc' };
  const read = readFile(
    workbook([
      {
        name: 'TDP 5',
        rows: [
          ['Họ và tên', 'Năm sinh'],
          [evil, 1958]
        ]
      }
    ])
  );
  expect('sheets' in read && read.sheets[0]!.rows[1]).toEqual(['=cmd|calc', '1958']);
});

it('[T-H10] a file cut off anywhere, or with any byte turned, is refused or read, and never worse', () => {
  const whole = workbook(LIST);
  for (let cut = 0; cut < whole.length; cut += 7) {
    const read = readFile(whole.slice(0, cut));
    expect('problem' in read).toBe(true);
    const turned = whole.slice();
    turned[cut]! ^= 0xff;
    expect(readFile(turned)).toBeTypeOf('object');
  }
});
