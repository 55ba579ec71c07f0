import type { LifeEvent } from '$lib/domain/people/life-event';

/** What one taps, and what it is for. */
export const EVENT_LINES: Readonly<Record<LifeEvent, { title: string; about: string }>> = {
  birth: { title: 'Sinh con', about: 'Thêm trẻ mới sinh vào hộ.' },
  death: { title: 'Có người mất', about: 'Ghi ngày mất; người đó vẫn còn trong hồ sơ của hộ.' },
  arrival: { title: 'Có người chuyển đến', about: 'Về ở cùng hộ này: mới cưới, về quê, ở nhờ, thuê nhà.' },
  departure: { title: 'Có người chuyển đi', about: 'Không còn ở tổ: đi nơi khác ở, đi học, đi lấy chồng.' },
  split: { title: 'Tách hộ', about: 'Một số người ra ở thành hộ riêng trong tổ.' },
  join: { title: 'Nhập hộ', about: 'Về ở chung với một hộ khác trong tổ.' },
  'new-head': { title: 'Đổi chủ hộ', about: 'Người khác trong hộ đứng tên chủ hộ.' }
};

/** The questions of each event, in its own words; what it does not ask is not there. */
export const EVENT_QUESTIONS: Readonly<
  Record<
    LifeEvent,
    { who: string; whoAbout?: string; day?: string; place?: string; head?: string; act: string }
  >
> = {
  birth: { who: 'Họ và tên trẻ', act: 'Thêm trẻ vào hộ' },
  death: { who: 'Ai đã mất?', day: 'Ngày mất', head: 'Từ nay ai là chủ hộ?', act: 'Ghi người đã mất' },
  arrival: {
    ...{ who: 'Họ và tên', day: 'Về ở từ ngày', place: 'Trước ở đâu (nếu biết)' },
    act: 'Thêm người vào hộ'
  },
  departure: {
    ...{ who: 'Ai chuyển đi?', whoAbout: 'Chạm từng người. Đi cả hộ thì chạm hết.', day: 'Đi từ ngày' },
    ...{ place: 'Chuyển đến đâu (nếu biết)', head: 'Từ nay ai là chủ hộ?', act: 'Ghi người chuyển đi' }
  },
  split: {
    ...{ who: 'Ai ra hộ mới?', whoAbout: 'Chạm từng người ra ở riêng.', day: 'Tách từ ngày' },
    ...{ head: 'Ai là chủ hộ của hộ mới?', act: 'Tách thành hộ mới' }
  },
  join: {
    ...{ who: 'Ai sang hộ kia?', whoAbout: 'Chạm từng người. Sang cả hộ thì chạm hết.', day: 'Từ ngày' },
    ...{ head: 'Từ nay ai là chủ hộ ở đây?', act: 'Nhập vào hộ đã chọn' }
  },
  'new-head': { who: 'Ai là chủ hộ mới?', act: 'Đổi chủ hộ' }
};

/** What is still to be told, in a sentence. */
export const LACK_WORDS = {
  name: 'Ghi họ và tên trước.',
  birth: 'Ghi ngày sinh hoặc tháng sinh trước.',
  who: 'Chọn người ở trên trước.',
  day: 'Ghi ngày trước.',
  head: 'Chọn ai là chủ hộ.',
  into: 'Chọn hộ sẽ về ở chung.'
} as const;
