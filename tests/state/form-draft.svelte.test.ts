import { expect, it } from 'vitest';
import { FormDraft } from '$lib/state/form-draft.svelte';

type NewHome = { name: string; alley: string };

const aBook = () => {
  const book = new Map<string, string>();
  return {
    book,
    read: (id: string) => book.get(id) || undefined,
    keep: (id: string, text: string) => void (text ? book.set(id, text) : book.delete(id))
  };
};
const blank = (): NewHome => ({ name: '', alley: '124' });

it('what was filled in stands there after the phone was killed, and beside it what nobody has touched', () => {
  const keeper = aBook();
  new FormDraft(keeper, 'new', blank).tell({ name: 'Nguyễn Văn Hùng' });
  expect(new FormDraft(keeper, 'new', blank).told).toEqual({ name: 'Nguyễn Văn Hùng', alley: '124' });
  expect(new FormDraft(keeper, 'rooms', blank).told).toEqual(blank());
});

it('recorded, it is not offered again', () => {
  const keeper = aBook();
  const form = new FormDraft(keeper, 'new', blank);
  form.tell({ name: 'Nguyễn Văn Hùng' });
  form.forget();
  expect(new FormDraft(keeper, 'new', blank).told).toEqual(blank());
  expect([...keeper.book]).toEqual([]);
});
