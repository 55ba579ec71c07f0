import type { CultureRules } from '$lib/domain/plan/culture';
import type { Portion } from '$lib/domain/plan/portion';
import type { FormReader } from '../http/form';
import { portionOf } from './percent';

type Standard = CultureRules['standards'][number];

/** The year's rules as the page's form says them; a standard or a case without a name is taken away. */
export function readCultureForm(form: FormReader, before: CultureRules): CultureRules {
  const share = (name: string): Portion | null => {
    const percent = form.decimal(name);
    return percent === null ? null : portionOf(percent);
  };
  return {
    decree: form.required('decree', 200),
    decision: form.text('decision', 120) || null,
    isExample: form.text('isExample') === 'yes',
    standards: form.indexes('standard').flatMap((place) => readStandard(form, place)),
    passMark: form.text('passMark') === '' ? null : form.number('passMark', 0, 10_000),
    leastOfStandard: share('leastOfStandard'),
    bars: readBars(form, before.bars),
    leastPresent: share('leastPresent'),
    leastAgreed: share('leastAgreed'),
    publicDays: form.number('publicDays', 1, 90),
    completeBefore: form.day('completeBefore'),
    decideWithin: form.number('decideWithin', 1, 365),
    announceWithin: form.number('announceWithin', 1, 365)
  };
}

const NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** Each line is a criterion: its points and its name, "15 Chấp hành tốt …"; the decree's frame has no points. */
function readStandard(form: FormReader, place: number): Standard[] {
  const title = form.text(`standard.${place}.title`, 300);
  if (title === '') return [];
  const code = NUMERALS[place] ?? String(place + 1);
  const lines = form
    .text(`standard.${place}.criteria`, 4_000)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const criteria = lines.map((line, at) => {
    const [, points, name] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:đ|điểm)?\s*[|:;.\t-]?\s+(.+)$/.exec(line) ?? [];
    return {
      code: `${code}.${at + 1}`,
      title: (name ?? line).trim(),
      most: points === undefined ? 0 : Number(points.replace(',', '.'))
    };
  });
  return [{ code, title, criteria }];
}

/** One case a line. Its code stays with its words, for households that are barred by it already. */
function readBars(form: FormReader, before: CultureRules['bars']): CultureRules['bars'] {
  const names = form
    .text('bars', 4_000)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const taken = new Set(before.map(({ code }) => code));
  return names.map((name, place) => {
    const known = before.find((bar) => bar.name === name);
    const inPlace = names.length === before.length ? before[place] : undefined;
    const renamed = inPlace && !names.includes(inPlace.name) ? inPlace : undefined;
    const code = known?.code ?? renamed?.code ?? freeCode(taken);
    taken.add(code);
    return { code, name };
  });
}

/** Codes of cases are letters only: "bar-a", "bar-b". */
function freeCode(taken: ReadonlySet<string>): string {
  for (let number = 0; ; number += 1) {
    const letters = String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26));
    if (!taken.has(`bar-${letters}`)) return `bar-${letters}`;
  }
}
