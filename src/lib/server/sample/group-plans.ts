import type { Group } from '$lib/domain/plan/group';
import { GroupId } from '$lib/domain/ids';
import type { Times } from './draft';
import { drawMeeting, type DrawnMeeting } from './meetings';
import { createRandom, type Random, seedFor } from './random';

/** What a group is there to show; 'home' holds the special households and is the one newcomers see. */
export type Role =
  | 'home'
  | 'ordinary'
  | 'exactly98'
  | 'oneBelow'
  | 'tied'
  | 'neverSynced'
  | 'withoutFiveYearOlds'
  | 'smallest'
  | 'largest'
  | 'lodgings';

/** So many groups, the last ones without a role, were early: who is proposed for an award must have asked everybody. */
const EARLY = 6;

/** Everything that is decided about a group before its households are drawn. */
export type GroupPlan = Readonly<{
  group: Group;
  role: Role;
  /** Open households. */
  size: number;
  /** Households that count for gia đình văn hóa. */
  culture: number;
  /** Share of households reviewed this year, and of those not reviewed that have no assessment yet. */
  reviewed: number;
  /** Its round was over well before the first report. */
  isEarly: boolean;
  unassessed: number;
  untrained: number;
  /** How much more, or less, than usual are without a card or without work. */
  trouble: number;
  /** Shares by the plan's own questions. */
  nearPoor: number;
  hasPoor: boolean;
  piped: number;
  collected: number;
  sporty: number;
  meeting: DrawnMeeting;
  /** Everybody was asked everything. */
  isThorough: boolean;
  /** What decides the figures; the tied groups share its seed. */
  shape: Random;
  /** Ids, names, addresses: each group's own. */
  own: Random;
  /** Answers to the plan's own questions; shared by the tied groups too. */
  asked: Random;
}>;

const ROLES: readonly Role[] = [
  ...(['home', 'exactly98', 'ordinary', 'oneBelow', 'tied', 'lodgings', 'ordinary', 'smallest'] as const),
  ...([
    'tied',
    'neverSynced',
    'ordinary',
    'largest',
    'withoutFiveYearOlds',
    'ordinary',
    'tied',
    'lodgings'
  ] as const)
];

/** Households a group below which a ward is too small for roles and special cases. */
export const ROOM_FOR_ROLES = 120;

/** Names as in a ward made of villages: words for most, numbers for some, and what people still call them. */
const NAMES: readonly (readonly [string, ...string[]])[] = [
  ['Đồng Tâm', 'Thôn Đồng Tâm'],
  ['Lương Quán', 'Thôn Lương Quán'],
  ['số 3', 'Thôn Cái Tắt'],
  ['Hoàng Lâu', 'Thôn Hoàng Lâu 1', 'Thôn Hoàng Lâu 2'],
  ['Vân Tra', 'Thôn Vân Tra'],
  ['số 6'],
  ['An Trang', 'Thôn Trang Quan'],
  ['Kiều Trung', 'Thôn Kiều Trung'],
  ['Đình Ngọ', 'Thôn Đình Ngọ 1'],
  ['số 10', 'Tổ dân phố số 4 thị trấn'],
  ['Tỉnh Thủy', 'Thôn Tỉnh Thủy'],
  ['Hoa Viên'],
  ['Mỹ Tranh', 'Thôn Mỹ Tranh'],
  ['số 14', 'Thôn Song Mai'],
  ['Văn Phong', 'Thôn Văn Phong'],
  ['số 16', 'Thôn Bạch Mai'],
  ['Minh Kha', 'Thôn Minh Kha'],
  ['Nhu Kiều', 'Thôn Nhu Kiều'],
  ['số 19'],
  ['Cữ Thôn', 'Thôn Cữ'],
  ['Do Nha', 'Thôn Do Nha 3'],
  ['số 22', 'Thôn Đào Yêu'],
  ['Xích Thổ', 'Thôn Xích Thổ']
];

export function planGroups(
  seed: number,
  count: number,
  households: number,
  { startsOn, year }: Pick<Times, 'startsOn' | 'year'>
): GroupPlan[] {
  const random = createRandom(seedFor(seed, 'groups'));
  const hasRoom = households >= ROOM_FOR_ROLES * count;
  const roles = Array.from({ length: count }, (_, index): Role => (hasRoom && ROLES[index]) || 'ordinary');
  const sizes = drawSizes(random, roles, households);
  const spread = shuffled(
    random,
    roles.map((_, index) => index / Math.max(1, count - 1))
  );
  const rates = shuffled(
    random,
    roles.map((_, index) => 0.93 + (0.065 * index) / Math.max(1, count - 1))
  );
  return roles.map((role, index) => {
    const size = sizes[index]!;
    const isTied = role === 'tied';
    const isEarly = role === 'ordinary' && index >= roles.length - EARLY;
    return {
      group: nameGroup(random, index, startsOn),
      role,
      size,
      culture: cultureFor(role, size, rates[index]!),
      reviewed: role === 'neverSynced' ? 0 : isEarly ? 1 : isTied ? 0.9 : 0.35 + 0.64 * spread[index]!,
      isEarly,
      unassessed: role === 'neverSynced' ? 1 : role === 'ordinary' && index % 4 === 2 ? 0.3 : 0,
      untrained: isTied ? 0.24 : 0.2 + 0.1 * random.next(),
      trouble: isTied ? 0.6 : 0.4 + 0.9 * random.next(),
      ...questionShares(isTied ? 0 : index),
      meeting: drawMeeting(seed, index, year),
      shape: createRandom(isTied ? seedFor(seed, 'tied') : seedFor(seed, 'shape', index)),
      own: createRandom(seedFor(seed, 'own', index)),
      asked: createRandom(isTied ? seedFor(seed, 'tied-asked') : seedFor(seed, 'asked', index))
    };
  });
}

/** Some groups reach what others miss: by their place, so that each kind is always there. */
const questionShares = (index: number) => ({
  nearPoor: [0.003, 0.001, 0.0055, 0.009][index % 4]!,
  hasPoor: index % 11 === 6,
  piped: index % 3 === 1 ? 1 : 0.992,
  collected: index % 2 === 1 ? 1 : 0.985,
  sporty: [0.86, 0.91, 0.93][index % 3]!,
  isThorough: index % 5 === 1
});

/** Around the mean, log-normal, between half and twice of it (domain 6.1); the roles that need a size have theirs. */
function drawSizes(random: Random, roles: readonly Role[], households: number): number[] {
  const mean = households / roles.length;
  const fixed: Partial<Record<Role, number>> = {
    exactly98: Math.max(50, Math.round((mean * 0.94) / 50) * 50),
    oneBelow: Math.round(mean * 1.0036),
    tied: Math.round(mean * 0.9),
    smallest: Math.round(mean * 0.502),
    largest: Math.round(mean * 1.986)
  };
  const weights = roles.map((role) => (fixed[role] ? 0 : Math.exp(0.27 * normal(random))));
  const left = households - roles.reduce((sum, role) => sum + (fixed[role] ?? 0), 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = roles.map(
    (role, index) =>
      fixed[role] ?? Math.round(Math.min(1.9 * mean, Math.max(0.55 * mean, (left * weights[index]!) / total)))
  );
  const last = roles.findLastIndex((role) => !fixed[role]);
  if (last >= 0) sizes[last]! += households - sizes.reduce((sum, size) => sum + size, 0);
  return sizes;
}

/** Twelve throws of chance stand for the bell curve. */
const normal = (random: Random): number =>
  Array.from({ length: 12 }, random.next).reduce((sum, value) => sum + value, -6);

function cultureFor(role: Role, size: number, rate: number): number {
  if (role === 'exactly98') return (size * 98) / 100;
  if (role === 'oneBelow') return Math.ceil((size * 98) / 100) - 1;
  return Math.round(size * (role === 'tied' ? 0.972 : rate));
}

function nameGroup(random: Random, index: number, validFrom: string): Group {
  const [name, ...oldNames] = NAMES[index] ?? [`số ${index + 1}`];
  const id = GroupId.parse(random.id());
  return { id, name: `Tổ dân phố ${name}`, oldNames, order: index + 1, validFrom, validTo: null };
}

function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const left = [...all];
  return all.map(() => left.splice(random.between(0, left.length - 1), 1)[0]!);
}
