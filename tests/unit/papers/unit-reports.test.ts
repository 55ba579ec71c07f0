import { describe, expect, it } from 'vitest';
import { isToBeReminded, stateOfUnit, unitsNamed } from '$lib/domain/papers/unit-reports';
import { draftReminder, sayUnitDue } from '$lib/ui/ward/unit-words';

it('“trước ngày 10/12” is strict: the 9th is the last good day, the 10th is late', () => {
  expect(stateOfUnit({ receivedOn: '2025-12-09' }, '2025-12-10', '2025-12-20')).toBe('in-time');
  expect(stateOfUnit({ receivedOn: '2025-12-10' }, '2025-12-10', '2025-12-20')).toBe('late');
  expect(stateOfUnit(undefined, '2025-12-10', '2025-12-09')).toBe('owing');
  expect(stateOfUnit(undefined, '2025-12-10', '2025-12-10')).toBe('overdue');
});

it('a unit that stays on the list stays the same unit; a name said twice is one', () => {
  const known = [{ id: 'a', name: 'Trạm y tế phường' }];
  expect(unitsNamed(['Trường Tiểu học', 'Trạm y tế phường', 'Trạm y tế phường'], known, () => 'new')).toEqual(
    [
      { id: 'new', name: 'Trường Tiểu học' },
      { id: 'a', name: 'Trạm y tế phường' }
    ]
  );
});

describe('reminding a unit', () => {
  const before = '2025-12-10';

  it('from 30 days before the day; whose report is here, in time or not, never', () => {
    expect(isToBeReminded('owing', before, '2025-11-09')).toBe(false);
    expect(isToBeReminded('owing', before, '2025-11-10')).toBe(true);
    expect(isToBeReminded('overdue', before, '2025-12-10')).toBe(true);
    expect(isToBeReminded('in-time', before, '2025-12-09')).toBe(false);
    expect(isToBeReminded('late', before, '2025-12-20')).toBe(false);
  });

  it('"trước ngày" is strict: the day before is the last, the day itself is over', () => {
    expect(sayUnitDue({ beforeDay: before }, '2025-12-04')).toBe('còn 5 ngày, chậm nhất hết ngày 9/12/2025');
    expect(sayUnitDue({ beforeDay: before }, '2025-12-09')).toBe('hôm nay là ngày cuối');
    expect(sayUnitDue({ beforeDay: before }, '2025-12-10')).toContain('quá hạn 1 ngày');
    const text = (today: string) =>
      draftReminder('Trạm y tế phường', 'Đợt thi đua 2025', { beforeDay: before }, today, '0225 1234567');
    expect(text('2025-12-09')).toContain('ngày cuối còn đúng hạn là 9/12/2025');
    expect(text('2025-12-10')).not.toContain('đúng hạn là');
    expect(text('2025-12-10')).toMatch(
      /^Kính gửi Trạm y tế phường,\n.*đợt thi đua 2025.*trước ngày 10\/12\/2025/
    );
  });
});
