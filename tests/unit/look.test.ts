import { describe, expect, it } from 'vitest';
import { keepLook, readLook, SIZES, THEMES } from '$lib/ui/look/look';

function aPhone() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  };
}

describe('how the notebook looks', () => {
  it('is kept as it was chosen, and the page hears of it', () => {
    const [notes, page] = [aPhone(), new EventTarget()];
    let heard = 0;
    page.addEventListener('look', () => (heard += 1));
    for (const size of SIZES) {
      for (const theme of THEMES) {
        keepLook({ size, theme }, notes, page);
        expect(readLook(notes)).toEqual({ size, theme });
      }
    }
    expect(heard).toBe(SIZES.length * THEMES.length);
  });

  it.each([[null], ['null'], ['{'], ['{"size":"huge","theme":7}']])('from %s it is as at first', (stored) => {
    const notes = { getItem: () => stored };
    expect(readLook(notes)).toEqual({ size: 'normal', theme: 'own' });
  });
});
