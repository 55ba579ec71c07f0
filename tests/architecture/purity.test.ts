import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

async function complaints(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path });
  return result!.messages.map(({ ruleId }) => ruleId ?? 'not read');
}

// An existing file, since the types of an invented one are not known.
const IN_THE_DOMAIN = 'src/lib/domain/figures/tally.ts';
const IN_STATE = 'tests/state/invented.svelte.ts';

describe('the domain is told, it does not ask', () => {
  it.each([
    ['the network', "export const a = fetch('/');"],
    ['storage', "export const a = indexedDB.open('a');"],
    ['the window', 'export const a = window.name;'],
    ['chance', 'export const a = Math.random();'],
    ['chance by crypto', 'export const a = crypto.randomUUID();'],
    ['a timer', 'setTimeout(() => 1, 2);'],
    ['the clock', 'export const a = Date.now();'],
    ['the clock by a date', 'export const a = new Date();'],
    ['waiting', 'export const a = async (b: Promise<1>) => { await b; };'],
    ['waiting without await', 'export async function a() { return 1; }']
  ])('%s is refused', async (_, text) => {
    expect(await complaints(IN_THE_DOMAIN, text)).toContainEqual(expect.stringMatching(/^no-restricted-/));
  });

  it('a date that is handed in is welcome', async () => {
    expect(await complaints(IN_THE_DOMAIN, 'export const a = (at: number) => new Date(at);')).toEqual([]);
  });
});

describe('what ESLint guards elsewhere', () => {
  it('state at the level of a module is refused: the server would share it among people', async () => {
    const complaint = await complaints(IN_STATE, 'export const a = $state(1);\nconst b = $state.raw(2);\nb;');
    expect(complaint.filter((rule) => rule === 'no-restricted-syntax')).toHaveLength(2);
  });

  it('state inside a class is welcome', async () => {
    expect(await complaints(IN_STATE, 'export class A { current = $state(1); }')).toEqual([]);
  });

  it('another floor is named by $lib', async () => {
    const complaint = await complaints(IN_THE_DOMAIN, "import '../protocol/paths';");
    expect(complaint).toEqual(['no-restricted-imports']);
  });
});
