import { expect, it } from 'vitest';
import { keepTypedEarly } from '$lib/ui/ward/typed-early';

it('what was typed, ticked and chosen before the page came alive is put back; the rest is as the ward sent it', () => {
  document.body.innerHTML = `
    <input id="typed" value="cũ"><input id="left" value="cũ"><input type="hidden" id="hidden" value="1">
    <textarea id="long">cũ</textarea>
    <input type="checkbox" id="ticked"><input type="checkbox" id="unticked" checked>
    <input type="radio" name="r" id="first" checked><input type="radio" name="r" id="second">
    <select id="chosen"><option selected>một</option><option>hai</option></select>`;
  const named = (id: string) => document.getElementById(id) as HTMLInputElement;
  const state = () =>
    [...document.querySelectorAll<HTMLInputElement>('[id]')].map((field) =>
      ['checkbox', 'radio'].includes(field.type) ? field.checked : field.value
    );
  const sent = state();
  named('typed').value = 'mới';
  named('long').value = 'mới';
  named('ticked').checked = true;
  named('unticked').checked = false;
  named('second').checked = true;
  named('chosen').value = 'hai';
  const typed = state();

  const putBack = keepTypedEarly(document);
  document.querySelectorAll('[id]').forEach((field, at) => {
    const { type } = field as HTMLInputElement;
    if (['checkbox', 'radio'].includes(type)) named(field.id).checked = sent[at] as boolean;
    else named(field.id).value = sent[at] as string;
  });
  named('left').value = 'của phường';
  putBack();

  expect(state()).toEqual(typed.with(1, 'của phường'));
});
