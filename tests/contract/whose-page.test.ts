import { expect, it } from 'vitest';
import { readDevice } from '$lib/server/queries/devices';
import { readContacts } from '$lib/server/queries/supervision';
import { newId } from '../support/entries';
import { statuses } from './caller';
import { HOUR, onBothDatabases, type Scene } from './databases';

onBothDatabases('two accounts in one browser', (scene: Scene) => {
  const stored = () => scene.server.services.db.selectFrom('entries').selectAll().orderBy('number').execute();

  it("[OB5] a page of Hoa's under the cookie of Lan is told to sign in, and nothing is stored", async () => {
    const { hoa, person, household } = scene;
    const lan = await scene.joins({ name: 'Lan' });
    const request = hoa.request([hoa.person(person, household, { insurance: 'yes' })], {
      account: hoa.session.actor.account
    });
    for (const key of [undefined, 'x'.repeat(43)]) {
      const answer = scene.server.exchange(lan.session, { ...request, key });
      await expect(answer).rejects.toMatchObject({ problem: 'signed-out' });
    }
    expect(await stored()).toHaveLength(1);
  });

  it("[OB5] with the device's own key its work goes into the holding box of its owner, never into Lan's name", async () => {
    const { hoa, person, household } = scene;
    const lan = await scene.joins({ name: 'Lan', group: 3 });
    const { key } = await hoa.sends();
    const { account } = hoa.session.actor;
    const entries = [hoa.person(person, household, { insurance: 'yes' })];
    const answer = await scene.server.exchange(lan.session, hoa.request(entries, { account, key }));
    expect(statuses(answer)).toEqual(['quarantined: held']);
    expect(answer).toMatchObject({ held: true, account, rows: [] });
    expect((await stored()).at(-1)).toMatchObject({ account });
    const foreign = hoa.request(entries, { account: lan.session.actor.account, key });
    await expect(scene.server.exchange(hoa.session, foreign)).rejects.toMatchObject({
      problem: 'signed-out'
    });
  });

  it('[OB5] an answer says for whom it is', async () => {
    const { account } = scene.hoa.session.actor;
    expect((await scene.hoa.sends([], { account })).account).toBe(account);
  });

  it('[EP3] with nothing left unsent there is no oldest unsent either', async () => {
    const { hoa, person, household } = scene;
    const entry = hoa.person(person, household, { insurance: 'yes' });
    const health = { ...hoa.request().health, unsent: 1, oldestUnsent: scene.now - HOUR };
    const device = () => readDevice(scene.server.services.db, hoa.session.actor.account, hoa.device);
    await hoa.sends([], { health });
    expect(await device()).toMatchObject({ unsent: 1, oldest_unsent: scene.now - HOUR });
    await hoa.sends([entry], { health });
    expect(await device()).toMatchObject({ unsent: 0, oldest_unsent: null });
  });

  it('[EP3] a phone whose owner was assigned twice to one group is one phone in its sum', async () => {
    const { hoa } = scene;
    const { db } = scene.server.services;
    const [account, group_id] = [hoa.session.actor.account, hoa.session.actor.groups[0]!];
    const twice = { account, group_id, from_day: '2025-01-01', to_day: null };
    await db.insertInto('assignments').values(twice).execute();
    await hoa.sends([], { health: { ...hoa.request().health, unsent: 7 } });
    const [contact] = await readContacts(db, '2025-11-20');
    expect(Number(contact!.unsent)).toBe(7);
  });

  it('[PH3] every whole answer says as of when its standings are, also where they have not changed', async () => {
    const { hoa } = scene;
    const { standings } = await hoa.sends();
    scene.now += 8 * HOUR;
    const again = await hoa.sends([], { standings: standings!.version, request: newId() });
    expect(again.standings).toBeUndefined();
    expect(again.standingsAsOf).toBe(scene.now);
  });
});
