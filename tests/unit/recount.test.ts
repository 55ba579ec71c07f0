import { describe, expect, it } from 'vitest';
import { filesFrom } from '$lib/domain/people/household-file';
import type { Row } from '$lib/domain/entry/row';
import { denominatorOf, NO_TALLY, tallyFiles } from '$lib/domain/figures/tally';
import type { Tally } from '$lib/domain/figures/group-figures';
import { planRows } from '$lib/domain/figures/plan-rows';
import { sampleWard } from '$lib/server/sample/sample-ward';
import { recount } from '../support/recount';

const TODAY = '2026-12-02';
const ward = sampleWard({ seed: 2026, year: 2026, today: TODAY });
const files = [
  ...filesFrom(
    ward.rows.map(({ values, ...row }): Row => ({
      ...row,
      seq: 1,
      fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, 1]]))
    }))
  ).values()
];
const figures = ward.groups.map(({ id }) => ({
  group: id,
  ...tallyFiles(
    files.filter(({ household }) => household.group === id),
    ward.campaign,
    TODAY
  )
}));
const byHand = recount(ward.rows, TODAY, ward.campaign.startsOn);

/** The rule behind each line of the recount. */
const RULES: Readonly<Record<string, string>> = {
  '13a': 'culture-expected',
  '13a công nhận': 'culture-recognised',
  '10': 'insurance',
  '8a': 'employment',
  '8b': 'training',
  '8b có bằng': 'training-certified',
  sinh: 'births',
  mất: 'deaths',
  ...Object.fromEntries('7a 7b 9a 9b 9c 11 12 13c'.split(' ').map((code) => [code, `answer:${code}`]))
};

describe('the sample ward, counted again straight from its rows by other code', () => {
  it.each(Object.entries(RULES))('%s is the same in all 23 groups', (line, rule) => {
    for (const { group, tallies } of figures) {
      expect(byHand.get(group)!.lines.get(line) ?? NO_TALLY).toEqual(tallies[rule]);
    }
  });

  it('so are households, and how many were seen in this round', () => {
    for (const { group, coverage } of figures) expect(byHand.get(group)!.coverage).toEqual(coverage);
  });

  it('every rule of the campaign is in it', () => {
    expect(Object.values(RULES).sort()).toEqual(Object.keys(figures[0]!.tallies).sort());
  });
});

describe('what the sample ward has to show', () => {
  const rows = planRows(ward.campaign, figures, []);
  const tallies = (code: string): Tally[] => figures.map(({ tallies: own }) => own[RULES[code]!]!);

  it.each('7a 7b 9a 9b 9c 11 12 13c 13a'.split(' '))('%s: some groups reach it and some do not', (code) => {
    const { failing } = rows.find(({ indicator }) => indicator.code === code)!;
    expect(failing.length).toBeGreaterThan(0);
    expect(failing.length).toBeLessThan(23);
  });

  it('one group has no child of five, one was never asked about poverty, a few are poor', () => {
    expect(tallies('9a').filter((tally) => denominatorOf(tally) === 0)).toHaveLength(1);
    expect(
      tallies('7a').filter(([counted, missing, unknown]) => counted + missing === 0 && unknown > 0)
    ).toHaveLength(1);
    expect(tallies('7a').reduce((sum, [counted]) => sum + counted, 0)).toBeGreaterThan(0);
    expect(tallies('mất').reduce((sum, [counted]) => sum + counted, 0)).toBeGreaterThan(0);
  });
});
