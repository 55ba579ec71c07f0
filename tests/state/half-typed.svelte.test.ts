import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { Drafts } from '$lib/state/drafts.svelte';
import WithDrafts from './WithDrafts.svelte';

Element.prototype.scrollIntoView ??= () => undefined;
let shown: object | undefined;
afterEach(() => shown && unmount(shown));

/** A field on a phone whose book of what is half typed stands outside of the page. */
async function aField(book: Map<string, string>, onsave: (typed: string) => string | undefined) {
  const kept = {
    read: async () => new Map(book),
    keep: async (id: string, text: string) => void (text === '' ? book.delete(id) : book.set(id, text))
  };
  const keeper = new Drafts({ openDrafts: async () => kept });
  shown = mount(WithDrafts, { target: document.body, props: { keeper, draftId: 'lan/name', onsave } });
  await settles();
  const input = document.querySelector('input')!;
  const types = async (text: string) => {
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settles();
  };
  const taps = async (word: string) => {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === word)!.click();
    await settles();
  };
  return { input, types, taps };
}

async function settles(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await tick();
  flushSync();
}

const saying = () => document.body.textContent ?? '';

it('half a name stands there after the phone was killed, said not to be recorded, and is recorded with a tap', async () => {
  const book = new Map<string, string>();
  const { types } = await aField(book, () => undefined);
  await types('Nguyễn V');
  expect(book.get('lan/name')).toBe('Nguyễn V');

  document.body.replaceChildren();
  shown = undefined;
  const saved = vi.fn();
  const { input, taps } = await aField(book, saved);
  expect(input.value).toBe('Nguyễn V');
  expect(saying()).toContain('chưa ghi vào sổ');
  await taps('Ghi');
  expect(saved).toHaveBeenCalledWith('Nguyễn V');
  expect([...book]).toEqual([]);
  expect(saying()).not.toContain('chưa ghi vào sổ');
});

it('dropped, it is gone, and what is recorded stands', async () => {
  const book = new Map([['lan/name', 'Nguyễn V']]);
  const { input, taps } = await aField(book, () => undefined);
  await taps('Bỏ');
  expect([input.value, [...book]]).toEqual(['Trần Thị Lan', []]);
});

it('a call records nothing of half a word; leaving the field does', async () => {
  const saved = vi.fn();
  const { types, input } = await aField(new Map(), saved);
  await types('Trần Thị L');
  Object.defineProperty(document, 'hidden', { value: true, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
  await settles();
  expect(saved).not.toHaveBeenCalled();
  input.blur();
  await settles();
  expect(saved).toHaveBeenCalledWith('Trần Thị L');
});
