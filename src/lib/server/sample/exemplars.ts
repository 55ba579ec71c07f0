import { addDays, type Day, startOf } from '$lib/domain/calendar';
import { exemplarId, type ExemplarText } from '$lib/domain/people/exemplar';
import { type Paper, rowOf } from './papers';
import { createRandom, seedFor } from './random';
import type { SampleWard } from './sample-ward';

type Told = Readonly<{
  /** The place of the group that names it. */
  place: number;
  text: Omit<ExemplarText, 'photo'>;
  /** How far the ward has come with it. */
  until: 'waiting' | 'accepted' | 'spread';
}>;

const MODELS: readonly Told[] = [
  {
    place: 19,
    text: {
      kind: 'model',
      title: 'Ngõ sạch chiều thứ Bảy',
      who: 'Các hộ trong ngõ nhà văn hóa',
      effect:
        'Từ đầu năm, 16 giờ chiều thứ Bảy mỗi nhà cử một người quét ngõ và để rác đã phân loại trước cổng. Cả ngõ không còn điểm đổ rác tự phát, hai ngõ bên đã làm theo.'
    },
    until: 'spread'
  },
  {
    place: 3,
    text: {
      kind: 'person',
      title: 'Giúp hàng xóm gia hạn thẻ bảo hiểm y tế',
      who: 'Một cán bộ hưu trí của tổ',
      effect:
        'Mỗi tháng xem lại hạn thẻ cùng các cụ, gọi đại lý thu đến nhà văn hóa. 21 người không bị ngắt quãng thẻ.'
    },
    until: 'accepted'
  },
  {
    place: 11,
    text: {
      kind: 'collective',
      title: 'Lớp dùng điện thoại cho người cao tuổi',
      who: 'Chi đoàn thanh niên tổ dân phố',
      effect: 'Hai buổi mỗi tháng tại nhà văn hóa, 34 cụ đã biết gọi có hình và xem tin của phường.'
    },
    until: 'waiting'
  }
];

/** Exemplary models on their way through the ward (điển hình tiên tiến), one of each state. */
export function sampleExemplars({ campaign, groups }: SampleWard, seed: number, today: Day): Paper[] {
  const random = createRandom(seedFor(seed, 'exemplars'));
  return MODELS.filter(({ place }) => place < groups.length).flatMap(({ place, text, until }, which) => {
    const { id: group, name } = groups[place]!;
    const on = addDays(today, which - 12);
    const at = startOf(on) + 20 * HOUR;
    const nomination = random.id();
    const papers: Paper[] = [
      { at, by: 'leader', row: rowOf('nomination', nomination, group, { ...text, on }) }
    ];
    const verdict = { nomination, verdict: 'accepted' };
    const review = rowOf('nomination-review', random.id(), group, verdict);
    if (until !== 'waiting') papers.push({ at: at + 14 * HOUR, by: 'office', row: review });
    const said = { ...text, nomination, from: name, on: addDays(on, 1), shown: 1 };
    const spread = campaign.groups.map(({ id }): Paper => ({
      ...{ at: at + 15 * HOUR, by: 'office' },
      row: rowOf('exemplar', exemplarId(nomination, id), id, said)
    }));
    return until === 'spread' ? [...papers, ...spread] : papers;
  });
}

const HOUR = 3_600_000;
