import { getContext, setContext } from 'svelte';
import { currentIdentity } from '$lib/device/identity';
import { Phone } from './phone.svelte';

const KEY = Symbol('phone');
/** The phone of the page, once somebody is signed in; undefined while it is being opened. */
export const getPhone = (): Phone => getContext<() => Phone>(KEY)();
export const setPhone = (phone: () => Phone): void => void setContext(KEY, phone);

/** Opens the phone of whoever is signed in here, or the made-up one of who practises; nothing where nobody is. */
export async function openPhone(page: Window & typeof globalThis, app: string): Promise<Phone | undefined> {
  const world: ConstructorParameters<typeof Phone>[1] = {
    fetch: (...request) => page.fetch(...request),
    now: () => Date.now(),
    random: () => Math.random(),
    newId: () => page.crypto.randomUUID(),
    timers: { set: (run, ms) => page.setTimeout(run, ms), clear: (timer) => page.clearTimeout(timer) },
    storage: page.navigator.storage,
    locks: page.navigator.locks,
    caches: page.caches,
    app
  };
  // Named here and not imported: the first screen waits for no more.
  if (page.sessionStorage.practising) return (await import('./practice/open-practice')).openPractice(world);
  const actor = await currentIdentity();
  return actor && new Phone(actor, world);
}

/** Whether somebody else has signed in beside this page since it was opened (OB5). */
export const isSomebodyElse = async ({ actor }: Phone): Promise<boolean> => {
  const now = await currentIdentity();
  return now !== undefined && now.account !== actor.account;
};
