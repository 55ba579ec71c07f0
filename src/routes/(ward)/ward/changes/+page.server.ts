import { error } from '@sveltejs/kit';
import { readChanges } from '$lib/server/changes/changes-desk';
import { readerOf } from '$lib/server/http/desk';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const changes = await readChanges(locals.services, readerOf(locals), url.searchParams.get('group'));
  if (!changes) error(503, 'Chưa mở sổ của phường.');
  const { campaign, ...shown } = changes;
  const byRule = Object.fromEntries(
    campaign.indicators.flatMap(({ rule, code, shortName, level }) =>
      rule === null ? [] : [[rule, { name: `${code}. ${shortName}`, level }] as const]
    )
  );
  const indicators = campaign.indicators.map(({ code, shortName }) => ({ code, shortName }));
  return { ...shown, groups: campaign.groups, byRule, indicators };
};
