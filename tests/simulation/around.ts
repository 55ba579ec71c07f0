import type { Actor } from '$lib/domain/actor';
import type { Post } from '$lib/sync/transport';

/** What the page needs of the phone it runs on. */
export type Around = Readonly<{
  actor: Actor;
  prefix: string;
  now: () => number;
  newId: () => string;
  random: () => number;
  post: Post;
  locks: LockManager | undefined;
  /** It runs an app of an older version. */
  isOld: () => boolean;
  /** Something was stored: all pages of the phone look again. */
  changed: () => void;
}>;
