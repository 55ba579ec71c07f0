import type { Actor } from './actor';
import type { GroupId } from './ids';

/** Officer and leader are equals where something is recorded; a viewer only looks. */
export function mayRecord({ role, groups }: Actor, group: GroupId): boolean {
  if (role === 'officer') return true;
  return (role === 'leader' || role === 'deputy') && groups.includes(group);
}

/** Công nhận gia đình văn hóa is the ward chairman's decision; the office enters it (NĐ 86/2023). */
export const mayRecognise = ({ role }: Actor): boolean => role === 'officer';

/** Duyệt hoặc trả lại số liệu một kỳ. */
export const mayReview = ({ role }: Actor): boolean => role === 'officer';

/** Tên từng người: who answers for the lists; the ward's leaders see counts (Luật 91/2025/QH15: only what the work needs). */
export const mayReadNames = ({ role }: Actor): boolean => role !== 'viewer';

/** Đôn đốc: a word of the ward to a group. */
export const mayUrge = ({ role }: Actor): boolean => role === 'officer';

/** Xét, phổ biến điển hình tiên tiến: what is spread to all groups is the office's word. */
export const maySpread = ({ role }: Actor): boolean => role === 'officer';

/** Trường hợp không xét tặng is for those who must decide about the household, and for nobody else. */
export const maySeeBars = ({ role }: Actor): boolean => role === 'leader' || role === 'officer';

export const worksAtTheWard = ({ role }: Actor): boolean => role === 'officer' || role === 'viewer';
