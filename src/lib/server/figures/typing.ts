import type { AccountId } from '$lib/domain/ids';
import { TypedFigure } from '$lib/domain/figures/typed';
import { doAtDesk } from '../office/audit';
import { insertTypedFigure } from '../queries/typed-figures';
import type { Services } from '../services';

/** A figure as the office types it; who and when are the desk's to say. */
export type WrittenFigure = Omit<TypedFigure, 'by' | 'at'>;

/** Types a figure for a campaign: the newest is the valid one, and those before it stay (domain 1.2). */
export const typeFigure = (
  services: Services,
  account: AccountId,
  campaign: string,
  written: WrittenFigure
): Promise<TypedFigure> => {
  const { indicator, group, amount, of, asOf, source } = written;
  const detail = JSON.stringify({ campaign, group, amount, of, asOf, source });
  return doAtDesk(
    services,
    { account, act: 'figure-typed', about: indicator, detail },
    async (trx, number, at) => {
      const figure = TypedFigure.parse({ ...written, by: account, at });
      await insertTypedFigure(trx, number, campaign, figure);
      return figure;
    }
  );
};
