import { expect, it } from 'vitest';
import { stateOfUnit, unitsNamed } from '$lib/domain/papers/unit-reports';

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
