import { beforeEach, expect, it } from 'vitest';
import type { AccountId, GroupId } from '$lib/domain/ids';
import { exemplarId } from '$lib/domain/people/exemplar';
import { readExemplarDesk, readSpread } from '$lib/server/exemplars/exemplars-desk';
import { keepPhoto, readPhotoFor } from '$lib/server/exemplars/photos';
import { reviewNomination, spread, takeDown } from '$lib/server/exemplars/spreading';
import { newId } from '../support/entries';
import { aPhoto, sumOfPhoto } from '../support/photos';
import { type Caller, statuses } from './caller';
import { onBothDatabases } from './databases';

const TEXT = {
  kind: 'model',
  title: 'Ngõ 124 không rác',
  who: 'Tổ tự quản ngõ 124',
  effect: '41 hộ làm theo'
};
const PHOTO = aPhoto();
const SHA = sumOfPhoto(PHOTO);

onBothDatabases('exemplary models', (scene) => {
  let officer: Caller;
  let viewer: Caller;
  let lan: Caller;
  let account: AccountId;
  let group: GroupId;
  let id: string;

  beforeEach(async () => {
    officer = await scene.joins({ role: 'officer', name: 'Cán bộ' });
    viewer = await scene.joins({ role: 'viewer', name: 'Lãnh đạo' });
    lan = await scene.joins({ name: 'Phạm Thị Lan', group: 1 });
    account = officer.session.actor.account;
    group = scene.server.groups[0]!;
    id = newId();
  });

  const names = (who: Caller, under = newId()) =>
    who.entry('nomination', [
      who.sets('nomination', under, group, { ...TEXT, photo: SHA, on: '2025-11-20' })
    ]);
  const keeps = (who: Caller, bytes = PHOTO) =>
    keepPhoto(scene.server.services, who.session.actor, sumOfPhoto(bytes), bytes);
  const sees = async (who: Caller) =>
    (await readPhotoFor(scene.server.services, who.session.actor, SHA)) !== undefined;
  const published = { ...TEXT, kind: 'model', photo: SHA } as const;

  it('a group names its own, and the ward has it with who and when', async () => {
    expect(statuses(await lan.sends([names(lan)]))).toEqual(['quarantined: outside-right']);
    expect(statuses(await viewer.sends([names(viewer)]))).toEqual(['quarantined: outside-right']);
    expect(statuses(await scene.hoa.sends([names(scene.hoa, id)]))).toEqual(['applied']);
    const { lines } = (await readExemplarDesk(scene.server.services))!;
    expect(lines).toMatchObject([
      { nomination: { id, ...TEXT }, by: 'Trần Thị Hoa', state: { kind: 'waiting' }, photoIsHere: false }
    ]);
  });

  it('[SV3] a nomination of the own group lies with the own group, whatever its envelope says', async () => {
    const forged = scene.hoa.entry(
      'nomination',
      [scene.hoa.sets('nomination', id, group, { ...TEXT, on: '2025-11-20' })],
      { group: scene.server.groups[1]! }
    );
    await scene.hoa.sends([forged]);
    await lan.pulls();
    expect(lan.value('nomination', id, 'title')).toBeNull();
  });

  it('what is missing or too long is kept apart with its field', async () => {
    const long = scene.hoa.entry('nomination', [
      scene.hoa.sets('nomination', id, group, { ...TEXT, title: 'a'.repeat(151) })
    ]);
    expect(await scene.hoa.sends([long])).toMatchObject({
      receipts: [{ status: 'quarantined', reason: 'invalid', field: 'title' }]
    });
  });

  it('only the office gives its word on it and spreads it', async () => {
    await scene.hoa.sends([names(scene.hoa, id)]);
    for (const [kind, set] of [
      ['nomination-review', { nomination: id, verdict: 'accepted' }],
      ['exemplar', { ...TEXT, nomination: id, from: 'Tổ', shown: 1, on: '2025-11-20' }]
    ] as const) {
      const row = kind === 'exemplar' ? exemplarId(id, group) : newId();
      const says = (who: Caller) => who.entry(kind, [who.sets(kind, row, group, set)]);
      expect(statuses(await scene.hoa.sends([says(scene.hoa)]))).toEqual(['quarantined: not-allowed']);
      expect(statuses(await viewer.sends([says(viewer)]))).toEqual(['quarantined: outside-right']);
    }
  });

  it('returned with a reason, accepted, spread, taken down: the group hears each, the others only what is spread', async () => {
    const { services } = scene.server;
    await scene.hoa.sends([names(scene.hoa, id)]);
    const state = async () => (await readExemplarDesk(services))!.lines[0]!.state;
    await reviewNomination(services, account, {
      nomination: id,
      verdict: 'returned',
      reason: 'Ghi rõ kết quả'
    });
    expect(await state()).toEqual({ kind: 'returned', reason: 'Ghi rõ kết quả' });
    await reviewNomination(services, account, { nomination: id, verdict: 'accepted', reason: '' });
    expect(await state()).toEqual({ kind: 'accepted' });
    await lan.pulls();
    expect(JSON.stringify([...lan.rows.values()])).not.toContain('ngõ 124');

    expect(await spread(services, account, id, published)).toBeUndefined();
    expect(await state()).toEqual({ kind: 'published' });
    await lan.pulls();
    const own = exemplarId(id, scene.server.groups[1]!);
    expect(lan.value('exemplar', own, 'title')).toBe(TEXT.title);
    expect(lan.value('nomination', id, 'title')).toBeNull();
    expect(await readSpread(services, 2025)).toHaveLength(1);

    expect(await spread(services, account, id, { ...published, who: 'Các hộ ngõ 124' })).toBeUndefined();
    expect(await readSpread(services, 2025)).toMatchObject([{ who: 'Các hộ ngõ 124' }]);
    expect(await takeDown(services, account, id)).toBeUndefined();
    expect(await takeDown(services, account, id)).toBe('not-shown');
    await lan.pulls();
    expect(lan.value('exemplar', own, 'shown')).toBe(0);
    expect(await readSpread(services, 2025)).toEqual([]);
    expect(await spread(services, account, newId(), published)).toBe('unknown');
  });

  it('[PO2] a photo is taken from the group that names it, once, and from nobody else', async () => {
    expect(await keeps(scene.hoa), 'nothing names it yet').toBe('forbidden');
    await scene.hoa.sends([names(scene.hoa, id)]);
    expect(await keeps(lan)).toBe('forbidden');
    expect(await keeps(viewer)).toBe('forbidden');
    expect(await keeps(scene.hoa)).toBeUndefined();
    expect(await keeps(scene.hoa)).toBeUndefined();
    const { db } = scene.server.services;
    const stored = await db.selectFrom('photos').selectAll().execute();
    expect(stored).toMatchObject([{ sha: SHA, type: 'image/jpeg', group_id: group }]);
    expect(new Uint8Array(stored[0]!.bytes)).toEqual(PHOTO);
  });

  it('[PO2] it is what its bytes are: a page, half a picture, other bytes than the sum says are refused', async () => {
    await scene.hoa.sends([names(scene.hoa, id)]);
    const { services } = scene.server;
    const { actor } = scene.hoa.session;
    const webp = new Uint8Array(20);
    webp.set(new TextEncoder().encode('RIFF'), 0);
    webp.set(new TextEncoder().encode('WEBP'), 8);
    for (const odd of [new TextEncoder().encode('<script>'), PHOTO.slice(0, 100), new Uint8Array(), webp])
      expect(await keepPhoto(services, actor, sumOfPhoto(odd), odd)).toBe('not-ours');
    expect(await keepPhoto(services, actor, SHA, aPhoto('other'))).toBe('not-ours');
  });

  it('[PO2] unpublished it is for its group and the office; spread, for all; taken down, for no others any more', async () => {
    const { services } = scene.server;
    await scene.hoa.sends([names(scene.hoa, id)]);
    await keeps(scene.hoa);
    expect([await sees(scene.hoa), await sees(officer), await sees(viewer)]).toEqual([true, true, true]);
    expect(await sees(lan)).toBe(false);
    await spread(services, account, id, published);
    expect(await sees(lan)).toBe(true);
    await takeDown(services, account, id);
    expect(await sees(lan)).toBe(false);
  });
});
