import { workbook } from './workbook';

/** A file as wards have them, and what must come of it: each household as "tổ | chủ hộ 1958 sex, người khác … | address | phone". */
export type MessyFile = Readonly<{
  title: string;
  file: string;
  bytes: Uint8Array;
  households: readonly string[];
  doubts?: readonly string[];
}>;

/** Text as a western code page keeps it, which old fonts were typed in. */
const western = (text: string): Uint8Array => Uint8Array.from([...text].map((sign) => sign.codePointAt(0)!));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const MESSY_FILES: readonly MessyFile[] = [
  {
    title: 'titles above, a header of two rows with merged cells, the year of birth under Nam or Nữ',
    file: 'DS nhan khau.xlsx',
    bytes: workbook([
      {
        name: 'Sheet1',
        merges: ['A1:C1', 'C6:D6'],
        rows: [
          ['CÔNG AN PHƯỜNG AN HẢI', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
          [],
          ['DANH SÁCH NHÂN KHẨU TỔ DÂN PHỐ SỐ 5'],
          ['(Tính đến ngày 01/11/2026)'],
          [],
          ['TT', 'Họ và tên', 'Năm sinh', null, 'Quan hệ với chủ hộ', 'Số CCCD', 'Nơi thường trú'],
          [null, null, 'Nam', 'Nữ'],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
          [
            1,
            'Nguyễn Văn An',
            1958,
            null,
            'Chủ hộ',
            '031058001234',
            'Số 15 ngõ 124 đường Tôn Đức Thắng, TDP 5, phường An Hải'
          ],
          [2, 'Trần Thị Bình', null, 1960, 'Vợ', '031160001235'],
          [3, 'Phạm Thị Lan', null, 1971, 'Chủ hộ', null, '7/12/124 Tôn Đức Thắng'],
          [4, 'Vũ Minh Khang', 2015, null, 'Con'],
          ['Tổng cộng: 4 người']
        ]
      }
    ]),
    households: [
      '5 | Nguyễn Văn An 1958 male 031058001234, Trần Thị Bình 1960 female 031160001235 | Số 15 ngõ 124 đường Tôn Đức Thắng',
      '5 | Phạm Thị Lan 1971 female, Vũ Minh Khang 2015 male | Số 7 ngách 12 ngõ 124 đường Tôn Đức Thắng'
    ]
  },
  {
    title: 'TCVN3 in a CSV of a western code page',
    file: 'TDP3.csv',
    bytes: western(
      'STT,Hä vµ tªn,Ngµy sinh,Giíi tÝnh,Quan hÖ,§Þa chØ\r\n1,NguyÔn ThÞ H­êng,5/3/1958,N÷,Chñ hé,"Sè 2, ngâ 8 ®­êng M¸ng N­íc"\r\n2,§ç §øc Anh,1985,Nam,Con,\r\n3,Lª B¸ Toµn,1/1/1990,Nam,Chñ hé,xãm §×nh\r\n'
    ),
    households: [
      '3 | Nguyễn Thị Hường 1958-03-05 female, Đỗ Đức Anh 1985 male | Số 2 ngõ 8 đường Máng Nước',
      '3 | Lê Bá Toàn 1990-01-01 male | Xóm Đình'
    ]
  },
  {
    title: 'VNI in capitals',
    file: 'danh sach.xlsx',
    bytes: workbook([
      {
        name: 'TDP 11',
        rows: [
          ['DANH SAÙCH HOÄ GIA ÑÌNH'],
          ['SOÁ TT', 'HOÏ VAØ TEÂN CHUÛ HOÄ', 'NAÊM SINH', 'SOÁ NHAØ', 'NGOÕ', 'ÑÖÔØNG'],
          ['1', 'NGUYEÃN VAÊN HUØNG', '1962', '12A', '45', 'KIEÀU HAÏ'],
          ['2', 'TRAÀN THÒ NGUYEÄT', '1970', '3', '45', 'KIEÀU HAÏ']
        ]
      }
    ]),
    households: [
      '11 | Nguyễn Văn Hùng 1962 | Số 12A ngõ 45 đường KIỀU HẠ',
      '11 | Trần Thị Nguyệt 1970 | Số 3 ngõ 45 đường KIỀU HẠ'
    ]
  },
  {
    title: 'letters taken apart (NFD), numbers as text and as numbers that lost their zero',
    file: 'to 7.xlsx',
    bytes: workbook([
      {
        name: 'Tổ 7'.normalize('NFD'),
        rows: [
          [
            'Họ tên'.normalize('NFD'),
            'Năm sinh'.normalize('NFD'),
            'Số định danh'.normalize('NFD'),
            'ĐT',
            'Địa chỉ'.normalize('NFD')
          ],
          [
            'Đặng Thị Thuý'.normalize('NFD'),
            '1975',
            31175004321,
            912345678,
            'SN 4 ngõ 9 Hoàng Lâu'.normalize('NFD')
          ],
          [
            'Hoàng Văn Đức'.normalize('NFD'),
            1980,
            "'031080005555",
            '0984.123.456',
            'SN 6 ngõ 9 Hoàng Lâu'.normalize('NFD')
          ],
          [
            'Mai Thị Nga'.normalize('NFD'),
            1948,
            '031234567',
            '84 912 000 111',
            'SN 8 ngõ 9 Hoàng Lâu'.normalize('NFD')
          ]
        ]
      }
    ]),
    households: [
      '7 | Đặng Thị Thuý 1975 031175004321 | Số 4 ngõ 9 đường Hoàng Lâu | 0912345678',
      '7 | Hoàng Văn Đức 1980 031080005555 | Số 6 ngõ 9 đường Hoàng Lâu | 0984123456',
      '7 | Mai Thị Nga 1948 | Số 8 ngõ 9 đường Hoàng Lâu | 0912000111'
    ],
    doubts: ['old-id 031234567']
  },
  {
    title: 'a cover, a sheet for each group, one of them empty, and a hidden one',
    file: 'Ho gia dinh toan phuong.xlsx',
    bytes: workbook([
      { name: 'Bìa', rows: [['DANH SÁCH HỘ GIA ĐÌNH'], ['Phường An Hải, năm 2026']] },
      {
        name: 'TDP 01',
        rows: [
          ['STT', 'Chủ hộ', 'Sinh ngày', 'Địa chỉ'],
          [1, 'Bùi Văn Sơn', { day: 22723 }, 'Số 1 ngõ 3 đường Trại Chuối']
        ]
      },
      { name: 'TDP 02', rows: [['STT', 'Chủ hộ', 'Sinh ngày', 'Địa chỉ']] },
      {
        name: 'TDP 12',
        rows: [
          ['STT', 'Chủ hộ', 'Sinh ngày', 'Địa chỉ'],
          [1, 'Ngô Thị Hạnh', '12/4/1966', 'căn 0805 tòa B đường Máng Nước']
        ]
      },
      {
        name: 'TDP 13',
        hidden: true,
        rows: [
          ['STT', 'Chủ hộ', 'Địa chỉ'],
          [1, 'Cũ Văn Bỏ', 'Số 9 ngõ 9']
        ]
      }
    ]),
    households: [
      '1 | Bùi Văn Sơn 1962-03-18 | Số 1 ngõ 3 đường Trại Chuối',
      '12 | Ngô Thị Hạnh 1966-04-12 | Căn 0805 tòa B đường Máng Nước'
    ]
  },
  {
    title: 'husband and wife in one cell, their births as well',
    file: 'TDP số 4.xlsx',
    bytes: workbook([
      {
        name: 'Sheet1',
        rows: [
          ['STT', 'Họ và tên vợ chồng', 'Năm sinh', 'Địa chỉ'],
          [1, 'Lương Văn Minh\nĐoàn Thị Mơ', '1955\n1957', 'Số 3 ngõ 17 đường Đồng Dẻo'],
          [2, 'Tô Văn Hải - Cao Thị Yến', '1961 - 1964', 'Số 5 ngõ 17 đường Đồng Dẻo'],
          [3, 'Đinh Quang Vinh', '1970', 'Số 7 ngõ 17 đường Đồng Dẻo']
        ]
      }
    ]),
    households: [
      '4 | Lương Văn Minh 1955, Đoàn Thị Mơ 1957 | Số 3 ngõ 17 đường Đồng Dẻo',
      '4 | Tô Văn Hải 1961, Cao Thị Yến 1964 | Số 5 ngõ 17 đường Đồng Dẻo',
      '4 | Đinh Quang Vinh 1970 | Số 7 ngõ 17 đường Đồng Dẻo'
    ],
    doubts: ['several-people Lương Văn Minh\nĐoàn Thị Mơ', 'several-people Tô Văn Hải - Cao Thị Yến']
  },
  {
    title: 'dates as text in many forms, as days, as numbers, and wrong',
    file: 'tdp 6.xlsx',
    bytes: workbook([
      {
        name: 'TDP 6',
        rows: [
          ['STT', 'Họ và tên', 'Ngày tháng năm sinh', 'Quan hệ', 'Địa chỉ'],
          [1, 'Vũ Văn Một', '05/03/1958', 'chủ hộ', 'Số 1 ngõ 2 đường Máng Nước'],
          [2, 'Vũ Thị Hai', '5-3-85', 'con'],
          [3, 'Vũ Thị Ba', '05.03.1988', 'con'],
          [4, 'Vũ Thị Bốn', 'Ngày 5 tháng 3 năm 1990', 'con'],
          [5, 'Vũ Thị Năm', '3/1992', 'con'],
          [6, 'Vũ Thị Sáu', { day: 34463 }, 'con'],
          [7, 'Vũ Thị Bảy', 35193, 'con'],
          [8, 'Vũ Thị Tám', '1998-03-05', 'con'],
          [9, 'Vũ Thị Chín', '12/31/1999', 'con'],
          [10, 'Vũ Văn Mười', '31/02/2001', 'con'],
          [11, 'Vũ Thị Hoa', 98, 'con']
        ]
      }
    ]),
    households: [
      '6 | Vũ Văn Một 1958-03-05, Vũ Thị Hai 1985-03-05, Vũ Thị Ba 1988-03-05, Vũ Thị Bốn 1990-03-05, Vũ Thị Năm 1992-03, ' +
        'Vũ Thị Sáu 1994-05-09, Vũ Thị Bảy 1996-05-08, Vũ Thị Tám 1998-03-05, Vũ Thị Chín 1999-12-31, Vũ Văn Mười, Vũ Thị Hoa 1998 | Số 1 ngõ 2 đường Máng Nước'
    ],
    doubts: ['unread-birth 31/02/2001']
  },
  {
    title: 'a row a household, and a column that says whose it is',
    file: 'ho.xlsx',
    bytes: workbook([
      {
        name: 'Data',
        rows: [
          [
            'Mã hộ',
            'TDP',
            'Họ tên chủ hộ',
            'Số nhân khẩu',
            'Điện thoại',
            'Số nhà',
            'Ngách',
            'Ngõ',
            'Đường/phố',
            'Ghi chú'
          ],
          ['H001', '5', 'Hà Văn Tiến', 4, '0225 3741 234', '12', '', '124', 'Tôn Đức Thắng'],
          ['H002', 'TDP số 6', 'Khúc Thị Loan', 2, '', '14', '3', '124', 'Tôn Đức Thắng'],
          ['H003', 'Tổ dân phố 99', 'Lưu Văn Lạc', 1, '', '16', '', '124', 'Tôn Đức Thắng']
        ]
      }
    ]),
    households: [
      '5 | Hà Văn Tiến | Số 12 ngõ 124 đường Tôn Đức Thắng | 02253741234',
      '6 | Khúc Thị Loan | Số 14 ngách 3 ngõ 124 đường Tôn Đức Thắng'
    ],
    doubts: ['unknown-group Tổ dân phố 99']
  },
  {
    title: 'printed pages: the header again, totals, a signature',
    file: 'tdp 8.xlsx',
    bytes: workbook([
      {
        name: 'TDP 8',
        rows: [
          ['STT', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Quan hệ với CH', 'Chỗ ở'],
          [1, 'TRỊNH VĂN PHÚC', 1950, 'Nam', 'CH', 'Số 20 ngõ 5 đường Nguyễn Trường Tộ'],
          [2, 'ĐÀO THỊ SEN', 1953, 'Nữ', 'Vợ', ''],
          ['Cộng trang 1', null, 2],
          ['STT', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Quan hệ với CH', 'Chỗ ở'],
          [3, 'trịnh thị mai', 1978, 'Nữ', 'Con', ''],
          ['', 'Tổng cộng', 3],
          ['', '', '', '', 'An Hải, ngày 1 tháng 11 năm 2026'],
          ['', 'Người lập biểu'],
          ['', '(Ký, ghi rõ họ tên)']
        ]
      }
    ]),
    households: [
      '8 | Trịnh Văn Phúc 1950 male, Đào Thị Sen 1953 female, Trịnh Thị Mai 1978 female | Số 20 ngõ 5 đường Nguyễn Trường Tộ'
    ]
  },
  {
    title: 'a CSV of Excel in UTF-16 with tabs',
    file: 'TDP 9.csv',
    bytes: (() => {
      const text =
        '\ufeffHọ và tên\tNgày sinh\tNam\tNữ\tQuan hệ\tĐịa chỉ\r\nPhùng Văn Bắc\t02/09/1945\tx\t\tChủ hộ\tđội 3, cạnh nhà văn hóa\r\nVõ Thị Trung\t1950\t\tx\tVợ\t\r\n';
      return new Uint8Array(Buffer.from(text, 'utf16le'));
    })(),
    households: ['9 | Phùng Văn Bắc 1945-09-02 male, Võ Thị Trung 1950 female | Đội 3, cạnh nhà văn hóa']
  },
  {
    title: 'one sheet, a row with its name above each group',
    file: 'tong hop.xlsx',
    bytes: workbook([
      {
        name: 'Tổng hợp',
        rows: [
          ['TT', 'Họ và tên chủ hộ', 'Năm sinh', 'Địa chỉ'],
          ['Tổ dân phố số 14'],
          [1, 'Cao Văn Đông', 1966, 'Số 2 ngõ 20 đường Hoàng Lâu'],
          [2, 'Mai Văn Tây', 1967, 'Số 4 ngõ 20 đường Hoàng Lâu'],
          ['Tổ dân phố số 15'],
          [1, 'Lý Văn Nam', 1968, 'Số 6 ngõ 21 đường Hoàng Lâu']
        ]
      }
    ]),
    households: [
      '14 | Cao Văn Đông 1966 | Số 2 ngõ 20 đường Hoàng Lâu',
      '14 | Mai Văn Tây 1967 | Số 4 ngõ 20 đường Hoàng Lâu',
      '15 | Lý Văn Nam 1968 | Số 6 ngõ 21 đường Hoàng Lâu'
    ]
  },
  {
    title: 'the number, head and address of a household in cells merged over its people',
    file: 'TDP 16.xlsx',
    bytes: workbook([
      {
        name: 'Sheet1',
        merges: ['A2:A4', 'B2:B4', 'E2:E4', 'A5:A6', 'B5:B6'],
        rows: [
          ['Số hộ', 'Họ tên chủ hộ', 'Họ và tên thành viên', 'Ngày sinh', 'Địa chỉ', 'Tình trạng cư trú'],
          [1, 'Đỗ Thị Xuân', 'Nguyễn Hữu Thắng', '1959', 'Số 8 ngách 4 ngõ 77 đường Kiều Hạ', 'Thường trú'],
          [null, null, 'Đỗ Thị Xuân', '1961', null, 'Thường trú'],
          [null, null, 'Nguyễn Hữu Lợi', '20/10/1990', null, 'Tạm trú'],
          [2, 'Phan Văn Thu', 'Phan Văn Thu', '1972', 'Số 10 ngách 4 ngõ 77 đường Kiều Hạ', 'KT1'],
          [null, null, 'Phan Gia Bảo', '2010', null, 'KT1']
        ]
      }
    ]),
    households: [
      '16 | Đỗ Thị Xuân 1961 permanent, Nguyễn Hữu Thắng 1959 permanent, Nguyễn Hữu Lợi 1990-10-20 temporary | Số 8 ngách 4 ngõ 77 đường Kiều Hạ',
      '16 | Phan Văn Thu 1972 permanent, Phan Gia Bảo 2010 permanent | Số 10 ngách 4 ngõ 77 đường Kiều Hạ'
    ]
  },
  {
    title: 'another program: a prefix before all tags, text in the cells, in runs, and out of formulas',
    file: 'TDP 17.xlsx',
    bytes: workbook(
      [
        {
          name: 'Sheet1',
          rows: [
            ['STT', { runs: ['Họ và tên ', '(chữ in hoa)'] }, 'Năm sinh', 'Quan hệ', 'Địa chỉ thường trú'],
            [
              { formula: 'ROW()-1', was: '1' },
              { formula: 'UPPER(K2)', was: 'VŨ THỊ TUYẾT' },
              1949,
              'Chủ hộ',
              { runs: ['Số 33 ', 'xóm Chùa'] }
            ]
          ]
        }
      ],
      { inline: true }
    ),
    households: ['17 | Vũ Thị Tuyết 1949 | Số 33 xóm Chùa']
  },
  {
    title: 'old addresses with a district and a commune, semicolons between cells, quotes',
    file: 'TDP 18.csv',
    bytes: utf8(
      'STT;"Họ tên chủ hộ";"Năm sinh";"Địa chỉ"\n1;"Nguyễn Thị ""Bé"" Năm";1944;"Số 5, ngõ 30, xã Đặng Cương, huyện An Dương"\n2;Hồ Văn Cảnh;1969;"Số nhà 7B ngõ 30 đường Đồng Dẻo, thành phố Hải Phòng"\n'
    ),
    households: [
      '18 | Nguyễn Thị Bé Năm 1944 | Số 5 ngõ 30',
      '18 | Hồ Văn Cảnh 1969 | Số 7B ngõ 30 đường Đồng Dẻo'
    ]
  }
];
