import * as z from 'zod/mini';
import { Actor } from '$lib/domain/actor';

export const SignInRequest = z.strictObject({
  login: z.string().check(z.minLength(1), z.maxLength(60)),
  pin: z.string().check(z.minLength(1), z.maxLength(60))
});
export type SignInRequest = z.infer<typeof SignInRequest>;

/** A one-time link is accepted by choosing a PIN of 6 to 12 digits. */
export const AcceptInvite = z.strictObject({
  token: z.string().check(z.minLength(20), z.maxLength(100)),
  pin: z.string().check(z.regex(/^\d{6,12}$/))
});
export type AcceptInvite = z.infer<typeof AcceptInvite>;

export const SignedIn = z.object({ actor: Actor });
export type SignedIn = z.infer<typeof SignedIn>;
