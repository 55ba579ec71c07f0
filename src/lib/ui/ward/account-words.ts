import type { Role } from '$lib/domain/actor';
import { showDay } from '../format';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  leader: 'Tổ trưởng',
  deputy: 'Tổ phó, cộng tác viên',
  officer: 'Cán bộ phường',
  viewer: 'Lãnh đạo phường (chỉ xem)'
};

export const roleOptions = (['leader', 'deputy', 'officer', 'viewer'] as const).map((value) => ({
  value,
  word: ROLE_WORDS[value]
}));

/** "từ 9/9/2025", "từ 9/9/2025 đến hết 31/12/2025". */
export const sayTerm = ({ from, to }: Readonly<{ from: string; to: string | null }>): string =>
  `từ ${showDay(from)}${to ? ` đến hết ${showDay(to)}` : ''}`;

type State = Readonly<{ disabledAt: number | null; hasPin: boolean; linkUntil: number | null }>;

/** Whether somebody can come in, in a few words with a mark. */
export function sayAccountState({ disabledAt, hasPin, linkUntil }: State): { mark: string; word: string } {
  if (disabledAt !== null) return { mark: 'missing', word: '– đã khóa' };
  if (hasPin) return { mark: 'reached', word: '✓ đang dùng' };
  return linkUntil === null
    ? { mark: 'missing', word: '! chưa có đường dẫn' }
    : { mark: 'near', word: '? chưa mở đường dẫn' };
}
