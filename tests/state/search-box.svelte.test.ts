import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import SearchBox from '$lib/ui/SearchBox.svelte';

let shown: object | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  if (shown) unmount(shown);
  vi.useRealTimers();
});

function aSearchBox() {
  const searched = vi.fn();
  shown = mount(SearchBox, {
    target: document.body,
    props: { label: 'Tìm', value: '', onsearch: searched }
  });
  flushSync();
  const input = document.querySelector('input')!;
  const types = (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const composes = (what: 'start' | 'end') => input.dispatchEvent(new CompositionEvent(`composition${what}`));
  return { searched, types, composes };
}

describe('the search box', () => {
  it('answers each letter at once', () => {
    const { searched, types } = aSearchBox();
    types('l');
    types('la');
    expect(searched.mock.calls).toEqual([['l'], ['la']]);
  });

  it('does not search half a word that a keyboard composes, but what stands for a moment, and the end', () => {
    const { searched, types, composes } = aSearchBox();
    composes('start');
    types('nguyee');
    types('nguyê');
    expect(searched).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(searched.mock.calls).toEqual([['nguyê']]);
    types('nguyên');
    composes('end');
    vi.runAllTimers();
    expect(searched.mock.calls).toEqual([['nguyê'], ['nguyên']]);
  });
});
