import { error, redirect } from '@sveltejs/kit';
import { COLUMNS } from '$lib/domain/lists/columns';
import { ITEM_KINDS } from '$lib/domain/lists/item';
import { namesReaderOf, officerOf, wholeIn } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { enterList } from '$lib/server/lists/applying';
import { chooseForAll, chooseForItems } from '$lib/server/lists/choosing';
import { compareList } from '$lib/server/lists/comparing';
import { readListDesk } from '$lib/server/lists/lists-desk';
import { previewList } from '$lib/server/lists/previewing';
import { dropList } from '$lib/server/lists/taking';
import { takeListBack } from '$lib/server/lists/undoing';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  namesReaderOf(locals);
  const kind = ITEM_KINDS.find((one) => one === url.searchParams.get('kind')) ?? null;
  const page = Math.max(1, wholeIn(url.searchParams, 'page'));
  const desk = await readListDesk(locals.services, params.list, { kind, page });
  if (!desk) error(404, 'Không có danh sách này.');
  return { list: desk, isChangingColumns: url.searchParams.has('columns') };
};

export const actions: Actions = {
  async preview({ locals, params, request }) {
    officerOf(locals);
    const list = await readListDesk(locals.services, params.list, { kind: null, page: 1 });
    if (!list) error(404, 'Không có danh sách này.');
    const form = new FormReader(await request.formData());
    const groups = list.groups.map(({ id }) => id);
    const setups = list.book.setups.map((setup, number) => ({
      ...setup,
      isUsed: form.text(`sheet.${number}`) === 'yes',
      group: (groups.find((id) => id === form.text(`group.${number}`)) ?? null) as typeof setup.group,
      columns: setup.columns.map((before, column) => {
        const typed = form.text(`column.${form.text(`header.${number}`)}.${column}`);
        return COLUMNS.find((code) => code === typed) ?? before;
      })
    }));
    const isWhole = form.text('whole') === 'yes';
    const lay = list.purpose === 'compare' ? compareList : previewList;
    const problem = await lay(locals.services, params.list, { setups, isWhole });
    if (problem) return { said: 'setup', problem } as const;
    redirect(303, `/ward/lists/${params.list}`);
  },
  async choose({ locals, params, request }) {
    officerOf(locals);
    await chooseForItems(locals.services, params.list, choicesIn(await request.formData()));
    return { said: 'chosen' } as const;
  },
  async all({ locals, params, request }) {
    officerOf(locals);
    const form = new FormReader(await request.formData());
    const kind = form.oneOf('kind', ITEM_KINDS);
    const code = form.oneOf('code', ['take', 'keep', 'as-new', 'moved-away'] as const);
    if (form.isGood) await chooseForAll(locals.services, params.list, kind, code);
    return { said: 'chosen' } as const;
  },
  /** What was chosen on the page counts, saved before or not. */
  async enter({ locals, params, request }) {
    const account = officerOf(locals);
    await chooseForItems(locals.services, params.list, choicesIn(await request.formData()));
    await enterList(locals.services, account, params.list);
    redirect(303, `/ward/lists/${params.list}`);
  },
  async back({ locals, params }) {
    await takeListBack(locals.services, officerOf(locals), params.list);
    redirect(303, `/ward/lists/${params.list}`);
  },
  async drop({ locals, params }) {
    officerOf(locals);
    await dropList(locals.services, params.list);
    redirect(303, '/ward/lists');
  }
};

const choicesIn = (form: FormData): Map<number, number> =>
  new Map(
    [...form].flatMap(([name, value]): [number, number][] => {
      const position = /^choice\.(\d{1,6})$/.exec(name)?.[1];
      return position && typeof value === 'string' && /^\d$/.test(value)
        ? [[Number(position), Number(value)]]
        : [];
    })
  );
