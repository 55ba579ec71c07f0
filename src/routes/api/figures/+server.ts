import { bareEndpoint } from '$lib/server/http/endpoint';
import { answerFigures } from '$lib/server/http/figures';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = bareEndpoint('anyone', answerFigures);
