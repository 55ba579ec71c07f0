import type { Chance } from './chance';
import type { Touch } from './step';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  insurance: ['yes', 'no', 'unclear'],
  activity: ['employed', 'unemployed', 'inactive'],
  training: ['none', 'college'],
  note: ['a', 'b', 'Ẫ', 'Ấ', '’"\\u{1F469}', 'đ\u0301']
};

/** What a hand does next. */
export function drawTouch(chance: Chance, withClosings: boolean): Touch {
  const closing = withClosings ? 1 : 0;
  const does = chance.weighted({
    answers: 60,
    'adds-person': 4,
    'adds-household': 2,
    visits: 5,
    assesses: 4,
    'takes-back': 5,
    resolves: 5,
    closes: closing * 3,
    'closes-household': closing,
    reopens: closing * 3
  });
  const [person, household] = [chance.below(4), chance.below(3)];
  switch (does) {
    case 'answers':
      return { does, person, set: drawAnswers(chance) };
    case 'assesses':
      return { does, household, state: chance.pick(['expected', 'not-expected', 'published']) };
    case 'takes-back':
      return { does, back: chance.below(3) };
    case 'resolves':
      return { does, difference: chance.below(4), keeps: chance.happens(0.5) };
    case 'closes':
    case 'reopens':
      return { does, person };
    case 'adds-household':
      return { does };
    default:
      return { does, household };
  }
}

function drawAnswers(chance: Chance): Record<string, string> {
  const fields = Object.keys(VALUES);
  const set: Record<string, string> = {};
  const count = chance.happens(0.7) ? 1 : 1 + chance.below(fields.length);
  for (let made = 0; made < count; made += 1) {
    const field = chance.pick(fields);
    set[field] = chance.pick(VALUES[field]!);
  }
  return set;
}
