import { sumOfDevices } from '$lib/domain/delivery/device-sum';
import { declareGone, superviseDevices } from '$lib/server/groups/device-supervision';
import { officerOf, readerOf, textIn } from '$lib/server/http/desk';
import type { Actions, PageServerLoad } from './$types';

/** Every device; with `?account=` those of one account. */
export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const all = await superviseDevices(locals.services);
  const asked = url.searchParams.get('account');
  if (asked === null) return { ...all, ofOne: false };
  const devices = all.devices.filter(({ account }) => account === asked);
  return { ...all, devices, total: sumOfDevices(devices), ofOne: true };
};

export const actions: Actions = {
  async gone({ locals, request }) {
    const officer = officerOf(locals);
    const form = await request.formData();
    const [account, device] = [textIn(form, 'account'), textIn(form, 'device')];
    return { gone: await declareGone(locals.services, officer, { account, device }) };
  }
};
