import { error, fail } from '@sveltejs/kit';
import {
  EXEMPLAR_KINDS,
  LONGEST_EFFECT,
  LONGEST_TITLE,
  LONGEST_WHO,
  NOMINATION_VERDICTS
} from '$lib/domain/people/exemplar';
import { dayOf } from '$lib/domain/calendar';
import { readExemplarDesk } from '$lib/server/exemplars/exemplars-desk';
import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { reviewNomination, spread, takeDown } from '$lib/server/exemplars/spreading';
import type { Actions, PageServerLoad } from './$types';

/** All that the groups have nominated; with `?nomination=` that one. */
export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const desk = await readExemplarDesk(locals.services);
  if (!desk) error(503, 'Chưa mở sổ của phường.');
  const asked = url.searchParams.get('nomination');
  const one = asked === null ? null : desk.lines.find(({ nomination }) => nomination.id === asked);
  if (one === undefined) error(404, 'Không có giới thiệu này.');
  return { one, lines: desk.lines, groups: desk.campaign.groups.length, today: dayOf(locals.services.now()) };
};

export const actions: Actions = {
  async review({ locals, request, url }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const verdict = form.oneOf('verdict', NOMINATION_VERDICTS);
    const reason = form.text('reason', 500);
    if (verdict === 'returned' && reason === '') form.refuse('reason', 'required');
    if (!form.isGood) return form.refusal();
    const problem = await reviewNomination(locals.services, account, {
      ...{ nomination: url.searchParams.get('nomination') ?? '', verdict, reason }
    });
    return problem ? fail(409, { problem }) : { said: verdict };
  },
  async spread({ locals, request, url }) {
    const account = officerOf(locals);
    const id = url.searchParams.get('nomination') ?? '';
    const form = new FormReader(await request.formData());
    const text = {
      kind: form.oneOf('kind', EXEMPLAR_KINDS),
      title: form.required('title', LONGEST_TITLE),
      who: form.required('who', LONGEST_WHO),
      effect: form.required('effect', LONGEST_EFFECT)
    };
    // A name and a picture go to every group: only with the word of whom they show (Luật 91/2025/QH15).
    if (!form.all('agreed').includes('yes')) form.refuse('agreed', 'required');
    if (!form.isGood) return form.refusal();
    const desk = await readExemplarDesk(locals.services);
    const line = desk?.lines.find(({ nomination }) => nomination.id === id);
    const photo = form.all('photo').includes('yes') && line?.photoIsHere ? line.nomination.photo : null;
    const problem = await spread(locals.services, account, id, { ...text, photo });
    return problem ? fail(409, { problem }) : { said: 'published' as const };
  },
  async takedown({ locals, url }) {
    const account = officerOf(locals);
    const problem = await takeDown(locals.services, account, url.searchParams.get('nomination') ?? '');
    return problem ? fail(409, { problem }) : { said: 'withdrawn' as const };
  }
};
