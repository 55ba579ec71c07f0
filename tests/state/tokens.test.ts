import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app.css', 'utf8');
const [light = '', dark = '', sun = ''] = [
  ...css.matchAll(/:root(?:\[data-theme='\w+'\])? \{([^}]*)\}/g)
].map(([, block]) => block ?? '');
const tokensOf = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])
  );

/** Text and the grounds it stands on. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  ink: ['paper', 'sheet', 'jade-tint', 'amber-tint', 'brick-tint', 'slate-tint'],
  'ink-second': ['paper', 'sheet', 'jade-tint'],
  jade: ['paper', 'sheet', 'jade-tint'],
  amber: ['paper', 'sheet', 'jade-tint', 'amber-tint'],
  brick: ['paper', 'sheet', 'jade-tint', 'brick-tint'],
  slate: ['paper', 'sheet', 'jade-tint', 'slate-tint'],
  'on-jade': ['jade', 'jade-pressed']
};

/** Edges, bars and rings that carry a meaning. */
const SHAPES: typeof TEXTS = { edge: ['sheet', 'paper'], 'amber-fill': ['sheet'], gold: ['sheet'] };

const pairsOf = (grounds: typeof TEXTS) =>
  Object.entries(grounds).flatMap(([shape, all]) => all.map((ground) => ({ shape, ground })));

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
  it.each(pairsOf(TEXTS))('$shape can be read on $ground', ({ shape, ground }) => {
    const least = theme === 'bright sun' ? 7 : 4.5;
    expect(contrast(tokens[shape]!, tokens[ground]!)).toBeGreaterThanOrEqual(least);
  });

  it.each(pairsOf(SHAPES))('$shape can be told from $ground', ({ shape, ground }) => {
    expect(contrast(tokens[shape]!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
  });
});
