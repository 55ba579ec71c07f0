import type { KnownHousehold, KnownPerson } from './known';
import { likeOfListed } from './known';
import { likeness } from './likeness';
import type { ListPerson } from './list';

/** Somebody of the book beside another office's list (đối chiếu): whether the list has them, and no more than that. */
export type Compared = Readonly<{ home: KnownHousehold; person: KnownPerson; isListed: boolean }>;

/** Of whom a list says something: the book's people, and those of the list whom the book does not know. */
export function comparePeople(
  listed: readonly ListPerson[],
  homes: readonly KnownHousehold[]
): { known: Compared[]; strangers: ListPerson[] } {
  const byKey = new Map<string, { home: KnownHousehold; person: KnownPerson }[]>();
  const all = homes.flatMap((home) => home.people.map((person) => ({ home, person })));
  for (const one of all) {
    for (const key of keysOf(one.person.like)) {
      const before = byKey.get(key);
      if (before) before.push(one);
      else byKey.set(key, [one]);
    }
  }
  const met = new Set<KnownPerson>();
  const strangers = listed.filter((person) => {
    const like = likeOfListed(person);
    const candidates = [...new Set(keysOf(like).flatMap((key) => byKey.get(key) ?? []))]
      .filter((one) => !met.has(one.person))
      .map((one) => ({ ...one, score: likeness(like, one.person.like) }))
      .sort((a, b) => b.score - a.score);
    const [best, next] = candidates;
    // A name alone is nobody where two bear it.
    const isSure = best && best.score >= 2 && (best.score > 2 || !next || next.score < best.score);
    if (isSure) met.add(best.person);
    return !isSure;
  });
  const known = all.map((one) => ({ ...one, isListed: met.has(one.person) }));
  return { known, strangers };
}

const keysOf = ({ name, number }: KnownPerson['like']): string[] => [
  name,
  ...(number === '' ? [] : [number])
];
