import type { Actor } from '$lib/domain/actor';
import type { Services } from '$lib/server/services';

declare global {
  namespace App {
    interface Locals {
      actor: Actor | null;
      services: Services;
    }
  }
}
