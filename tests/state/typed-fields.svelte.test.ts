import { type Component, flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import BirthField from '$lib/ui/typed/BirthField.svelte';
import CardCodeField from '$lib/ui/typed/CardCodeField.svelte';
import NameField from '$lib/ui/typed/NameField.svelte';
import NationalIdField from '$lib/ui/typed/NationalIdField.svelte';
import PhoneField from '$lib/ui/typed/PhoneField.svelte';

Element.prototype.scrollIntoView ??= () => undefined;
const today = '2026-11-23';
let shown: object | undefined;
afterEach(() => shown && unmount(shown));

/** A field as somebody types in it, who sees what they recorded. */
function aField<Props extends object>(field: Component<Props>, others: object) {
  const saved = vi.fn();
  const props = $state<Record<string, unknown>>({
    ...others,
    onsave: (value: string | null) => {
      saved(value);
      props.value = value;
    }
  });
  shown = mount(field as Component, { target: document.body, props });
  flushSync();
  const input = document.querySelector('input')!;
  const types = (text: string) => {
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  const settles = async () => {
    await tick();
    await tick();
    flushSync();
  };
  const leaves = async () => {
    input.blur();
    await settles();
  };
  const note = () => document.querySelector('.note')?.textContent?.trim();
  const offers = () => [...document.querySelectorAll('button')];
  return { input, saved, types, leaves, settles, note, offers };
}

describe('a name being typed', () => {
  it('is offered in proper capitals, and taken with a tap', async () => {
    const { saved, types, leaves, settles, offers, input } = aField(NameField, {
      label: 'Họ tên',
      value: ''
    });
    types('NGUYỄN VĂN AN');
    await leaves();
    expect(saved).toHaveBeenLastCalledWith('NGUYỄN VĂN AN');
    expect(offers()[0]?.textContent).toContain('Viết là Nguyễn Văn An');
    offers()[0]!.click();
    await settles();
    expect(saved).toHaveBeenLastCalledWith('Nguyễn Văn An');
    expect(input.value).toBe('Nguyễn Văn An');
    expect(offers()).toEqual([]);
  });

  it('says nothing while the keyboard still composes, and Enter then belongs to the keyboard', async () => {
    const { saved, types, leaves, note, offers, input } = aField(NameField, { label: 'Họ tên', value: '' });
    input.focus();
    input.dispatchEvent(new CompositionEvent('compositionstart'));
    types('nguye64n van');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    expect(document.activeElement).toBe(input);
    expect([note(), offers().length]).toEqual(['', 0]);
    input.dispatchEvent(new CompositionEvent('compositionend'));
    types('Nguyễn Văn An');
    await leaves();
    expect(saved).toHaveBeenCalledExactlyOnceWith('Nguyễn Văn An');
  });

  it('with a digit in it is doubted and kept', async () => {
    const { saved, types, leaves, note } = aField(NameField, { label: 'Họ tên', value: '' });
    types('Nguye64n Van An');
    await leaves();
    expect(note()).toContain('chữ số');
    expect(saved).toHaveBeenCalledWith('Nguye64n Van An');
  });
});

describe('a birth being typed', () => {
  it('is said back in words while it is typed', () => {
    const { types, note } = aField(BirthField, { value: null, today });
    types('5/3/58');
    expect(note()).toBe('✓ Sinh ngày 5 tháng 3 năm 1958, 68 tuổi');
    types('8 tháng');
    expect(note()).toBe('✓ Sinh tháng 3 năm 2026, 8 tháng tuổi');
  });

  it('a lone 67 is asked about: nothing is guessed', async () => {
    const { saved, types, leaves, settles, offers, input } = aField(BirthField, { value: null, today });
    types('67');
    await leaves();
    expect(saved).not.toHaveBeenCalled();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(offers().map(({ textContent }) => textContent?.trim())).toEqual([
      '67 tuổi (sinh 1959)',
      'Sinh năm 1967'
    ]);
    offers()[1]!.click();
    await settles();
    expect(saved).toHaveBeenCalledExactlyOnceWith('1967');
    expect(input.getAttribute('aria-invalid')).toBeNull();
  });

  it('after today cannot be', async () => {
    const { saved, types, leaves } = aField(BirthField, { value: null, today });
    types('24/11/2026');
    await leaves();
    expect(saved).not.toHaveBeenCalled();
  });
});

describe('numbers of people', () => {
  const person = { birth: '1985', sex: 'male' };

  it('the code of a card tells its group; one that disagrees is doubted, and the recorded group stands', async () => {
    const unknown = { insuranceGroup: null, nationalId: null };
    const { saved, types, leaves, note } = aField(CardCodeField, { person: unknown });
    types('gd 4 31 0123456789');
    expect(note()).toBe('✓ Thẻ nhóm 5');
    await leaves();
    expect(saved).toHaveBeenCalledWith(5);
    await unmount(shown!);
    const recorded = aField(CardCodeField, { person: { ...unknown, insuranceGroup: 2 } });
    recorded.types('GD4310123456789');
    await recorded.leaves();
    expect(recorded.note()).toContain('khác với nhóm đã ghi');
    recorded.types('QQ4310123456789');
    expect(recorded.note()).toContain('Không có đối tượng nào');
    recorded.types('12');
    await recorded.leaves();
    expect(recorded.note()).toContain('2 chữ cái và 13 chữ số');
    expect(recorded.saved).not.toHaveBeenCalled();
  });

  it('a number that disagrees with its person is doubted and kept', async () => {
    const { saved, types, leaves, note, input } = aField(NationalIdField, { value: null, person, today });
    types('031 158 001234');
    await leaves();
    expect(note()).toContain('giới tính khác với đã ghi; năm sinh khác với đã ghi');
    expect(saved).toHaveBeenCalledWith('031158001234');
    expect(input.inputMode).toBe('numeric');
  });

  it('an old card is told from a slip of the finger', async () => {
    const { saved, types, leaves } = aField(NationalIdField, { value: null, person, today });
    types('031158001');
    await leaves();
    expect(document.querySelector('.problem')?.textContent).toContain('9 số không còn giá trị');
    expect(saved).not.toHaveBeenCalled();
  });

  it('an old mobile number is kept as it is dialled today, and said back', async () => {
    const { saved, types, leaves, note, input } = aField(PhoneField, { value: null });
    types('0168 345 6789');
    expect(note()).toBe('✓ Gọi số 0383 456 789');
    await leaves();
    expect(saved).toHaveBeenCalledWith('0383456789');
    expect(input.inputMode).toBe('tel');
  });
});
