import type { Role } from '$lib/domain/actor';
import { type Day, dayOf } from '$lib/domain/calendar';
import type { AccountId, GroupId } from '$lib/domain/ids';
import { INVITE_DAYS, normaliseLogin } from './accounts';
import { doAtDesk } from '../office/audit';
import type { Database } from '../database/open';
import { insertAccount, readAccount, readAccountByLogin } from '../queries/accounts';
import {
  endAssignment,
  endInvites,
  type ListedAccount,
  readAccounts,
  saveAssignment,
  saveDisabled,
  saveName
} from '../queries/account-list';
import { insertInvite } from '../queries/invites';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';
import { sumOf } from '../sums';

/** Somebody to be let in; a leader or deputy with their groups. */
export type NewAccount = Readonly<{
  login: string;
  name: string;
  role: Role;
  groups: readonly GroupId[];
  from: Day;
}>;

const DAY = 86_400_000;

/** Creates an account; nothing where the login is somebody's already. */
export async function createAccount(
  services: Services,
  officer: string,
  written: NewAccount
): Promise<AccountId | undefined> {
  const login = normaliseLogin(written.login);
  if (await readAccountByLogin(services.db, login)) return;
  return doAtDesk(
    services,
    { account: officer, act: 'account-added', about: login, detail: JSON.stringify({ role: written.role }) },
    (trx) => insertOne(trx, services, { ...written, login })
  );
}

async function insertOne(
  trx: Database,
  { newId }: Services,
  { login, name, role, groups, from }: NewAccount
): Promise<AccountId> {
  const id = newId() as AccountId;
  const assignments = groups.map((group) => ({ group, from, to: null }));
  await insertAccount(trx, { id, login, name, role, pin_hash: null }, assignments);
  return id;
}

/** Groups of the campaign that runs for which no leader may act today. */
export async function groupsWithoutLeader(services: Services, accounts: readonly ListedAccount[]) {
  const today = dayOf(services.now());
  const campaign = (await currentCampaign(services))?.campaign;
  const led = new Set(
    accounts
      .filter(({ role, disabledAt }) => role === 'leader' && disabledAt === null)
      .flatMap(({ assignments }) => assignments.filter(({ to }) => to === null || to >= today))
      .map(({ group }) => group)
  );
  return (campaign?.groups ?? []).filter(({ id }) => !led.has(id));
}

/** An account for the leader of each group that has none, named after the group until somebody writes the name. */
export async function createLeaders(services: Services, officer: string): Promise<number> {
  const accounts = await readAccounts(services.db, services.now());
  const taken = new Set(accounts.map(({ login }) => login));
  const groups = await groupsWithoutLeader(services, accounts);
  for (const { id, name, order } of groups) {
    const login = freeLogin(`totruong${order}`, taken);
    taken.add(login);
    const from = dayOf(services.now());
    await createAccount(services, officer, {
      ...{ login, name: `Tổ trưởng ${name}`, role: 'leader', groups: [id], from }
    });
  }
  return groups.length;
}

function freeLogin(wanted: string, taken: ReadonlySet<string>): string {
  for (let more = 2, login = wanted; ; more += 1) {
    if (!taken.has(login)) return login;
    login = `${wanted}.${more}`;
  }
}

/** A one-time link for each (đường dẫn dùng một lần); earlier ones are worthless from now on. The PIN stands until a new one is chosen. */
export async function giveLinks(
  services: Services,
  officer: string,
  accounts: readonly string[]
): Promise<Map<string, string>> {
  const { newToken, db, now } = services;
  const tokens = new Map<string, string>();
  for (const account of accounts) {
    const found = await readAccount(db, account);
    if (!found || found.disabled_at !== null) continue;
    const token = newToken();
    await doAtDesk(
      services,
      { account: officer, act: 'link-given', about: found.login, detail: '' },
      async (trx, _, at) => {
        await endInvites(trx, account, at);
        await insertInvite(trx, sumOf(token), account, at, Math.round(now()) + INVITE_DAYS * DAY);
      }
    );
    tokens.set(account, token);
  }
  return tokens;
}

/** Closes the door to somebody, or opens it again; nobody closes it to themselves. */
export async function setDisabled(
  services: Services,
  officer: string,
  account: string,
  isDisabled: boolean
): Promise<'self' | 'unknown' | undefined> {
  if (account === officer) return 'self';
  const found = await readAccount(services.db, account);
  if (!found) return 'unknown';
  const act = isDisabled ? 'account-disabled' : 'account-enabled';
  await doAtDesk(services, { account: officer, act, about: found.login, detail: '' }, (trx, _, at) =>
    saveDisabled(trx, account, isDisabled ? at : null)
  );
}

/** Who leads or helps in which group from which day to which (phân công). */
export async function assign(
  services: Services,
  officer: string,
  account: string,
  assignment: Readonly<{ group: GroupId; from: Day; to: Day | null }>
): Promise<void> {
  await changed(services, officer, account, 'account-assigned', JSON.stringify(assignment), (trx) =>
    saveAssignment(trx, account, assignment)
  );
}

export async function unassign(
  services: Services,
  officer: string,
  account: string,
  group: string,
  lastDay: Day
): Promise<void> {
  const detail = JSON.stringify({ group, to: lastDay });
  await changed(services, officer, account, 'account-assigned', detail, (trx) =>
    endAssignment(trx, account, group, lastDay)
  );
}

export async function rename(
  services: Services,
  officer: string,
  account: string,
  name: string
): Promise<void> {
  await changed(services, officer, account, 'account-renamed', '', (trx) => saveName(trx, account, name));
}

async function changed(
  services: Services,
  officer: string,
  account: string,
  act: 'account-assigned' | 'account-renamed',
  detail: string,
  work: (trx: Database) => Promise<unknown>
): Promise<void> {
  const found = await readAccount(services.db, account);
  if (!found) return;
  await doAtDesk(services, { account: officer, act, about: found.login, detail }, async (trx) => {
    await work(trx);
  });
}
