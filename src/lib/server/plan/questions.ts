import type { Question } from '$lib/domain/plan/question';

const choice = (...choices: readonly (readonly [code: string, label: string])[]): Question['answer'] => ({
  kind: 'choice',
  choices: choices.map(([code, label]) => ({ code, label }))
});

/** What the plan of 2025 asks beyond insurance, work and training; a new question is a new line here, or on a page. */
export const questions: Question[] = [
  {
    field: 'q-poverty',
    subject: 'household',
    text: 'Hộ có trong danh sách hộ nghèo, hộ cận nghèo của phường không?',
    shortText: 'Hộ nghèo, cận nghèo',
    help: 'Ghi theo danh sách hoặc giấy chứng nhận của phường; không tự xét theo thu nhập.',
    answer: choice(['none', 'Không thuộc diện nào'], ['near-poor', 'Hộ cận nghèo'], ['poor', 'Hộ nghèo'])
  },
  {
    field: 'q-water',
    subject: 'household',
    text: 'Nhà mình dùng nguồn nước chính nào để ăn uống?',
    shortText: 'Nguồn nước chính',
    help: 'Nước máy là nước của nhà máy nước, dẫn đến nhà bằng đường ống.',
    answer: choice(['piped', 'Nước máy'], ['well', 'Nước giếng'], ['other', 'Nguồn khác'])
  },
  {
    field: 'q-waste',
    subject: 'household',
    text: 'Rác của nhà mình có được thu gom không?',
    shortText: 'Thu gom rác',
    help: null,
    answer: choice(
      ['sorted', 'Có thu gom, nhà có phân loại'],
      ['collected', 'Có thu gom'],
      ['no', 'Không, tự xử lý']
    )
  },
  {
    field: 'q-schooling',
    subject: 'person',
    text: 'Năm học này cháu học ở đâu?',
    shortText: 'Đi học',
    help: 'Tính cả cháu học ở nơi khác. Cháu không có khả năng học tập thì chọn “Được miễn”.',
    answer: choice(
      ['preschool', 'Mầm non'],
      ['primary', 'Tiểu học (lớp 1 đến lớp 5)'],
      ['secondary', 'Trung học cơ sở (từ lớp 6)'],
      ['not-finished-primary', 'Chưa học xong tiểu học'],
      ['no', 'Chưa ra lớp'],
      ['exempt', 'Được miễn']
    )
  },
  {
    field: 'q-exercise',
    subject: 'person',
    text: 'Có tập thể thao mỗi tuần từ 3 buổi, mỗi buổi từ 30 phút không?',
    shortText: 'Tập thể thao',
    help: 'Đi bộ nhanh, đạp xe, bơi, dưỡng sinh, giờ thể dục ở trường đều được tính.',
    answer: choice(['yes', 'Có'], ['no', 'Không'])
  }
];
