import { describe, expect, it } from 'vitest';
import { citedExemplars } from '$lib/domain/papers/cited-exemplars';
import { nominationState, type NominationReview } from '$lib/domain/people/exemplar';

const says = (verdict: string, seq: number, nomination = 'a'): NominationReview => ({
  ...{ nomination, verdict, reason: verdict === 'returned' ? 'Ghi rõ' : null, seq }
});

describe('how far a nomination is', () => {
  it('waits until the ward has spoken of it, and of no other', () => {
    expect(nominationState({ id: 'a' }, [], [])).toEqual({ kind: 'waiting' });
    expect(nominationState({ id: 'a' }, [says('accepted', 1, 'b')], [])).toEqual({ kind: 'waiting' });
  });

  it('the last word counts, in whatever order it came', () => {
    const [returned, accepted] = [says('returned', 5), says('accepted', 9)];
    expect(nominationState({ id: 'a' }, [accepted, returned], [])).toEqual({ kind: 'accepted' });
    expect(nominationState({ id: 'a' }, [says('returned', 10), accepted], [])).toEqual({
      ...{ kind: 'returned', reason: 'Ghi rõ' }
    });
  });

  it('what is shown is published; what was taken down is as the ward last said', () => {
    const reviews = [says('accepted', 1)];
    const shown = { nomination: 'a', isShown: true };
    expect(nominationState({ id: 'a' }, reviews, [shown])).toEqual({ kind: 'published' });
    expect(nominationState({ id: 'a' }, reviews, [{ ...shown, isShown: false }])).toEqual({
      kind: 'accepted'
    });
  });
});

describe('what the report says of exemplary models', () => {
  const one = { title: 'Giữ ngõ sạch', who: 'Bà Nguyễn Thị Mai', from: 'Tổ dân phố số 7' };

  it('each by who, from where, what and with what effect, in whole sentences', () => {
    const blocks = citedExemplars([{ ...one, effect: '41 hộ làm theo.\nNgõ không còn rác' }]);
    expect(blocks.map((block) => 'text' in block && block.text)).toEqual([
      'Đã phổ biến 1 điển hình tiên tiến đến các tổ dân phố, gồm:',
      '- Bà Nguyễn Thị Mai, tổ dân phố số 7: Giữ ngõ sạch. 41 hộ làm theo. Ngõ không còn rác.'
    ]);
  });

  it('says so where there is none', () => {
    expect(citedExemplars([])).toMatchObject([
      { text: 'Chưa có điển hình tiên tiến được phổ biến đến các tổ dân phố.' }
    ]);
  });
});
