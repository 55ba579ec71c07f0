import { dayOf, startOf } from '$lib/domain/calendar';
import type { AccountId } from '$lib/domain/ids';
import { doAtDesk } from '../office/audit';
import { keepSnapshot } from '../periods/closing';
import type { Database } from '../database/open';
import { importRows } from '../exchange/importing';
import { openWardWithin } from '../opening';
import { insertAccount } from '../queries/accounts';
import type { Services } from '../services';
import { sampleAccounts } from './accounts';
import { countEarlierDays, type FiguresOn, keepEarlierDays } from './days';
import { sampleExemplars } from './exemplars';
import { fillOffice, servicesWithin } from './office';
import { closedOn, samplePapers } from './papers';
import { sampleWard, type SampleWard } from './sample-ward';

/** Sign-ins of the sample ward: for trying out, never for people. */
export const SAMPLE_PIN = '246810';

const SEED = 2026;

type Size = Readonly<{ households?: number; groups?: number }>;

/** Fills a fresh database with the invented ward and its accounts, all or nothing; false where a ward is there already. */
export async function fillSampleWard(services: Services, size: Size = {}): Promise<boolean> {
  const today = dayOf(services.now());
  const ward = sampleWard({ seed: SEED, year: Number(today.slice(0, 4)), today, ...size });
  // One hash for all: the PIN is printed on the screen anyway.
  const pinHash = await services.hashing.hash(SAMPLE_PIN);
  return services.write(async (trx) => {
    if (!(await openWardWithin(trx, services, 'Phường An Hải (mẫu)', ward.campaign))) return false;
    const accounts = new Map<string, AccountId>();
    for (const { groups, ...account } of sampleAccounts(ward.groups, SEED)) {
      const assignments = groups.map((group) => ({ group, from: ward.campaign.startsOn, to: null }));
      const id = services.newId() as AccountId;
      accounts.set(account.login, id);
      await insertAccount(trx, { id, ...account, pin_hash: pinHash }, assignments);
    }
    await importRows(trx, services, ward.rows);
    const figuresOn = countEarlierDays(ward);
    const said = [
      ...samplePapers(ward, SEED, figuresOn, services.now()),
      ...sampleExemplars(ward, SEED, today)
    ];
    for (const { at, by, row } of said.sort((a, b) => a.at - b.at)) {
      const place = ward.groups.findIndex(({ id }) => id === row.group) + 1;
      const account = accounts.get(by === 'office' ? 'canbo' : `totruong${place}`)!;
      await importRows(trx, services, [row], { account, at });
    }
    await keepEarlierDays(trx, ward, figuresOn, today);
    await closeFirstPeriod(trx, services, ward, figuresOn, accounts.get('canbo')!);
    await fillOffice(trx, services, ward, accounts.get('canbo')!);
    return true;
  });
}

/** The period in the middle is over, and its figures stand. */
async function closeFirstPeriod(
  trx: Database,
  services: Services,
  { campaign }: SampleWard,
  figuresOn: FiguresOn,
  account: AccountId
): Promise<void> {
  const [period] = campaign.periods;
  if (!period) return;
  const at = startOf(closedOn(period)) + 10 * 3_600_000;
  if (at > services.now()) return;
  const groups = [...figuresOn(period.asOf)];
  const snapshot = { period, campaign, groups, typed: [], closedAt: at, closedBy: account };
  const detail = JSON.stringify({ name: period.name, asOf: period.asOf });
  const desk = servicesWithin(trx, services, at);
  await doAtDesk(desk, { account, act: 'period-closed', about: period.id, detail }, () =>
    keepSnapshot(trx, snapshot)
  );
}
