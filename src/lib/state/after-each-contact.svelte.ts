import type { Phone } from './phone.svelte';

/** Looks at once, and again whenever the ward has answered: what is over may come while the page stands. */
export function afterEachContact(phone: Phone, look: () => Promise<void>): void {
  $effect(() => {
    void phone.ledger.lastContact;
    void look();
  });
}
