import { PastRequest } from '$lib/protocol/household-past';
import { readHouseholdPast } from '$lib/server/changes/household-past';
import { endpoint } from '$lib/server/http/endpoint';

export const POST = endpoint(
  PastRequest,
  ['leader', 'deputy', 'officer'],
  ({ services, session }, { household }) => readHouseholdPast(services, session.actor, household)
);
