import { dayOf } from '$lib/domain/calendar';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import type { AccountId } from '$lib/domain/ids';
import type { Period } from '$lib/domain/plan/period';
import { REPORTING } from '$lib/domain/plan/rules';
import { doAtDesk } from '../office/audit';
import { keepSnapshot } from '../periods/closing';
import type { Database } from '../database/open';
import { importRows } from '../exchange/importing';
import { readOfficeWords } from '../ranking/office';
import { openWardWithin } from '../opening';
import { insertAccount } from '../queries/accounts';
import type { Services } from '../services';
import { sampleAccounts } from './accounts';
import { countEarlierDays, keepEarlierDays } from './days';
import { sampleExemplars } from './exemplars';
import { addSchools, fillOffice, servicesWithin } from './office';
import { closingOf, type Paper, reportingAt, samplePapers } from './papers';
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
    const officer = accounts.get('canbo')!;
    await addSchools(trx, services, ward, officer);
    const [first] = ward.campaign.periods;
    const closing = first ? closingOf(first) : 0;
    await fillOffice(trx, services, ward, officer, (at) => at <= closing);
    if (first && closing <= services.now())
      await closeFirstPeriod(trx, servicesWithin(trx, services, closing), ward, first, officer, {
        figures: figuresOn(first.asOf),
        said
      });
    await fillOffice(trx, services, ward, officer, (at) => at > closing);
    return true;
  });
}

/** The period in the middle is over, and what the groups and the offices had said by then stands. */
async function closeFirstPeriod(
  trx: Database,
  desk: Services,
  { campaign }: SampleWard,
  period: Period,
  account: AccountId,
  { figures, said }: Readonly<{ figures: readonly GroupFigures[]; said: readonly Paper[] }>
): Promise<void> {
  const closedAt = desk.now();
  const { typed, values } = await readOfficeWords(trx, campaign.id, 0);
  const groups = figures.map((one): GroupFigures => {
    const { kept, signedAt } = reportingAt(closedAt, said, campaign.periods, one.group);
    return { ...one, values: { ...values.get(one.group), [REPORTING]: kept }, signedAt };
  });
  const detail = JSON.stringify({ name: period.name, asOf: period.asOf });
  await doAtDesk(desk, { account, act: 'period-closed', about: period.id, detail }, () =>
    keepSnapshot(trx, { period, campaign, groups, typed: [...typed], closedAt, closedBy: account })
  );
}
