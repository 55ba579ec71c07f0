import { error, redirect } from '@sveltejs/kit';
import type { Actor } from '$lib/domain/actor';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Group } from '$lib/domain/plan/group';
import { mayReadNames, worksAtTheWard } from '$lib/domain/rights';
import { readCampaignById } from '../queries/campaigns';
import { currentCampaign } from '../ranking/ranking';

/** Who reads at the ward's desk: its officers, and its leaders, who only look. */
export function readerOf({ actor }: App.Locals): Actor {
  if (!actor || !worksAtTheWard(actor)) redirect(303, '/sign-in');
  return actor;
}

/** Who reads a page on which residents are named. */
export function namesReaderOf(locals: App.Locals): Actor {
  const actor = readerOf(locals);
  if (!mayReadNames(actor))
    error(403, 'Trang này có tên từng người, chỉ cán bộ phòng Văn hóa - Xã hội xem được.');
  return actor;
}

/** Whose hand writes there: an officer's alone. */
export function officerOf({ actor }: App.Locals): string {
  if (actor?.role !== 'officer') error(403, 'Chỉ cán bộ phòng Văn hóa - Xã hội ghi được ở đây.');
  return actor.account;
}

/** The campaign by which the ward is judged today. */
export async function campaignInUse({ services }: App.Locals): Promise<Campaign> {
  const current = await currentCampaign(services);
  if (!current) error(503, 'Chưa mở sổ của phường.');
  return current.campaign;
}

export const NO_SUCH_GROUP = 'Không có tổ dân phố này trong đợt thi đua đang dùng.';

/** The group that an address names, in the campaign in use. */
export async function groupInUse(
  locals: App.Locals,
  id: string
): Promise<{ campaign: Campaign; group: Group }> {
  const campaign = await campaignInUse(locals);
  const group = campaign.groups.find((one) => one.id === id);
  if (!group) error(404, NO_SUCH_GROUP);
  return { campaign, group };
}

/** The campaign that an address names, a draft too. */
export async function campaignNamed({ services }: App.Locals, id: string) {
  const found = await readCampaignById(services.db, id);
  if (!found) error(404, 'Không có đợt thi đua này.');
  return found;
}

/** A field of a form as text; nothing where it is missing or a file. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A whole number as a form or an address carries it; 0 where it is missing, or not one that anything here counts to. */
export function wholeIn(said: Pick<FormData, 'get'> | URLSearchParams, name: string): number {
  const value = said.get(name);
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
}
