import { afterEach, beforeEach, expect, it } from 'vitest';
import { PRACTICE_GROUP } from '$lib/domain/practice';
import { refusePractice } from '$lib/server/http/gates';
import { readHouseholdPast } from '$lib/server/changes/household-past';
import { aRing, type Ring } from '../support/ring';

let ring: Ring;
beforeEach(async () => void (ring = await aRing()));
afterEach(() => ring.close());

it('says who gave a value that stands, and when; to nobody of another group', async () => {
  const { hoa, person, household } = ring;
  await hoa.syncs();
  await hoa.answers(person, { insurance: 'yes' });
  await hoa.syncs();
  const { values } = await readHouseholdPast(ring.services(), hoa.actor, household.id);
  expect(values).toContainEqual(
    expect.objectContaining({ id: person.id, field: 'insurance', by: 'Trần Thị Hoa' })
  );
  expect(values.find(({ field }) => field === 'name')?.by).toBe('Nhập danh sách');
  const stranger = { ...hoa.actor, groups: [] };
  expect((await readHouseholdPast(ring.services(), stranger, household.id)).values).toEqual([]);
});

it('[SV8] what was practised is turned away at the door, before anything is stored', async () => {
  const practised = { entries: [{ group: PRACTICE_GROUP }] };
  expect(() => refusePractice(ring.services(), null, practised)).toThrow();
  expect(() =>
    refusePractice(ring.services(), null, { entries: [{ group: ring.household.group }] })
  ).not.toThrow();
});
