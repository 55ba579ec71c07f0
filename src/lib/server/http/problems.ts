import type { Problem, ProblemCode } from '$lib/protocol/problem';
import { BusyError } from '../database/faults';
import type { Services } from '../services';

/** The only place that knows a status code. */
const STATUS: Readonly<Record<ProblemCode, number>> = {
  'signed-out': 401,
  'wrong-sign-in': 401,
  forbidden: 403,
  'link-used': 410,
  'too-large': 413,
  'not-ours': 400,
  'not-json': 400,
  'too-deep': 400,
  'too-old': 426,
  'locked-out': 429,
  'too-many': 429,
  busy: 503,
  internal: 500
};

/** Phones come back after so many seconds when the database cannot. */
const BUSY_FOR = 10;

/** A "no" to a whole request, thrown where it is found. */
export class Refusal extends Error {
  constructor(
    readonly problem: ProblemCode,
    readonly retryAfter?: number
  ) {
    super(problem);
  }
}

/** Every fault as an answer: known ones by their code, the rest by a number in the log and nothing else. */
export function answerFault(fault: unknown, services: Pick<Services, 'reportFault'>): Response {
  if (fault instanceof Refusal)
    return problemAnswer({ problem: fault.problem, retryAfter: fault.retryAfter });
  if (fault instanceof BusyError) return problemAnswer({ problem: 'busy', retryAfter: BUSY_FOR });
  return problemAnswer({ problem: 'internal', fault: services.reportFault(fault) });
}

function problemAnswer(problem: Problem & { problem: ProblemCode }): Response {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (problem.retryAfter !== undefined) headers.set('retry-after', String(problem.retryAfter));
  return new Response(JSON.stringify(problem), { status: STATUS[problem.problem], headers });
}
