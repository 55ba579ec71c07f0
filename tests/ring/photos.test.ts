import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPhoto, openPhotos, readPhoto, unsentPhotos } from '$lib/device/photos';
import { readPlace } from '$lib/device/confirmed';
import { putPhoto } from '$lib/server/http/photos';
import { sendPhotos } from '$lib/sync/photos';
import { newId } from '../support/entries';
import { aPhoto } from '../support/photos';
import { aRing, type Ring } from '../support/ring';

type PhotoWire = 'good' | 'dead' | 'loses-the-answer' | 'portal';

describe('a photo of an exemplary model goes after the figures', () => {
  let ring: Ring;
  let wire: PhotoWire;
  let sent: string[];
  beforeEach(async () => {
    ring = await aRing();
    [wire, sent] = ['good', []];
  });
  afterEach(() => ring.close());

  const timers = { set: () => 0, clear: () => undefined };
  const inLife = { fetch: overTheWire as typeof fetch, timers };
  const sends = () => sendPhotos(ring.hoa.device, inLife);

  async function overTheWire(path: string, init: RequestInit): Promise<Response> {
    sent.push(path);
    if (wire === 'dead') throw new TypeError('Failed to fetch');
    if (wire === 'portal') return new Response('<html>Wi-Fi</html>');
    const url = new URL(path, 'https://thidua.example');
    const session = { actor: ring.hoa.actor, token: '', renewed: false };
    const response = await putPhoto({
      ...{
        url,
        request: new Request(url, { ...init, signal: null }),
        params: { sha: path.split('/').at(-1) }
      },
      locals: { services: ring.services(), session, actor: session.actor }
    } as never);
    if (wire === 'loses-the-answer') throw new TypeError('Failed to fetch');
    return response;
  }

  /** As the screen does it: first the photo, then the nomination that names it. */
  async function nominates(bytes = aPhoto()): Promise<string> {
    const id = newId();
    const photos = openPhotos(ring.hoa.device.name);
    const photo = { bytes: bytes.buffer, type: 'image/jpeg', nomination: id, at: 1 };
    const sha = await keepPhoto(photos, photo);
    await photos.close();
    const said = { kind: 'person', title: 'Giữ ngõ sạch', who: 'Bà Mai', effect: 'Cả ngõ làm theo' };
    const set = { ...said, photo: sha, on: '2026-11-20' };
    const household = ring.household.group as string as typeof ring.household.id;
    expect(await ring.hoa.taps('nomination', [{ type: 'nomination', id, household, set }])).toMatchObject({
      kind: 'saved'
    });
    return sha;
  }
  const atTheWard = async () =>
    (await ring.services().db.selectFrom('photos').selectAll().execute()).map(({ sha }) => sha);

  it('[PO1] it waits until the ward has every figure and says the nomination back', async () => {
    const { hoa, person } = ring;
    const sha = await nominates();
    await hoa.answers(person, { insurance: 'yes' });
    await sends();
    expect(sent).toEqual([]);

    await hoa.syncs();
    await hoa.answers(person, { insurance: 'no' });
    await sends();
    expect(sent, 'a figure waits').toEqual([]);

    await hoa.syncs();
    await sends();
    expect(await atTheWard()).toEqual([sha]);
  });

  it.each(['dead', 'portal'] as const)(
    '[PO1] a wire that lets no photo through (%s) stops neither the exchange nor the next try',
    async (broken) => {
      const { hoa, person } = ring;
      const sha = await nominates();
      await hoa.syncs();
      wire = broken;
      await sends();
      await hoa.answers(person, { insurance: 'yes' });
      await hoa.syncs();
      expect(await hoa.waiting()).toBe(0);
      expect(await atTheWard()).toEqual([]);
      wire = 'good';
      await sends();
      expect(await atTheWard()).toEqual([sha]);
    }
  );

  it('[PO2] an answer lost on the way: it is sent again and kept once', async () => {
    const sha = await nominates();
    await ring.hoa.syncs();
    wire = 'loses-the-answer';
    await sends();
    expect(await atTheWard()).toEqual([sha]);
    wire = 'good';
    await sends();
    await sends();
    expect(sent).toHaveLength(2);
    expect(await atTheWard()).toEqual([sha]);
  });

  it('[PO2] a ward that was set back is given the photo again', async () => {
    const sha = await nominates();
    await ring.hoa.syncs();
    await sends();
    await ring.restores();
    expect(await atTheWard()).toEqual([]);
    await ring.hoa.syncs();
    await sends();
    expect(await atTheWard()).toEqual([sha]);
  });

  it('[PO2] what the ward will never take is not sent again, and the next photo goes', async () => {
    const odd = await nominates(new TextEncoder().encode('<svg onload=alert(1)>'));
    const whole = await nominates();
    await ring.hoa.syncs();
    await sends();
    expect(await atTheWard()).toEqual([whole]);
    const photos = openPhotos(ring.hoa.device.name);
    expect(await readPhoto(photos, odd)).toMatchObject({ refused: 'not-ours', sentTo: null });
    const { epoch } = (await readPlace(ring.hoa.device.confirmed)).cursor!;
    expect(await unsentPhotos(photos, epoch)).toEqual([]);
    await photos.close();
  });
});
