import { error } from '@sveltejs/kit';
import { readerOf } from '$lib/server/http/desk';
import { readRanking } from '$lib/server/ranking/ranking-desk';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  readerOf(locals);
  const asked = (name: string) => url.searchParams.get(name);
  const ranking = await readRanking(locals.services, {
    period: asked('period'),
    by: asked('by'),
    group: asked('group')
  });
  if (!ranking) error(503, 'Chưa mở sổ của phường.');
  const { campaign, ...rest } = ranking;
  const { groups, indicators, scale, shortTitle } = campaign;
  return {
    ...rest,
    ...{ groups, shortTitle, digits: scale.digits, decision: scale.decision },
    rules: indicators.flatMap(({ rule, code, shortName, direction, target, level, isProxy }) =>
      rule === null || direction === 'informational'
        ? []
        : [{ rule, code, shortName, direction, target, level, isProxy }]
    )
  };
};
