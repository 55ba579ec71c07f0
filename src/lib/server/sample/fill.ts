import type { Role } from '$lib/domain/actor';
import { dayOf } from '$lib/domain/calendar';
import type { GroupId } from '$lib/domain/ids';
import { importRows } from '../importing';
import { openWardWithin } from '../opening';
import { insertAccount } from '../queries/accounts';
import type { Services } from '../services';
import { sampleWard } from './sample-ward';

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
    await importRows(trx, services, ward.rows);
    for (const { groups, ...account } of sampleAccounts(ward.groups)) {
      const assignments = groups.map((group) => ({ group, from: ward.campaign.startsOn, to: null }));
      await insertAccount(trx, { id: services.newId(), ...account, pin_hash: pinHash }, assignments);
    }
    return true;
  });
}

type SampleAccount = Readonly<{ login: string; name: string; role: Role; groups: GroupId[] }>;

function sampleAccounts(groups: readonly { id: GroupId; name: string }[]): SampleAccount[] {
  return [
    { login: 'canbo', name: 'Cán bộ phòng Văn hóa - Xã hội', role: 'officer', groups: [] },
    { login: 'lanhdao', name: 'Lãnh đạo phường', role: 'viewer', groups: [] },
    ...groups.flatMap(({ id, name }, place): SampleAccount[] => [
      { login: `totruong${place + 1}`, name: `Tổ trưởng ${name}`, role: 'leader', groups: [id] },
      { login: `topho${place + 1}`, name: `Tổ phó ${name}`, role: 'deputy', groups: [id] }
    ])
  ];
}
