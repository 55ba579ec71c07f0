import * as z from 'zod/mini';
import { type Day, daysBetween } from '../calendar';

/** A unit that owes the ward a report (cơ quan, đơn vị): plan V.1. */
export const Unit = z.object({ id: z.string(), name: z.string() });
export type Unit = Readonly<z.infer<typeof Unit>>;

/** A report that a unit handed in (báo cáo đã nhận), as the office wrote it down; the newest of a unit is the valid one. */
export const UnitReport = z.object({
  receivedOn: z.string(),
  note: z.string(),
  /** Null where it came on paper. */
  file: z.nullable(z.object({ name: z.string(), kind: z.enum(['pdf', 'docx', 'doc']), size: z.int() })),
  by: z.string(),
  at: z.number()
});
export type UnitReport = Readonly<z.infer<typeof UnitReport>>;

/** in-time: đúng hạn; late: nộp muộn; owing: chưa nộp, còn hạn; overdue: quá hạn chưa nộp. */
export type UnitState = 'in-time' | 'late' | 'owing' | 'overdue';

/** "Trước ngày" is strict: what comes on the day itself is late (domain 0.1). */
export function stateOfUnit(
  report: Pick<UnitReport, 'receivedOn'> | undefined,
  beforeDay: Day,
  today: Day
): UnitState {
  if (report) return report.receivedOn < beforeDay ? 'in-time' : 'late';
  return today < beforeDay ? 'owing' : 'overdue';
}

/** Units are reminded (đôn đốc) from so many days before the day. */
const REMINDED_BEFORE = 30;

/** Whether a unit is to be reminded: its report is not here, and the day is near or has come. */
export const isToBeReminded = (state: UnitState, beforeDay: Day, today: Day): boolean =>
  state === 'overdue' || (state === 'owing' && daysBetween(today, beforeDay) <= REMINDED_BEFORE);

/** Keeps the id of a unit whose name stands already; a new name takes the next new id. */
export const unitsNamed = (names: readonly string[], known: readonly Unit[], newId: () => string): Unit[] =>
  [...new Set(names)].map((name) => known.find((one) => one.name === name) ?? { id: newId(), name });
