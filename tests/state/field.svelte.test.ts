import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Field from '$lib/ui/Field.svelte';

Element.prototype.scrollIntoView ??= () => undefined;
let shown: object | undefined;
afterEach(() => shown && unmount(shown));

function aField(onsave: (typed: string) => string | undefined = () => undefined) {
  const saved = vi.fn(onsave);
  const props = $state({ label: 'Hạn thẻ', value: '31/12/2026', onsave: saved });
  shown = mount(Field, { target: document.body, props });
  flushSync();
  const input = document.querySelector('input')!;
  const types = (text: string) => {
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  const leaves = async () => {
    input.blur();
    await tick();
    await tick();
    flushSync();
  };
  return { props, input, saved, types, leaves };
}

describe('a field being typed in', () => {
  it('[CO5] is not overwritten by news', () => {
    const { props, input, types } = aField();
    types('30/6/20');
    props.value = '1/1/2030';
    flushSync();
    expect(input.value).toBe('30/6/20');
  });

  it('[CO5] lands when it is left', async () => {
    const { saved, types, leaves } = aField();
    types('30/6/2027');
    await leaves();
    expect(saved).toHaveBeenCalledExactlyOnceWith('30/6/2027');
  });

  it('[CO5] lands when the press that left it lets go: what that lies on has not moved meanwhile', async () => {
    const { saved, types, leaves } = aField();
    types('30/6/2027');
    document.dispatchEvent(new Event('pointerdown'));
    await leaves();
    expect(saved).not.toHaveBeenCalled();
    document.dispatchEvent(new Event('pointerup'));
    expect(saved).toHaveBeenCalledExactlyOnceWith('30/6/2027');
  });

  it('[CO5] a press whose end nobody saw holds nothing back: the next key lands what was typed', async () => {
    const { saved, types, leaves } = aField();
    document.dispatchEvent(new Event('pointerdown'));
    types('30/6/2027');
    document.dispatchEvent(new Event('keydown'));
    await leaves();
    expect(saved).toHaveBeenCalledExactlyOnceWith('30/6/2027');
  });

  it('[CO5] a field that was only looked at never writes the old value over the news', async () => {
    const { props, input, saved, leaves } = aField();
    input.focus();
    props.value = '1/1/2030';
    flushSync();
    await leaves();
    expect(saved).not.toHaveBeenCalled();
    expect(input.value).toBe('1/1/2030');
  });

  it('[CO5] news shows in a field that nobody is typing in', () => {
    const { props, input } = aField();
    props.value = '1/1/2030';
    flushSync();
    expect(input.value).toBe('1/1/2030');
  });

  it('keeps what cannot stand, with the sentence that says why', async () => {
    const { input, types, leaves } = aField(() => 'Ghi ngày như 31/12/2026.');
    types('31/13/26');
    await leaves();
    expect(input.value).toBe('31/13/26');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const sentence = document.getElementById(input.getAttribute('aria-describedby')!);
    expect(sentence?.textContent).toBe('Ghi ngày như 31/12/2026.');
  });

  it('writes nothing when nothing was changed', async () => {
    const { saved, types, leaves } = aField();
    types('31/12/2026');
    await leaves();
    expect(saved).not.toHaveBeenCalled();
  });
});
