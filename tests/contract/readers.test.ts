import { expect, it } from 'vitest';
import { readOpenFigures } from '$lib/server/figures/open-figures';
import { findReader, listReaders, makeReader, revokeReader } from '$lib/server/accounts/readers';
import { readActs } from '$lib/server/queries/audit';
import { onBothDatabases } from './databases';

onBothDatabases('who reads figures from outside', (scene) => {
  it('a token is known by its sum alone, is written down, and is nothing once it was taken away', async () => {
    const { account } = (await scene.joins({ role: 'officer' })).session.actor;
    const { services } = scene.server;
    const token = await makeReader(services, account, 'Sở Nội vụ');
    const [reader] = await listReaders(services);
    expect(JSON.stringify(await services.db.selectFrom('readers').selectAll().execute())).not.toContain(
      token
    );
    expect(await findReader(services, token)).toMatchObject({ name: 'Sở Nội vụ' });
    expect(await findReader(services, `${token}x`)).toBeUndefined();
    await revokeReader(services, account, reader!.id);
    expect(await findReader(services, token)).toBeUndefined();
    expect((await readActs(services.db, reader!.id, 9)).map(({ act }) => act)).toEqual([
      'reader-revoked',
      'reader-made'
    ]);
  });

  it('what is read has nobody in it, cells of fewer than five people are hidden, and all groups come, page by page', async () => {
    const { services, groups } = scene.server;
    const read = (await readOpenFigures(services, 1))!;
    expect(JSON.stringify(read)).not.toContain('Trần Thị');
    const own = read.groups.find(({ id }) => id === groups[0])!;
    expect([own.households, own.figures['10']]).toEqual([1, null]);
    const pages = await Promise.all([1, 2, 3].map((page) => readOpenFigures(services, page)));
    expect(pages.flatMap((page) => page!.groups.map(({ id }) => id)).sort()).toEqual([...groups].sort());
    expect(read.pages).toBe(3);
  });
});
