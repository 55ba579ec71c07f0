import type { Campaign } from '$lib/domain/plan/campaign';
import { REPORTING, REPORTING_WORD } from '$lib/domain/plan/rules';
import type { Formula, Scale, ScaleItem } from '$lib/domain/plan/scale';
import type { FormReader } from '../http/form';
import { portionOf } from './percent';

/** The scale as the page's form says it: lines without a name are taken away, the last one may be new. */
export function readScale(form: FormReader, { scale, indicators }: Campaign): Scale {
  const codes = indicators.map(({ code }) => code);
  const bands = readLines(form, 'band', scale.bands, (at) => ({ from: form.number(`${at}.from`, 0, 1_000) }));
  return {
    ...scale,
    decision: form.text('decision', 120) || null,
    note: form.text('note', 200),
    items: readLines(form, 'item', scale.items, (at, before): Omit<ScaleItem, 'code' | 'name'> => ({
      indicators: form
        .text(`${at}.indicators`, 200)
        .normalize('NFC')
        .replace(new RegExp(REPORTING_WORD, 'giu'), REPORTING)
        .split(/[\s,;]+/)
        .filter(Boolean),
      most: form.number(`${at}.most`, 0, 1_000),
      formula: readFormula(form, at, before?.formula)
    })),
    bonusMost: form.number('bonusMost', 0, 1_000),
    deductionMost: form.number('deductionMost', 0, 1_000),
    bonuses: readLines(form, 'bonus', scale.bonuses, (at) => ({
      points: form.number(`${at}.points`, 0, 1_000)
    })),
    deductions: readLines(form, 'deduction', scale.deductions, (at) => ({
      points: form.number(`${at}.points`, 0, 1_000)
    })),
    gates: readLines(form, 'gate', scale.gates, (at) => ({
      indicator: form.text(`${at}.indicator`) || null,
      band: form.text(`${at}.band`) || null
    })),
    bands: [...bands].sort((a, b) => b.from - a.from),
    ties: form
      .indexes('tie')
      .map((place) => form.text(`tie.${place}`))
      .filter((tie) => TIES.includes(tie) || (tie.startsWith('share:') && codes.includes(tie.slice(6)))),
    digits: form.number('digits', 0, 4),
    mayExceed: form.text('mayExceed') === 'yes',
    leastCoverage: portionOf(form.decimal('leastCoverage') ?? '95')
  };
}

const TIES: readonly string[] = ['gates', 'deductions', 'signed', 'vote'];

type Named = Readonly<{ code: string; name: string }>;

function readLines<Line extends Named>(
  form: FormReader,
  kind: string,
  before: readonly Line[],
  rest: (at: string, before: Line | undefined) => Omit<Line, 'code' | 'name'>
): Line[] {
  return form.indexes(kind).flatMap((place) => {
    const at = `${kind}.${place}`;
    const name = form.text(`${at}.name`, 200);
    if (name === '') return [];
    const line = before.find(({ code }) => code === form.text(`${at}.code`));
    const code = line?.code ?? freeCode(kind, before);
    return [{ ...line, code, name, ...rest(at, line) } as unknown as Line];
  });
}

function freeCode(kind: string, taken: readonly Named[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const code = `${kind}-${number}`;
    if (taken.every((one) => one.code !== code)) return code;
  }
}

/** "98 = 20; 95 = 15" are steps: from 98 % twenty points, from 95 % fifteen. */
function readFormula(form: FormReader, at: string, before: Formula | undefined): Formula {
  const kind = form.oneOf(`${at}.formula`, ['proportional', 'all-or-nothing', 'steps']);
  if (kind === 'all-or-nothing') return { kind };
  if (kind === 'proportional') return { kind, excess: before?.kind === kind ? before.excess : null };
  const steps = form
    .text(`${at}.steps`, 500)
    .split(';')
    .filter((step) => step.trim() !== '')
    .map((step) => {
      const [, share, points] =
        /^\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*%?\s*=\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*$/.exec(step) ?? [];
      if (share === undefined || points === undefined) form.refuse(`${at}.steps`, 'not-a-number');
      return {
        share: portionOf((share ?? '0').replace(',', '.')),
        points: Number((points ?? '0').replace(',', '.'))
      };
    });
  return { kind, steps };
}
