import { expect, it } from 'vitest';
import { encodingOf, readableText } from '$lib/domain/lists/encoding';
import { fromTcvn3, fromVni } from '$lib/domain/lists/legacy-encodings';

const SMALL = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';

it('the whole alphabet of TCVN3 is read, and the capitals that it has', () => {
  const typed =
    'aµ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËbcd®eÌÎÏÐÑªÒÓÔÕÖghi×ØÜÝÞklmnoßáâãä«åæçèé¬êëìíîpqrstuïñòóô\u00adõö÷øùvxyúûüýþ';
  expect(fromTcvn3(typed)).toBe(SMALL);
  expect(fromTcvn3('¡¢£¤¥¦§')).toBe('ĂÂÊÔƠƯĐ');
});

it('the whole alphabet of VNI is read, small and capital', () => {
  const typed =
    'aaøaûaõaùaïaêaèaúaüaéaëaâaàaåaãaáaäbcdñeeøeûeõeùeïeâeàeåeãeáeäghiìæóíòklmnooøoûoõoùoïoâoàoåoãoáoäôôøôûôõôùôïpqrstuuøuûuõuùuïööøöûöõöùöïvxyyøyûyõyùî';
  expect(fromVni(typed)).toBe(SMALL);
  expect(fromVni(typed.toUpperCase())).toBe(SMALL.toLocaleUpperCase('vi'));
});

it.each([
  ['tcvn3', ['NguyÔn V¨n An', 'TrÇn ThÞ B×nh', 'Lª B¸ Toµn', 'Bïi §øc HiÕu', 'Ph¹m Hång'], 'Lê Bá Toàn'],
  [
    'vni',
    ['Nguyeãn Vaên An', 'Traàn Thò Bình', 'Leâ Baù Toaøn', 'Buøi Ñöùc Hieáu', 'Phaïm Hoàng'],
    'Lê Bá Toàn'
  ],
  ['unicode', ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Bá Toàn', 'Bùi Đức Hiếu', 'Hà Toàn'], 'Lê Bá Toàn']
] as const)('a column typed in %s is known by its words', (encoding, cells, third) => {
  expect(encodingOf(cells)).toBe(encoding);
  expect(readableText(cells[2], encodingOf(cells))).toBe(third);
});

it('a name that could be both is read as its column is', () => {
  // "Toàn" of today would be "Tồn" in VNI.
  expect(readableText('Hà Toàn', 'unicode')).toBe('Hà Toàn');
  expect(readableText('Traàn Vaên Toàn', 'vni')).toBe('Trần Văn Tồn');
});

it('one old cell in a new column is read as well, and letters taken apart are put together', () => {
  expect(readableText('NguyÔn V¨n An')).toBe('Nguyễn Văn An');
  expect(readableText('Nguyễn Văn An'.normalize('NFD'))).toBe('Nguyễn Văn An');
});
