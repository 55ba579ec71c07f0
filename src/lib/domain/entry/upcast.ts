import { ENTRY_SCHEMA, type Entry, type EntryBody } from './entry';

/** Bodies as they came from a phone, before anybody looked into them. */
type Raw = Readonly<Record<string, unknown>>;

/** From each version to the next; a version may leave this list 24 months after the last phone wrote it (EN4). */
const UP_CASTERS: Readonly<Record<number, (body: Raw) => Raw>> = {
  // 1 named what an act is about in a field of its own for each kind.
  1: ({ resolves, cancels, ...rest }) => {
    if (resolves !== undefined) return { ...rest, about: { difference: resolves } };
    return cancels === undefined ? rest : { ...rest, about: { entry: cancels } };
  },
  // 3 knows meetings, sign-offs and reviews; what 2 wrote reads the same.
  2: (body) => body,
  // 4 knows the ward's messages and events of life.
  3: (body) => body,
  // 5 says on whose behalf an officer copied a sheet of paper.
  4: (body) => body,
  // 6 knows exemplary models: nominations, the ward's word on them, what it spreads.
  5: (body) => body
};

/** A body as the present version would have written it; what was stored is never touched. */
export function upCast(schema: number, body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  let cast = body as Raw;
  for (let version = schema; version < ENTRY_SCHEMA; version += 1) {
    cast = UP_CASTERS[version]?.(cast) ?? cast;
  }
  return cast;
}

/** The body of an entry that this phone or server has already checked, whatever version wrote it. */
export const bodyOf = ({ schema, body }: Pick<Entry, 'schema' | 'body'>): EntryBody =>
  upCast(schema, JSON.parse(body)) as EntryBody;
