import type { Values } from './answers';
import type { Random } from './random';

const STREETS = [
  'Tôn Đức Thắng',
  'Máng Nước',
  'Nguyễn Trường Tộ',
  'Hoàng Lâu',
  'Kiều Hạ',
  'Đồng Dẻo',
  'Trại Chuối'
];
const HAMLETS = ['xóm Đình', 'xóm Chùa', 'xóm Trung', 'xóm Đông', 'đội 3', 'đội 7'];
const LANDMARKS = ['cạnh nhà văn hóa', 'sau trạm y tế', 'đối diện cây đa', 'cạnh cống Trại', 'gần sân bóng'];

/** Addresses in the order of the walk: alleys and their branches, hamlets without numbers, and towers where there are any. */
export function drawAddresses(
  random: Random,
  size: number,
  lodgings: readonly boolean[],
  towerShare: number
): Values[] {
  const inTowers = Math.round(size * towerShare);
  const addresses: Values[] = towers(random, inTowers);
  while (addresses.length < size) {
    const length = Math.min(size - addresses.length, random.between(9, 38));
    addresses.push(...(random.chance(0.12) ? hamlet(random, length) : alley(random, length)));
  }
  for (const [index, isLodging] of lodgings.entries()) {
    if (!isLodging || index === 0) continue;
    const { addressNote: _, ...landlord } = addresses[index - 1]!;
    const room =
      lodgings
        .slice(0, index)
        .reverse()
        .findIndex((before) => !before) + 1;
    addresses[index] = { ...landlord, addressNote: `phòng trọ ${room}` };
  }
  return addresses;
}

function alley(random: Random, length: number): Values[] {
  const name = String(random.between(3, 380));
  const street = random.pick(STREETS);
  const branchFrom = random.chance(0.5) ? random.between(4, length) : length;
  const branch = String(random.between(2, 60));
  return Array.from({ length }, (_, index) => {
    const isBranch = index >= branchFrom;
    const place = isBranch ? index - branchFrom : index;
    const suffix = random.chance(0.05) ? random.pick(['A', 'B', ' bis']) : '';
    return {
      houseNumber: `${place + 1 + Math.floor(place / 3)}${suffix}`,
      ...(isBranch && { subAlley: branch }),
      alley: name,
      street
    };
  });
}

const hamlet = (random: Random, length: number): Values[] => {
  const name = random.pick(HAMLETS);
  return Array.from({ length }, () => ({
    alley: name,
    ...(random.chance(0.3) && { addressNote: random.pick(LANDMARKS) })
  }));
};

const FLATS_ON_A_FLOOR = 12;

function towers(random: Random, flats: number): Values[] {
  const perTower = Math.ceil(flats / 2);
  const street = random.pick(STREETS);
  return Array.from({ length: flats }, (_, index) => {
    const place = index % perTower;
    const floor = String(Math.floor(place / FLATS_ON_A_FLOOR) + 2).padStart(2, '0');
    const flat = String((place % FLATS_ON_A_FLOOR) + 1).padStart(2, '0');
    return { houseNumber: `căn ${floor}${flat}`, alley: index < perTower ? 'tòa A' : 'tòa B', street };
  });
}
