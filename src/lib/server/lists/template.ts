import type { WardTable } from '$lib/domain/tables/table';
import { makeWorkbook } from '../exports/workbook';

const TEXT = [
  'Họ và tên',
  'Quan hệ với chủ hộ',
  'Giới tính',
  'Ngày sinh',
  'Số định danh',
  'Cư trú',
  'Địa chỉ',
  'Điện thoại'
];

const TEMPLATE: WardTable = {
  title: 'Danh sách hộ, nhân khẩu',
  about: '',
  columns: ['Số thứ tự hộ', 'Tổ dân phố', ...TEXT].map((name) => ({ name, kind: 'text' })),
  rows: [
    [
      '1',
      '1',
      'Nguyễn Văn Mẫu',
      'Chủ hộ',
      'Nam',
      '05/03/1958',
      '',
      'Thường trú',
      'Số 15 ngách 12 ngõ 124 đường Mẫu',
      ''
    ],
    ['1', '1', 'Trần Thị Mẫu', 'Vợ', 'Nữ', '1960', '', 'Thường trú', '', ''],
    ['2', '1', 'Phạm Thị Mẫu', 'Chủ hộ', 'Nữ', '12/04/1971', '', 'Tạm trú', 'Căn 0805 tòa B đường Mẫu', '']
  ]
};

/** A list to be filled in (tệp mẫu): its header is one that is read without a question. */
export const makeTemplate = (): Promise<Uint8Array<ArrayBuffer>> =>
  makeWorkbook({
    sheet: 'Danh sách',
    above: [
      'DANH SÁCH HỘ, NHÂN KHẨU',
      'Xóa ba dòng mẫu rồi điền. Mỗi người một dòng; người cùng hộ chung một số thứ tự hộ.'
    ],
    table: TEMPLATE
  });
