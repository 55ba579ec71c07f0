import * as z from 'zod/mini';
import { AccountId, GroupId } from './ids';

/** leader: tổ trưởng; deputy: tổ phó, cộng tác viên; officer: cán bộ phòng VH-XH; viewer: lãnh đạo phường. */
export const Role = z.enum(['leader', 'deputy', 'officer', 'viewer']);
export type Role = z.infer<typeof Role>;

/** Who is acting, and for which groups; from the session and the assignments, never from a body (SV3). */
export const Actor = z.object({
  account: AccountId,
  name: z.string(),
  role: Role,
  groups: z.array(GroupId)
});
export type Actor = Readonly<z.infer<typeof Actor>>;
