import { differenceFrom, differenceId, fieldName } from '$lib/domain/entry/difference';
import { isAbout } from '$lib/domain/delivery/captured-time';
import type { AccountId } from '$lib/domain/ids';
import type { Field, FieldValue, Row } from '$lib/domain/entry/row';
import type { Clash, Verdict, Write } from '$lib/domain/entry/verdict';
import { clockOf } from './arrival';
import { type Memory, rowOf } from './memory';

export type Accepted = Extract<Verdict, { kind: 'accepted' }>;
/** The entry as an effect: its number, and who made it when. */
export type Cause = Readonly<{
  seq: number;
  author: AccountId;
  name: string;
  at: number;
  isAbout: boolean;
  now: number;
}>;

type Values = Readonly<Record<string, FieldValue>>;
/** A difference that is there, and what becomes of it. */
type Overtaken = Readonly<{ row: Row; values: Values }>;

const CLOSED: Values = { open: false };

/** Only a difference of a household that this entry speaks about: its rights were judged there. */
export function resolvedBy({ resolves, changes, clashes }: Accepted, memory: Memory): Overtaken[] {
  const row = resolves && clashes.length === 0 ? rowOf(memory, 'difference', resolves) : undefined;
  return row && changes.some(({ household }) => household === row.household) ? [{ row, values: CLOSED }] : [];
}

/** What new values do to open differences on the same fields, and proposals that are taken back (CO1, CO3). */
export function overtakenBy(verdict: Accepted, cause: Cause, memory: Memory): Overtaken[] {
  const renewed = verdict.writes.flatMap((write) => renewedBy(write, cause, memory));
  const withdrawn = (verdict.withdraws ?? []).flatMap(({ type, id, field, entry, beside }): Overtaken[] => {
    const row = rowOf(memory, 'difference', differenceId(type, id, field, beside ?? cause.author));
    const isIts = row && (beside !== undefined || differenceFrom(row).entry === entry);
    return row && isIts && isOpen(row) ? [{ row, values: CLOSED }] : [];
  });
  return [...renewed, ...withdrawn];
}

/** Its author has spoken again, or the present value is now the proposed one: nothing to choose. Else both sides are told anew. */
function renewedBy({ type, id, field, value }: Write, cause: Cause, memory: Memory): Overtaken[] {
  const own = differenceId(type, id, field, cause.author);
  return [...(memory.differences.get(fieldName(type, id, field)) ?? [])].flatMap((name): Overtaken[] => {
    const row = rowOf(memory, 'difference', name);
    if (!row || !isOpen(row)) return [];
    const isMoot = name === own || Object.is(differenceFrom(row).proposed, value);
    const about = (cause.isAbout || differenceFrom(row).currentAbout) && { currentAbout: cause.isAbout };
    const values = { current: value, currentBy: cause.name, currentAt: cause.at, ...about };
    return [{ row, values: isMoot ? CLOSED : values }];
  });
}

const isOpen = (row: Row): boolean => differenceFrom(row).open;

export function differenceFields(
  clash: Clash,
  entry: string,
  cause: Cause,
  memory: Memory
): Record<string, Field> {
  const current = memory.origins.get(clash.currentSeq);
  const values: Values = {
    type: clash.type,
    target: clash.id,
    field: clash.field,
    current: clash.current,
    currentBy: current?.name ?? null,
    currentAt: current?.at ?? null,
    proposed: clash.proposed,
    proposedBy: cause.name,
    proposedAt: cause.at,
    openedAt: cause.now,
    open: true,
    entry,
    ...(current && isAbout(clockOf(current), current.received_at) && { currentAbout: true }),
    ...(cause.isAbout && { proposedAbout: true })
  };
  return numbered(values, cause.seq);
}

export const numbered = (values: Values, seq: number): Record<string, Field> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, seq]]));
