import type { Doubt, DoubtCode } from '$lib/domain/figures/doubts';
import type { Indicator } from '$lib/domain/plan/indicator';
import { showCount, showDay } from '../format';

const WORDS: Readonly<Record<DoubtCode, (count: string, of: string, about: string) => string>> = {
  'all-alike': (count, _, about) => `${about}: cả ${count} người, hộ đều đạt, không một trường hợp nào thiếu`,
  'many-unclear': (count, of) => `${count} trong ${of} câu trả lời là “chưa rõ”`,
  'denominator-shrank': (count, of, about) => `${about}: mẫu số giảm ${count}, trước là ${of}`,
  'households-differ': (count, of) => `${count} hộ trong sổ, cơ quan quản lý ghi ${of} hộ`,
  'round-too-fast': (count, _, about) => `${count} hộ được rà soát trong một ngày (${about})`,
  'two-heads': (count) => `${count} hộ có hai chủ hộ`,
  'age-impossible': (count) => `${count} hộ có người quá 110 tuổi`,
  'head-too-young': (count) => `${count} hộ có chủ hộ dưới 15 tuổi`,
  'child-older-than-head': (count) => `${count} hộ có con lớn tuổi hơn chủ hộ`
};

/** A doubt is a question to a person, never a finding. */
export const sayDoubt = (
  { code, count, of, about }: Doubt,
  indicators: readonly Pick<Indicator, 'code' | 'shortName'>[]
): string => WORDS[code](showCount(count), showCount(of), sayAbout(about, indicators));

/** An indicator by its name, a day as people write it. */
function sayAbout(
  about: string | null,
  indicators: readonly Pick<Indicator, 'code' | 'shortName'>[]
): string {
  if (about === null) return '';
  const indicator = indicators.find(({ code }) => code === about);
  return indicator?.shortName ?? (/^\d{4}-/.test(about) ? showDay(about) : about);
}
