import { expect, it } from 'vitest';
import { INACTIVE_REASONS, TRAININGS } from '$lib/domain/people/person';
import * as labour from '$lib/ui/labour-words';
import { TRAINING_WORDS } from '$lib/ui/words';

// PHIẾU THÔNG TIN VỀ NGƯỜI LAO ĐỘNG (TT 01/2022/TT-BLĐTBXH, Mẫu 01): the lists as the form prints them.
const listed = (words: Readonly<Record<string, string>>) => Object.values(words).join(' · ');

it('the lists of the labour form are offered word for word', () => {
  expect(listed(labour.SCHOOLING_WORDS)).toBe(
    'Chưa học xong tiểu học · Tốt nghiệp tiểu học · Tốt nghiệp THCS · Tốt nghiệp THPT'
  );
  expect(
    TRAININGS.filter((code) => code !== 'unclear')
      .map((code) => TRAINING_WORDS[code])
      .join(' · ')
  ).toBe(
    'Chưa qua đào tạo · CNKT không bằng · Chứng chỉ nghề dưới 3 tháng · Sơ cấp · Trung cấp · Cao đẳng · Đại học · Trên đại học'
  );
  expect(listed(labour.JOB_POSITION_WORDS)).toBe(
    'Chủ cơ sở SXKD · Tự làm · Lao động gia đình · Làm công ăn lương'
  );
  expect(listed(labour.SOCIAL_INSURANCE_WORDS)).toBe('Bắt buộc · Tự nguyện · Không tham gia');
  expect(listed(labour.WORKED_BEFORE_WORDS)).toBe('Chưa bao giờ làm việc · Đã từng làm việc');
  expect(listed(labour.UNEMPLOYED_FOR_WORDS)).toBe('Dưới 3 tháng · 3 tháng đến 1 năm · Trên 1 năm');
});

it('where a tap has shorter words, the form’s own stand beside them', () => {
  expect(['employed', 'unemployed', 'inactive'].map((code) => labour.activityOnForm(code, null))).toEqual([
    'Người có việc làm',
    'Người thất nghiệp',
    'Không tham gia HĐKT'
  ]);
  const reasons = INACTIVE_REASONS.map((code) => labour.activityOnForm('inactive', code)?.split(' · ')[1]);
  expect(new Set(reasons)).toEqual(new Set(['Đi học', 'Hưu trí', 'Nội trợ', 'Khuyết tật', 'Khác']));
  expect(labour.activityOnForm('unclear', null)).toBeUndefined();
  expect(labour.activityOnForm('employed', 'retired')).toBe('Người có việc làm');
});
