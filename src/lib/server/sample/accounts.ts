import type { Role } from '$lib/domain/actor';
import type { GroupId } from '$lib/domain/ids';
import { givenName, surname } from './name-pool';
import { createRandom, seedFor } from './random';

export type SampleAccount = Readonly<{ login: string; name: string; role: Role; groups: GroupId[] }>;

/** Two at the ward, and in each group a leader and a deputy, between 50 and 75 years old. */
export function sampleAccounts(groups: readonly { id: GroupId }[], seed: number): SampleAccount[] {
  const random = createRandom(seedFor(seed, 'leaders'));
  const taken = new Set<string>();
  const name = (): string => {
    const drawn = `${surname(random)} ${givenName(random, random.chance(0.5) ? 'male' : 'female', 1965, new Set())}`;
    if (taken.has(drawn)) return name();
    taken.add(drawn);
    return drawn;
  };
  return [
    { login: 'canbo', name: 'Cán bộ phòng Văn hóa - Xã hội', role: 'officer', groups: [] },
    { login: 'lanhdao', name: 'Lãnh đạo phường', role: 'viewer', groups: [] },
    ...groups.flatMap(({ id }, place): SampleAccount[] => [
      { login: `totruong${place + 1}`, name: name(), role: 'leader', groups: [id] },
      { login: `topho${place + 1}`, name: name(), role: 'deputy', groups: [id] }
    ])
  ];
}
