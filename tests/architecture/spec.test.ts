import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const NOT_YET = '(not yet built)';

describe('every rule of SPEC.md has a test, and every test names a rule', async () => {
  const rules = rulesIn(await readFile('src/lib/sync/SPEC.md', 'utf8'));
  const built = rules.filter(({ text }) => !text.endsWith(NOT_YET)).map(({ id }) => id);
  const quoted = await idsQuoted('tests');

  it('there are rules, each with an ID of its own', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(30);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('what is built is proved', () => {
    expect(built.filter((id) => !quoted.has(id))).toEqual([]);
  });

  it('what is quoted is written', () => {
    const known = new Set(rules.map(({ id }) => id));
    expect([...quoted].filter((id) => !known.has(id))).toEqual([]);
  });
});

/** "- **EN1** Ids are random UUIDs …": a rule, which may run over several lines. */
function rulesIn(spec: string): { id: string; text: string }[] {
  return spec
    .split(/\n(?=- \*\*|\n|#)/)
    .map((paragraph) => /^- \*\*([A-Z]{2}\d+)\*\* ([^]*)$/.exec(paragraph.trim()))
    .filter((found) => found !== null)
    .map(([, id, text]) => ({ id: id!, text: text!.trim() }));
}

/** IDs in the names of tests: it('[EX3] …'), or several: it('[CO1][CO2] …'). */
async function idsQuoted(folder: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(test|spec)\.ts$/.test(name) || name.startsWith('architecture')) continue;
    const source = await readFile(join(folder, name), 'utf8');
    for (const [, title] of source.matchAll(/\b(?:it|test|describe)\b[^'"`\n]*\(\s*['"`]([^\n]*)/g)) {
      for (const [, id] of title!.matchAll(/\[([A-Z]{2}\d+)\]/g)) ids.add(id!);
    }
  }
  return ids;
}
