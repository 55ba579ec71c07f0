import type { Missing } from '$lib/domain/papers/missing';

/** What lacks of one kind, in one line that opens, and where it can be mended. */
export type MissingShelf = Readonly<{ words: string; lines: string[]; href: string; place: string }>;

/** The missing parts by kind, in the order in which one would see to them; kinds that lack nothing are left out. */
export function missingShelves(missing: readonly Missing[]): MissingShelf[] {
  const shelf = <Kind extends Missing['kind']>(
    kind: Kind,
    words: (count: number) => string,
    line: (one: Extract<Missing, { kind: Kind }>) => string,
    [href, place]: readonly [string, string]
  ): MissingShelf[] => {
    const lines = missing.flatMap((one) => (one.kind === kind ? [line(one as never)] : []));
    return lines.length > 0 ? [{ words: words(lines.length), lines, href, place }] : [];
  };
  return [
    ...shelf(
      'period-open',
      () => 'Kỳ chưa chốt',
      () => 'Số liệu còn thay đổi cho đến khi chốt.',
      PERIODS
    ),
    ...shelf(
      'figure',
      (count) => `${count} chỉ tiêu chưa có số liệu`,
      ({ indicator, name }) => `(${indicator}) ${name}`,
      FIGURES
    ),
    ...shelf(
      'official',
      (count) => `${count} chỉ tiêu chưa có số của cơ quan chuyên môn, đang dùng số tổ dân phố rà soát`,
      ({ indicator, name }) => `(${indicator}) ${name}`,
      FIGURES
    ),
    ...shelf(
      'coverage',
      (count) => `${count} tổ dân phố rà soát chưa đủ, chưa được xếp hạng`,
      ({ group, share }) => `${group}: ${share} hộ`,
      PERIODS
    ),
    ...shelf(
      'judgement',
      (count) => `${count} chỗ chưa có lời nhận định`,
      ({ asked }) => asked,
      ['/ward/judgements', 'Viết nhận định']
    ),
    ...shelf(
      'signer',
      () => 'Chưa có họ tên người ký',
      () => 'Chỗ ký để trống tên.',
      ['/ward/paper-settings', 'Điền người ký']
    ),
    ...shelf(
      'scale',
      () => 'Thang điểm chưa được phê duyệt',
      () => 'Điểm và thứ hạng ghi là tạm tính.',
      ['/ward/campaign', 'Mở đợt thi đua']
    )
  ];
}

const PERIODS = ['/ward/periods', 'Mở Kỳ báo cáo'] as const;
const FIGURES = ['/ward/figures', 'Nhập số'] as const;
