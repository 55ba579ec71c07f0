import type { GroupId } from '$lib/domain/ids';
import type { Services } from './services';

/** What was worked out from a whole book of rows, with what it was worked out of. */
export type BookMemory = Map<string, Readonly<{ of: string; found: Promise<unknown> }>>;

/** Works something out again only where what it is made of has changed; two who ask at once wait for one. */
export function unlessChanged<Found>(
  { books }: Pick<Services, 'books'>,
  name: string,
  of: string,
  find: () => Promise<Found>
): Promise<Found> {
  const known = books.get(name);
  if (known?.of === of) return known.found as Promise<Found>;
  const found = find();
  books.set(name, { of, found });
  found.catch(() => books.delete(name));
  return found;
}

/** How far a group's book had come when the ward last counted; without a group all of them. */
export const bookOf = ({ remembered }: Pick<Services, 'remembered'>, group?: GroupId): string =>
  `${remembered.countedFor} ${group ? remembered.upTo.get(group) : [...remembered.upTo.values()].join(' ')}`;
