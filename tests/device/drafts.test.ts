import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDraftBook } from '$lib/device/drafts';
import { openWork } from '$lib/device/work';
import { newId } from '../support/entries';

it('[OB4] what is half typed stands there again after the phone was killed; what was recorded does not', async () => {
  const account = newId();
  const book = openDraftBook(openWork('drafts', account), () => 1);
  for (const typed of ['N', 'Ng', 'Nguyễn V']) void book.keep('lan/name', typed);
  await book.keep('lan/phone', '0912');
  await book.keep('lan/phone', '');
  const again = openDraftBook(openWork('drafts', account), () => 2);
  expect([...(await again.read())]).toEqual([['lan/name', 'Nguyễn V']]);
});
