import { SecondCopy } from '$lib/protocol/second-copy';
import { endpoint } from '$lib/server/http/endpoint';
import { takeInSecondCopy } from '$lib/server/deciding/second-copy';

export const POST = endpoint(SecondCopy, ['officer'], ({ services }, copy) =>
  takeInSecondCopy(services, copy)
);
