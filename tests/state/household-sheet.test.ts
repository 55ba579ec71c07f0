import { describe, expect, it } from 'vitest';
import { startOf } from '$lib/domain/calendar';
import { HouseholdSheet } from '$lib/state/household-sheet.svelte';
import { aFile, aHousehold, anAssessment, aPerson, aVisit, THE_DAY } from '../support/factories';
import { aStandInPhone } from './stand-in-phone';

const household = aHousehold();
const person = aPerson({ household: household.id });
const file = aFile({ household, people: [person], visits: [] });

describe('a household being reviewed', () => {
  it('records an answer as one change of one person', async () => {
    const { phone, recorded } = aStandInPhone({ files: [file] });
    await new HouseholdSheet(phone, household.id).answer(person.id, { insurance: 'no' });
    expect(recorded).toMatchObject([
      {
        kind: 'person.change',
        changes: [{ type: 'person', id: person.id, household: household.id, set: { insurance: 'no' } }]
      }
    ]);
  });

  it('"Không thay đổi" is a visit of today, a new one each time', async () => {
    const { phone, recorded } = aStandInPhone({ files: [file] });
    const sheet = new HouseholdSheet(phone, household.id);
    await sheet.confirm('unchanged');
    await sheet.confirm('unchanged');
    expect(recorded.map(({ changes }) => changes[0]?.set)).toEqual([
      { outcome: 'unchanged', on: THE_DAY },
      { outcome: 'unchanged', on: THE_DAY }
    ]);
    expect(recorded[0]?.changes[0]?.id).not.toBe(recorded[1]?.changes[0]?.id);
  });

  it('assesses the year of the campaign in the row where every phone meets', async () => {
    const { phone, recorded } = aStandInPhone({ files: [file] });
    await new HouseholdSheet(phone, household.id).assess('proposed');
    expect(recorded[0]?.changes[0]).toMatchObject({ id: `${household.id}/2025`, set: { state: 'proposed' } });
  });

  it('a household that is assessed again keeps no bar', async () => {
    const barred = anAssessment({ household: household.id, state: 'barred', bar: 'gambling' });
    const { phone, recorded } = aStandInPhone({ files: [{ ...file, assessments: [barred] }] });
    await new HouseholdSheet(phone, household.id).assess('expected');
    expect(recorded[0]?.changes[0]?.set).toEqual({ state: 'expected', bar: null });
  });

  it('an answer of today makes it "Rà soát xong", one of yesterday does not', () => {
    const at = startOf(THE_DAY) + 1000;
    const body = {
      epoch: null,
      changes: [{ type: 'person', id: person.id, household: household.id, set: {} }]
    };
    const told = (when: number) =>
      new HouseholdSheet(
        aStandInPhone({ files: [file], entries: [{ kind: 'person.change', at: when, body }] }).phone,
        household.id
      ).changedToday;
    expect(told(at)).toBe(true);
    expect(told(at - 2000)).toBe(false);
  });

  it('a visit that was taken back, or of an earlier campaign, is none', () => {
    const visits = [
      aVisit({ household: household.id, undone: true }),
      aVisit({ household: household.id, on: '2024-11-01' })
    ];
    const { phone } = aStandInPhone({ files: [{ ...file, visits }] });
    expect(new HouseholdSheet(phone, household.id).visit).toBeUndefined();
  });

  it('leads on to the next unreviewed household, and round to the first at the end of the walk', () => {
    const waiting = aFile({ visits: [] });
    const done = aFile();
    const { phone } = aStandInPhone({ files: [waiting, file, done] });
    expect(new HouseholdSheet(phone, household.id).next).toBe(waiting);
  });

  it('one tap on a value closes a difference', async () => {
    const { phone, recorded } = aStandInPhone({ files: [file] });
    const difference = { id: 'd', type: 'person', target: person.id, field: 'activity' } as never;
    await new HouseholdSheet(phone, household.id).resolve(difference, 'employed');
    expect(recorded[0]).toMatchObject({ kind: 'resolve', options: { resolves: 'd' } });
    expect(recorded[0]?.changes[0]?.set).toEqual({ activity: 'employed' });
  });
});
