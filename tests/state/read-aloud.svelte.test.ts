import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import ReadAloud from '$lib/ui/ReadAloud.svelte';

let shown: object | undefined;
afterEach(() => {
  if (shown) void unmount(shown);
  shown = undefined;
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

type Said = { text: string; lang: string; onend: () => void };

/** A phone that has these voices, and what it was made to say. */
function aPhoneThatSpeaks(...languages: string[]) {
  const said: Said[] = [];
  const cancel = vi.fn();
  vi.stubGlobal('speechSynthesis', {
    ...{ addEventListener: vi.fn(), removeEventListener: vi.fn(), cancel },
    getVoices: () => languages.map((lang) => ({ lang })),
    speak: (utterance: Said) => said.push(utterance)
  });
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      lang = '';
      onend = () => undefined;
      constructor(readonly text: string) {}
    }
  );
  shown = mount(ReadAloud, { target: document.body, props: { text: () => 'Số 12 ngõ 124. Chủ hộ Lê An.' } });
  flushSync();
  return { said, cancel };
}

const button = () => document.querySelector('button');
const taps = () => {
  button()!.click();
  flushSync();
};

it('a phone with a Vietnamese voice reads the household out, and stops at a second tap', () => {
  const { said, cancel } = aPhoneThatSpeaks('en-US', 'vi-VN');
  expect(button()!.textContent).toContain('Đọc to');
  taps();
  expect(said.map(({ text, lang }) => [text, lang])).toEqual([['Số 12 ngõ 124. Chủ hộ Lê An.', 'vi-VN']]);
  expect(button()!.textContent).toContain('Thôi đọc');
  taps();
  expect(cancel).toHaveBeenCalledTimes(2);
  expect(button()!.textContent).toContain('Đọc to');
});

it('at the end of what is read the button offers to read again', () => {
  const { said } = aPhoneThatSpeaks('vi');
  taps();
  said[0]!.onend();
  flushSync();
  expect(button()!.textContent).toContain('Đọc to');
});

it('a phone without a Vietnamese voice offers nothing that would be gibberish', () => {
  aPhoneThatSpeaks('en-US', 'fr-FR');
  expect(button()).toBeNull();
});
