import { LARGEST_SIGN_IN } from '$lib/protocol/limits';
import { SignInRequest } from '$lib/protocol/session';
import { signIn } from '$lib/server/accounts/accounts';
import { bareEndpoint, endpoint } from '$lib/server/http/endpoint';
import { enter, leave, whoAmI } from '$lib/server/http/entrance';

export const POST = endpoint(
  SignInRequest,
  'anyone',
  async ({ services, event }, request) =>
    enter(event, await signIn(services, request, event.getClientAddress())),
  { largest: LARGEST_SIGN_IN }
);

export const GET = bareEndpoint('anyone', whoAmI);

export const DELETE = bareEndpoint('anyone', leave);
