import { describe, expect, it } from 'vitest';
import type { EntryId } from '$lib/domain/ids';
import type { Recorded } from '$lib/state/phone.svelte';
import { UndoOffer } from '$lib/state/undo-offer.svelte';
import { undoSentence } from '$lib/ui/outcome';
import { anId } from '../support/factories';

function anOffer(outcome: Recorded = { kind: 'saved' } as Recorded) {
  const undone: EntryId[] = [];
  const timers: { act: () => void; delay: number; withdrawn: boolean }[] = [];
  const offer = new UndoOffer(
    async (id) => {
      undone.push(id);
      return outcome;
    },
    (act, delay) => {
      const timer = { act, delay, withdrawn: false };
      timers.push(timer);
      return () => (timer.withdrawn = true);
    }
  );
  const passes = () => timers.filter(({ withdrawn }) => !withdrawn).forEach(({ act }) => act());
  return { offer, undone, timers, passes };
}

describe('the undo at the thumb', () => {
  it('is there for ten seconds after what was saved', async () => {
    const { offer, timers, passes } = anOffer();
    await offer.keep(Promise.resolve({ kind: 'saved', id: anId<EntryId>() } as Recorded), 'Lan có BHYT');
    expect(offer.current?.text).toBe('Đã ghi: Lan có BHYT.');
    expect(timers[0]?.delay).toBe(10_000);
    passes();
    expect(offer.current).toBeUndefined();
  });

  it('is not offered for what was not saved', async () => {
    const { offer } = anOffer();
    await offer.keep(Promise.resolve({ kind: 'failed', reason: 'full' }), 'Lan có BHYT');
    expect(offer.current).toBeUndefined();
  });

  it.each<Recorded>([{ kind: 'failed', reason: 'full' }, { kind: 'unchanged' }])(
    'says so where nothing was taken back, until the next act: %j',
    async (outcome) => {
      const { offer } = anOffer(outcome);
      offer.offer('một', anId<EntryId>());
      await offer.take();
      expect(offer.failed).toEqual(outcome);
      expect(undoSentence(outcome)).not.toContain('chữ đã gõ');
      expect(undoSentence(outcome)).toMatch(/^(Chưa hoàn tác được|Không có gì để hoàn tác)/);
      offer.offer('hai', anId<EntryId>());
      expect(offer.failed).toBeUndefined();
    }
  );

  it('says it no longer beside the next tap that could not be saved either', async () => {
    const { offer } = anOffer({ kind: 'failed', reason: 'full' });
    offer.offer('một', anId<EntryId>());
    await offer.take();
    await offer.keep(Promise.resolve({ kind: 'failed', reason: 'full' }), 'Lan có BHYT');
    expect(offer.failed).toBeUndefined();
  });

  it('takes back the newest act, and the older timer does not withdraw the newer offer', async () => {
    const { offer, undone, timers } = anOffer();
    const [first, second] = [anId<EntryId>(), anId<EntryId>()];
    offer.offer('một', first);
    offer.offer('hai', second);
    expect(timers[0]?.withdrawn).toBe(true);
    await offer.take();
    await offer.take();
    expect(undone).toEqual([second]);
  });
});
