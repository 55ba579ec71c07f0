import type { RequestEvent } from '@sveltejs/kit';
import { BusyError } from '../database/faults';
import { readOpenFigures } from '../figures/open-figures';
import { type Limit, UNSIGNED_EXCHANGES } from '../accounts/rates';
import { findReader } from '../accounts/readers';
import type { Services } from '../services';
import { Refusal } from './problems';

type Caller = Readonly<{ services: Services; event: RequestEvent }>;

/** Questions of one reader. */
const READINGS: Limit = { most: 60, seconds: 60 };

/** Figures for whoever shows a token of the ward's; guesses are counted by address before anything is looked up. */
export async function answerFigures({ services, event }: Caller) {
  const [, token] = /^Bearer (\S{20,200})$/.exec(event.request.headers.get('authorization') ?? '') ?? [];
  if (!token) throw new Refusal('signed-out');
  const guesses = `reader ${event.getClientAddress()}`;
  const wait = services.rates.waitFor(guesses, UNSIGNED_EXCHANGES);
  if (wait > 0) throw new Refusal('too-many', wait);
  const reader = await findReader(services, token);
  if (!reader) {
    services.rates.count(guesses, UNSIGNED_EXCHANGES);
    throw new Refusal('signed-out');
  }
  const own = services.rates.waitFor(`reader ${reader.id}`, READINGS);
  if (own > 0) throw new Refusal('too-many', own);
  services.rates.count(`reader ${reader.id}`, READINGS);
  const page = Number(event.url.searchParams.get('page') ?? '1');
  if (!Number.isInteger(page) || page < 1 || page > 1_000) throw new Refusal('not-ours');
  const figures = await readOpenFigures(services, page);
  if (!figures) throw new BusyError('no campaign runs here');
  return figures;
}
