import type { Actor, Role } from '$lib/domain/actor';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { GroupId } from '$lib/domain/ids';
import type { SyncRequest, SyncResponse } from '$lib/protocol/sync';
import { openDatabase } from '$lib/server/database/open';
import { answerExchange } from '$lib/server/exchange/exchange';
import { openWard } from '$lib/server/opening';
import { campaign2025 } from '$lib/server/plan/campaign-2025';
import { insertAccount } from '$lib/server/queries/accounts';
import { createServices, type Services, type World } from '$lib/server/services';
import type { Session } from '$lib/server/accounts/sessions';
import { newId } from './entries';

/** The real server in this process, on an empty ward of 23 groups. */
export type TestServer = Readonly<{
  services: Services;
  groups: readonly GroupId[];
  campaign: Campaign;
  /** A new account, already signed in; a leader of the first group unless said otherwise. */
  addAccount: (account?: {
    name?: string;
    role?: Role;
    groups?: readonly GroupId[];
    from?: string;
    to?: string | null;
  }) => Promise<Session & { actor: Actor }>;
  exchange: (session: Session, request: SyncRequest) => Promise<SyncResponse>;
  /** What the log was told. */
  faults: unknown[];
  close: () => Promise<void>;
}>;

type Options = Readonly<{
  clock?: () => number;
  /** A path of SQLite or `postgres://…`; a ward that is there already is opened as it is. */
  url?: string;
  campaign?: Campaign;
  world?: Partial<World>;
}>;

export async function openTestServer({
  clock = Date.now,
  url = ':memory:',
  campaign = campaign2025,
  world = {}
}: Options = {}): Promise<TestServer> {
  const faults: unknown[] = [];
  const reportFault = (fault: unknown) => `test-${faults.push(fault)}`;
  const services = createServices(await openDatabase(url), { now: clock, reportFault, ...world });
  await openWard(services, 'Phường thử', campaign);
  const groups = campaign.groups.map(({ id }) => id);

  return {
    services,
    groups,
    campaign,
    faults,
    async addAccount({
      name = 'Trần Thị Hoa',
      role = 'leader',
      groups: own = [groups[0]!],
      from = '2020-01-01',
      to = null
    } = {}) {
      const account = newId() as Actor['account'];
      const assigned = role === 'officer' || role === 'viewer' ? [] : own;
      await insertAccount(
        services.db,
        { id: account, login: account, name, role, pin_hash: null },
        assigned.map((group) => ({ group, from, to }))
      );
      const everywhere = role === 'officer' || role === 'viewer';
      return {
        actor: { account, name, role, groups: everywhere ? [...groups] : [...own] },
        token: 'in-process',
        renewed: false
      };
    },
    exchange: (session, request) => answerExchange(services, session, request),
    close: () => services.close()
  };
}
