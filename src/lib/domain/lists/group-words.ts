import type { GroupId } from '../ids';
import { fold } from '../people/names';

type Named = Readonly<{ id: GroupId; name: string; oldNames?: readonly string[] }>;

/** The group that a title, a sheet's name or a cell speaks of ("TDP số 05", "Tổ dân phố Kiều Hạ"); nothing where several may be meant. */
export function groupNamedIn(
  text: string,
  groups: readonly Named[],
  isWholeCell = false
): GroupId | undefined {
  const plain = plainOf(text);
  if (plain === '') return;
  const found = groups.filter((group) =>
    [group.name, ...(group.oldNames ?? [])].some((name) => isNamed(keyOf(name), plain, isWholeCell))
  );
  return found.length === 1 ? found[0]!.id : undefined;
}

const plainOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim();

/** "5" of "Tổ dân phố số 5", "kieu ha" of "Tổ dân phố Kiều Hạ". */
const keyOf = (name: string): string => plainOf(name).replace(/^(to dan pho|tdp|to)( so)? /, '');

function isNamed(key: string, plain: string, isWholeCell: boolean): boolean {
  if (isWholeCell && plain === key) return true;
  if (!/^\d+$/.test(key)) return new RegExp(`(^| )${key}( |$)`).test(plain);
  return new RegExp(`(^| )(to dan pho|tdp|to)( so)? ?${key}( |$)`).test(plain);
}
