import { error, redirect } from '@sveltejs/kit';
import type { Actor } from '$lib/domain/actor';
import { worksAtTheWard } from '$lib/domain/rights';

/** Who reads at the ward's desk: its officers, and its leaders, who only look. */
export function readerOf({ actor }: App.Locals): Actor {
  if (!actor || !worksAtTheWard(actor)) redirect(303, '/sign-in');
  return actor;
}

/** Whose hand writes there: an officer's alone. */
export function officerOf({ actor }: App.Locals): string {
  if (actor?.role !== 'officer') error(403, 'Chỉ cán bộ phòng Văn hóa - Xã hội ghi được ở đây.');
  return actor.account;
}

/** A field of a form as text; nothing where it is missing or a file. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
