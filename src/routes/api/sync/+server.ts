import { SyncRequest } from '$lib/protocol/sync';
import { answerExchange } from '$lib/server/exchange';
import { endpoint } from '$lib/server/http/endpoint';
import { refuseOldProtocol, refuseTooMany } from '$lib/server/http/gates';

const LEADERS_AND_WARD = ['leader', 'deputy', 'officer', 'viewer'] as const;

export const POST = endpoint(
  SyncRequest,
  LEADERS_AND_WARD,
  ({ services, session }, request) => answerExchange(services, session, request),
  [refuseTooMany, refuseOldProtocol]
);
