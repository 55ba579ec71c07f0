import type { Actor } from '$lib/domain/actor';
import type { Services } from '$lib/server/services';
import type { Session } from '$lib/server/accounts/sessions';

declare global {
  namespace App {
    interface Locals {
      actor: Actor | null;
      session: Session | null;
      services: Services;
    }
  }
}
