/** A page of the desk, and what its link says. */
type Place = Readonly<{ href: string; word: string }>;

type Shelf = Readonly<{ word: string; places: readonly Place[]; ofNames?: true }>;

/** Few words above; under each the pages that belong together. The first page of each is where its word leads. */
const SHELVES: readonly Shelf[] = [
  { word: 'Tổng quan', places: [{ href: '/ward', word: 'Tổng quan' }] },
  {
    word: 'Chỉ tiêu',
    places: [
      { href: '/ward/indicators', word: 'Toàn phường' },
      { href: '/ward/ranking', word: 'Xếp hạng' },
      { href: '/ward/figures', word: 'Số nhập tay' },
      { href: '/ward/changes', word: 'Biến động' }
    ]
  },
  {
    word: 'Đôn đốc',
    places: [
      { href: '/ward/urging', word: 'Đôn đốc' },
      { href: '/ward/calendar', word: 'Lịch' }
    ]
  },
  { word: 'Kỳ báo cáo', places: [{ href: '/ward/periods', word: 'Kỳ báo cáo' }] },
  {
    word: 'Văn bản',
    places: [
      { href: '/ward/papers', word: 'Báo cáo và văn bản' },
      { href: '/ward/judgements', word: 'Lời nhận định' },
      { href: '/ward/units', word: 'Báo cáo đơn vị' },
      { href: '/ward/awards', word: 'Khen thưởng' },
      { href: '/ward/exemplars', word: 'Điển hình' },
      { href: '/ward/paper-settings', word: 'Thể thức' }
    ]
  },
  {
    word: 'Gia đình văn hóa',
    places: [
      { href: '/ward/culture', word: 'Bình xét' },
      { href: '/ward/culture-papers', word: 'Hồ sơ, thời hạn' }
    ]
  },
  {
    word: 'Kế hoạch',
    places: [
      { href: '/ward/campaign', word: 'Đợt thi đua' },
      { href: '/ward/marks', word: 'Điểm thưởng, điểm trừ' },
      { href: '/ward/public', word: 'Trang công khai' }
    ]
  },
  {
    word: 'Danh sách',
    places: [
      { href: '/ward/lists', word: 'Nhập danh sách' },
      { href: '/ward/exports', word: 'Xuất bảng' },
      { href: '/ward/readers', word: 'Chia sẻ số liệu' }
    ]
  },
  {
    word: 'Việc cần xem',
    ofNames: true,
    places: [
      { href: '/ward/quarantine', word: 'Mục để riêng' },
      { href: '/ward/differences', word: 'Hai giá trị' },
      { href: '/ward/duplicates', word: 'Có thể trùng' },
      { href: '/ward/moving', word: 'Chuyển tổ' },
      { href: '/ward/second-copy', word: 'Nhận bản sao' }
    ]
  },
  {
    word: 'Tài khoản',
    places: [
      { href: '/ward/accounts', word: 'Tài khoản' },
      { href: '/ward/group-names', word: 'Tên các tổ' },
      { href: '/ward/devices', word: 'Máy' },
      { href: '/ward/audit', word: 'Nhật ký' }
    ]
  }
];

/** The shelves of somebody at the desk: what is sorted out name by name is for those who may read names. */
export const shelvesFor = (readsNames: boolean): readonly Shelf[] =>
  SHELVES.filter(({ ofNames }) => readsNames || !ofNames);
