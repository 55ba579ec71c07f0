import encodeQr from 'qr';
import type { Role } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import { giveLinks } from './accounts-desk';
import { readAccounts } from '../queries/account-list';
import { readGroupsByOrder } from '../queries/ward';
import type { Services } from '../services';

/** What is handed to somebody on paper (phiếu đăng nhập): whoever holds it comes in once, so it is shown once. */
export type SignInSheet = Readonly<{
  name: string;
  login: string;
  role: Role;
  groups: readonly string[];
  /** `https://…/invite#TOKEN`. */
  link: string;
  qr: readonly (readonly boolean[])[];
}>;

/** A new link for each, in the order of the groups. */
export async function makeSheets(
  services: Services,
  officer: string,
  accounts: readonly string[],
  origin: string
): Promise<SignInSheet[]> {
  const { db, now } = services;
  const today = dayOf(now());
  const tokens = await giveLinks(services, officer, accounts);
  const order = await readGroupsByOrder(db);
  const listed = (await readAccounts(db, now())).filter(({ id }) => tokens.has(id));
  const placeOf = (id: string) => order.findIndex((group) => group.id === id);
  return listed
    .map(({ id, name, login, role, assignments }) => {
      const places = assignments
        .filter(({ to }) => to === null || to >= today)
        .map(({ group }) => placeOf(group))
        .sort((a, b) => a - b);
      return { id, name, login, role, places };
    })
    .sort((a, b) => (a.places[0] ?? -1) - (b.places[0] ?? -1) || a.login.localeCompare(b.login))
    .map(({ id, name, login, role, places }) => {
      const link = `${origin}/invite#${tokens.get(id)}`;
      const groups = places.flatMap((place) => order[place]?.name ?? []);
      return { name, login, role, groups, link, qr: encodeQr(link, 'raw', { ecc: 'medium', border: 2 }) };
    });
}
