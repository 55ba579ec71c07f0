import type { Day } from '../calendar';
import type { Campaign } from '../plan/campaign';
import type { Household } from '../people/household';
import type { HouseholdFile } from '../people/household-file';
import type { Person } from '../people/person';
import type { Judgement } from './reason';

type JudgePerson = (person: Person, asOf: Day, campaign: Campaign, household: Household) => Judgement;

/** What one rule says: of a household or a person who lives here, or of an event whether or not they still do. */
export type Law =
  | Readonly<{
      subject: 'household';
      judge: (file: HouseholdFile, asOf: Day, campaign: Campaign) => Judgement;
    }>
  | Readonly<{ subject: 'person' | 'event'; judge: JudgePerson }>;
