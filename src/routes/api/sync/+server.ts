import { SyncRequest } from '$lib/protocol/sync';
import { answerExchange } from '$lib/server/exchange/exchange';
import { holdDelivery } from '$lib/server/deciding/holding';
import { endpoint } from '$lib/server/http/endpoint';
import {
  refuseCrowd,
  refuseOldProtocol,
  refusePractice,
  refuseTooMany,
  refuseUnknownDevice
} from '$lib/server/http/gates';

export const POST = endpoint(
  SyncRequest,
  'anyone',
  ({ services, session }, request) =>
    session ? answerExchange(services, session, request) : holdDelivery(services, request),
  { knock: refuseCrowd, gates: [refusePractice, refuseTooMany, refuseOldProtocol, refuseUnknownDevice] }
);
