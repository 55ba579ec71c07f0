import type { Actor } from './actor';
import type { AccountId, GroupId } from './ids';

/** The made-up group on which one practises (tập thử): no ward has it, and no entry of it is taken in by one. */
export const PRACTICE_GROUP = '7a9e0000-0000-4000-8000-000000000001' as GroupId;

/** Who practises; nobody who could sign in. */
export const PRACTICE_ACTOR: Actor = {
  ...{ account: '7a9e0000-0000-4000-8000-000000000002' as AccountId, name: 'Tập thử', role: 'leader' },
  groups: [PRACTICE_GROUP]
};
