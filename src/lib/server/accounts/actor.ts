import type { Actor } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import type { GroupId } from '$lib/domain/ids';
import type { Author } from '../queries/accounts';

/** What somebody was at a moment: the assignments of that day (SV3); who works at the ward sees all groups. */
export function actorAt(
  { account, name, role, assignments }: Author,
  instant: number,
  all: readonly GroupId[]
): Actor {
  if (role === 'officer' || role === 'viewer') return { account, name, role, groups: [...all] };
  const day = dayOf(instant);
  const groups = assignments
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .map(({ group }) => group);
  return { account, name, role, groups: [...new Set(groups)] };
}
