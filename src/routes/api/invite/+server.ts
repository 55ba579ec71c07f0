import { LARGEST_SIGN_IN } from '$lib/protocol/limits';
import { AcceptInvite } from '$lib/protocol/session';
import { acceptInvite } from '$lib/server/accounts/accounts';
import { endpoint } from '$lib/server/http/endpoint';
import { enter } from '$lib/server/http/entrance';

export const POST = endpoint(
  AcceptInvite,
  'anyone',
  async ({ services, event }, request) =>
    enter(event, await acceptInvite(services, request, event.getClientAddress())),
  { largest: LARGEST_SIGN_IN }
);
