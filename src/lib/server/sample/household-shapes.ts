import type { Relation, Sex } from '$lib/domain/people/person';
import type { Random } from './random';

/** A member before being given a name: who, and how old in whole years. */
export type Member = Readonly<{ relation: Relation; sex: Sex; age: number }>;

/** Households by number of members: mean 3.4, two to four in 68 % (domain 6.2). */
const SIZES: readonly (readonly [number, number])[] = [
  [1, 11],
  [2, 19],
  [3, 22],
  [4, 27],
  [5, 12],
  [6, 6],
  [7, 2.2],
  [8, 0.8]
];

/** The members of one household, the head first. Lodgers (người thuê trọ) are young and mostly alone. */
export function drawMembers(random: Random, isLodging: boolean): Member[] {
  if (isLodging) return drawLodgers(random);
  const size = random.weighted(SIZES);
  if (size === 1) return [drawSingle(random)];
  if (size === 2 && random.chance(0.7)) return drawCouple(random, ageOfCouple(random));
  return drawFamily(random, size);
}

function drawLodgers(random: Random): Member[] {
  const age = random.between(19, 38);
  const head: Member = { relation: 'head', sex: drawSex(random, 0.5), age };
  if (random.chance(0.62)) return [head];
  return [head, { relation: 'other', sex: head.sex, age: Math.max(18, age + random.between(-3, 3)) }];
}

function drawSingle(random: Random): Member {
  const age = random.chance(0.5) ? random.between(60, 86) : random.between(22, 59);
  return { relation: 'head', sex: drawSex(random, age < 60 ? 0.55 : 0.3), age };
}

const ageOfCouple = (random: Random): number =>
  random.chance(0.72) ? random.between(52, 76) : random.between(23, 51);

function drawCouple(random: Random, wife: number): Member[] {
  const husband = wife + random.between(-1, 5);
  const isHerHead = random.chance(0.22);
  const man = { sex: 'male', age: husband } as const;
  const woman = { sex: 'female', age: wife } as const;
  return isHerHead
    ? [
        { ...woman, relation: 'head' },
        { ...man, relation: 'spouse' }
      ]
    : [
        { ...man, relation: 'head' },
        { ...woman, relation: 'spouse' }
      ];
}

/** Parents with children at home, young or grown; grandchildren in the older ones, grandparents in the large ones. */
function drawFamily(random: Random, size: number): Member[] {
  const mother = random.weighted(MOTHERS)(random);
  const parents = random.chance(size === 2 ? 0 : 0.88)
    ? drawCouple(random, mother)
    : [{ relation: 'head', sex: drawSex(random, 0.3), age: mother } as const];
  const elders = drawElders(random, size, parents.length, mother);
  const children: Member[] = [];
  let age = mother - random.between(21, 29);
  while (children.length < size - parents.length - elders.length) {
    children.push(drawChild(random, mother, age, children.length));
    age -= random.between(2, 6);
  }
  return [...parents, ...children, ...elders];
}

const MOTHERS: readonly (readonly [(random: Random) => number, number])[] = [
  [(random) => random.between(24, 31), 18],
  [(random) => random.between(32, 40), 35],
  [(random) => random.between(41, 49), 21],
  [(random) => random.between(50, 64), 26]
];

function drawElders(random: Random, size: number, parents: number, mother: number): Member[] {
  const room = size - parents - 1;
  const wanted = size >= 6 ? 2 : size === 5 ? (random.chance(0.65) ? 1 : 0) : random.chance(0.16) ? 1 : 0;
  return Array.from({ length: Math.max(0, Math.min(room, wanted)) }, (_, place) => ({
    relation: 'parent' as const,
    sex: place === 0 ? drawSex(random, 0.25) : ('male' as const),
    age: Math.min(93, mother + random.between(20, 28))
  }));
}

function drawChild(random: Random, mother: number, age: number, place: number): Member {
  const sex = drawSex(random, 0.527);
  const isGrandmother = mother > 49 && place > 0;
  if (isGrandmother && random.chance(0.75)) {
    return { relation: 'grandchild', sex, age: random.between(0, Math.min(14, mother - 42)) };
  }
  if (age >= 0 && place < 4) return { relation: 'child', sex, age };
  if (place === 0 || mother < 40)
    return { relation: 'child', sex, age: random.between(0, mother < 31 ? 5 : 11) };
  return { relation: 'sibling', sex, age: random.between(mother - 8, mother + 4) };
}

const drawSex = (random: Random, male: number): Sex => (random.chance(male) ? 'male' : 'female');
