import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp } from '$lib/server/backup/backup';
import { CopyRefusal } from '$lib/server/database/copy';
import { readWard } from '$lib/server/queries/ward';
import { restore } from '$lib/server/backup/restore';
import { newId } from '../support/entries';
import { statuses } from './caller';
import { onBothDatabases, type Scene } from './databases';

onBothDatabases('backup and restore', (scene: Scene) => {
  let folder: string;
  let file: string;
  const world = { newId, now: () => scene.now };
  const ward = () => readWard(scene.server.services.db);
  const edit = (insurance: string) => scene.hoa.person(scene.person, scene.household, { insurance });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ward-copies-'));
    file = join(folder, 'copy');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** False where PostgreSQL's own tools are not here or older than the server: then nothing may have been done. */
  async function isBackedUp(): Promise<boolean> {
    try {
      await backUp(scene.server.services, scene.url, file);
      return true;
    } catch (fault) {
      if (!(fault instanceof CopyRefusal) || fault.problem !== 'no-tool') throw fault;
      expect(scene.url).toMatch(/^postgres/);
      expect((await ward())!.safe).toBe(0);
      return false;
    }
  }

  it('[EP2] only a verified backup moves the safe number, and every answer says it', async () => {
    expect((await scene.hoa.sends()).safe).toBe(0);
    if (!(await isBackedUp())) return;
    expect((await scene.hoa.sends([edit('yes')])).safe).toBe(1);
    await scene.server.services.db
      .updateTable('entries')
      .set({ sha: 'f'.repeat(64) })
      .execute();
    await expect(backUp(scene.server.services, scene.url, file)).rejects.toMatchObject({
      problem: 'broken-chain'
    });
    expect((await scene.hoa.sends()).safe).toBe(1);
  });

  it('[EP1] a restore begins an epoch; whoever was ahead begins anew and brings back what is missing', async () => {
    if (!(await isBackedUp())) return;
    const later = edit('yes');
    await scene.hoa.sends([later]);
    const place = scene.hoa.cursor!;
    await scene.server.close();
    expect(await restore(scene.url, file, world)).toMatchObject({ head: 1, letGo: 0 });
    await scene.reopen();

    expect(await ward()).toMatchObject({ head: 1, safe: 1 });
    expect((await ward())!.epoch).not.toBe(place.epoch);
    expect(await scene.hoa.sends([later])).toMatchObject({ reset: true, receipts: [], safe: 1 });
    expect(statuses(await scene.hoa.sends([later]))).toEqual(['applied']);
    await scene.hoa.pulls();
    expect(scene.hoa.value('person', scene.person, 'insurance')).toBe('yes');
  });

  it('a file that was cut off is refused, and the ward goes on as it was', async () => {
    if (!(await isBackedUp())) return;
    await truncate(file, 4_000);
    await scene.hoa.sends([edit('yes')]);
    const before = await ward();
    await scene.server.close();
    await expect(restore(scene.url, file, world)).rejects.toMatchObject({ problem: 'damaged' });
    await scene.reopen();
    expect(await ward()).toEqual(before);
  });
});
