import { describe, expect, it } from 'vitest';
import { ENTRY_SCHEMA, EntryBody } from '$lib/domain/entry/entry';
import { upCast } from '$lib/domain/entry/upcast';
import { aBody, newId } from '../support/entries';

describe('bodies of older phones', () => {
  const plain = aBody();

  it('[EN4] a choice of the first version names its difference in the present one', () => {
    const cast = upCast(1, { ...plain, resolves: 'person/x/activity/y' });
    expect(EntryBody.parse(cast)).toEqual({ ...plain, about: { difference: 'person/x/activity/y' } });
  });

  it('[EN4] so does an undoing its entry', () => {
    const entry = newId();
    expect(EntryBody.parse(upCast(1, { ...plain, cancels: entry }))).toEqual({ ...plain, about: { entry } });
  });

  it('[EN4] without its up-caster a body of the first version would not be understood', () => {
    expect(EntryBody.safeParse({ ...plain, resolves: 'x' }).success).toBe(false);
  });

  it('[EN4] a body of the present version is left as it is, what is no body too', () => {
    const present = { ...plain, about: { difference: 'd' } };
    expect(upCast(ENTRY_SCHEMA, present)).toEqual(present);
    for (const odd of [null, 7, 'chào', [1]]) expect(upCast(1, odd)).toEqual(odd);
  });
});
