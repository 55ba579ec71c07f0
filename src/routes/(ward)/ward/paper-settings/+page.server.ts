import { officerOf, readerOf } from '$lib/server/http/desk';
import { FormReader } from '$lib/server/http/form';
import { keepPaperSettings, readPaperSettings } from '$lib/server/papers/keeping';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  readerOf(locals);
  return { settings: await readPaperSettings(locals.services) };
};

export const actions: Actions = {
  async keep({ locals, request }) {
    const account = officerOf(locals);
    const form = new FormReader(await request.formData());
    const lines = (name: string) =>
      form
        .text(name, 1500)
        .split(/\r?\n/)
        .map((line) => line.replace(/^[-\s]+|[;.\s]+$/g, ''))
        .filter(Boolean);
    const settings = {
      ...{
        ward: form.required('ward', 60),
        city: form.required('city', 60),
        place: form.required('place', 40)
      },
      ...{ office: form.required('office', 80), wardPlan: form.required('wardPlan', 300) },
      ...{ signerOffice: lines('signerOffice'), signerName: form.text('signerName', 60) },
      ...{ reportTo: lines('reportTo'), recipients: lines('recipients') },
      decisionBases: lines('decisionBases')
    };
    if (settings.signerOffice.length === 0) form.refuse('signerOffice', 'required');
    if (!form.isGood) return form.refusal();
    await keepPaperSettings(locals.services, account, settings);
    return { said: 'kept' } as const;
  }
};
