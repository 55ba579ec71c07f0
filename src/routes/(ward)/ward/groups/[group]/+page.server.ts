import { error, fail, redirect } from '@sveltejs/kit';
import { addDays, dayOf } from '$lib/domain/calendar';
import { readGroupDesk } from '$lib/server/groups/group-desk';
import { groupInUse, NO_SUCH_GROUP, officerOf, readerOf, wholeIn } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { copySheet, readPaperDesk } from '$lib/server/round-sheet/paper-sheet';
import { readTicks } from '$lib/server/round-sheet/paper-ticks';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = readerOf(locals);
  const code = url.searchParams.get('indicator');
  const desk = await readGroupDesk(locals.services, reader, params.group, code);
  if (!desk) error(404, NO_SUCH_GROUP);
  const asked = url.searchParams.get('paper');
  if (asked === null) return { ...desk, paper: null, planned: [], copied: 0, apart: 0 };
  officerOf(locals);
  const count = (name: string) => wholeIn(url.searchParams, name);
  const { campaign } = await groupInUse(locals, params.group);
  const paper = await readPaperDesk(locals.services, campaign, desk.group.id, count('paper'));
  return { ...desk, paper, planned: campaign.questions, copied: count('copied'), apart: count('apart') };
};

export const actions: Actions = {
  async paper({ locals, params, request, url }) {
    const officer = officerOf(locals);
    const { campaign, group } = await groupInUse(locals, params.group);
    const form = new FormReader(await request.formData());
    const { authors } = await readPaperDesk(locals.services, campaign, group.id, 0);
    const onBehalfOf = form.oneOf(
      'author',
      authors.map(({ account }) => account)
    );
    const on = form.day('on');
    const today = dayOf(locals.services.now());
    if (on > today || on < addDays(today, -366)) form.refuse('on', 'impossible-date');
    const seen = form.number('seen', 0);
    const { ticked, doubtful } = await readTicks(locals.services, campaign, group.id, form);
    if (doubtful.length > 0 || ticked.length === 0) {
      return fail(400, { ...form.returned(), doubtful, isEmpty: ticked.length === 0 });
    }
    if (!form.isGood) return form.refusal();
    const head = { group: group.id, onBehalfOf, on, seen };
    const { households, apart } = await copySheet(locals.services, officer, head, ticked);
    const alley = url.searchParams.get('alley') ?? '0';
    redirect(303, `/ward/groups/${group.id}?paper=${alley}&copied=${households}&apart=${apart}`);
  }
};
