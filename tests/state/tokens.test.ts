import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app.css', 'utf8');
const [light = '', dark = '', sun = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(
  ([, block]) => block ?? ''
);
const tokensOf = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])
  );

/** Text and the ground it stands on. */
const PAIRS = [
  ...['paper', 'sheet', 'jade-tint', 'amber-tint', 'brick-tint', 'slate-tint'].map((ground) => [
    'ink',
    ground
  ]),
  ...['paper', 'sheet', 'jade-tint'].flatMap((ground) => [
    ['ink-second', ground],
    ['jade', ground],
    ['amber', ground],
    ['brick', ground],
    ['slate', ground]
  ]),
  ['amber', 'amber-tint'],
  ['brick', 'brick-tint'],
  ['slate', 'slate-tint'],
  ['on-jade', 'jade'],
  ['on-jade', 'jade-pressed']
] as const;

/** Edges, bars and rings that carry a meaning. */
const SHAPES = [
  ['edge', 'sheet'],
  ['edge', 'paper'],
  ['jade', 'line'],
  ['gold', 'sheet']
] as const;

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(parseInt(colour.slice(at, at + 2), 16) / 255)
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
};

describe.each([
  ['light', tokensOf(light)],
  ['dark', { ...tokensOf(light), ...tokensOf(dark) }],
  ['bright sun', { ...tokensOf(light), ...tokensOf(sun) }]
])('the %s theme', (theme, tokens) => {
  it.each(PAIRS)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(theme === 'bright sun' ? 7 : 4.5);
  });

  it.each(SHAPES.filter(([shape]) => theme !== 'bright sun' || shape !== 'jade'))(
    '%s can be told from %s',
    (shape, ground) => {
      expect(contrast(tokens[shape]!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
    }
  );
});
