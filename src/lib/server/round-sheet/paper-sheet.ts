import { type Day, dayOf } from '$lib/domain/calendar';
import type { EntryBody, EntryKind } from '$lib/domain/entry/entry';
import { valueOf } from '$lib/domain/entry/reading';
import type { FieldValue, Row } from '$lib/domain/entry/row';
import { type SheetQuestion, sheetQuestions } from '$lib/domain/figures/round-sheet';
import type { AccountId, GroupId, HouseholdId } from '$lib/domain/ids';
import { compareWalk } from '$lib/domain/people/address';
import { filesFrom, isOpen } from '$lib/domain/people/household-file';
import type { VisitOutcome } from '$lib/domain/people/visit';
import { type Leg, legsOf } from '$lib/domain/people/walk';
import type { Campaign } from '$lib/domain/plan/campaign';
import { isUnderWorkingAge } from '$lib/domain/plan/retirement';
import type { Receipt } from '$lib/protocol/sync';
import { writeAtDesk } from '../office/desk';
import { readAccounts } from '../queries/account-list';
import { fromStored, readRowsOfGroup } from '../queries/rows';
import { readWard } from '../queries/ward';
import type { Services } from '../services';

/** What an officer types from while a sheet lies on the table: one alley in the order of the walk, and whose sheets there are. */
export type PaperDesk = Readonly<{
  alleys: readonly string[];
  leg: Leg;
  authors: readonly Readonly<{ account: AccountId; name: string; role: string }>[];
  /** Too young to be asked about work. */
  underAge: readonly string[];
  /** What else is printed on the sheets of this alley. */
  questions: readonly SheetQuestion[];
  /** Up to where the officer has seen the book: what came since is not overwritten unseen (CO1). */
  seen: number;
  today: Day;
}>;

/** What is ticked for one household of a round sheet (phiếu rà soát giấy). */
export type Ticked = Readonly<{
  household: HouseholdId;
  outcome: VisitOutcome;
  answers: readonly TickedAnswers[];
}>;

/** What is ticked of a person, of the household or of its assessment of this year. */
export type TickedAnswers = Readonly<{
  type: SheetQuestion['type'];
  id: string;
  values: Readonly<Record<string, FieldValue>>;
}>;

/** Whose sheet it is, of which day, and up to where the book was seen when it was typed. */
export type SheetHead = Readonly<{ group: GroupId; onBehalfOf: AccountId; on: Day; seen: number }>;

export async function readPaperDesk(
  services: Services,
  campaign: Campaign,
  group: GroupId,
  alley: number
): Promise<PaperDesk> {
  const { db } = services;
  const today = dayOf(services.now());
  const [ward, rows, accounts] = await Promise.all([
    readWard(db),
    readRowsOfGroup(db, group, ['household', 'person', 'assessment', 'visit']),
    readAccounts(db, services.now())
  ]);
  const files = [...filesFrom(rows.map(fromStored)).values()].filter(isOpen);
  const legs = legsOf(files.sort((a, b) => compareWalk(a.household, b.household)));
  const leg = legs[alley] ?? { heading: '', files: [] };
  const worksHere = ({ assignments, role }: (typeof accounts)[number]) =>
    (role === 'leader' || role === 'deputy') &&
    assignments.some((one) => one.group === group && (one.to === null || one.to >= today));
  return {
    ...{ alleys: legs.map(({ heading }) => heading), leg },
    underAge: leg.files
      .flatMap(({ people }) => people)
      .filter(({ birth }) => birth !== null && isUnderWorkingAge(birth, today, campaign))
      .map(({ id }) => id),
    questions: leg.files.flatMap((file) => sheetQuestions(file, campaign, today)),
    authors: accounts.filter(worksHere).map(({ id, name, role }) => ({ account: id, name, role })),
    ...{ seen: ward?.head ?? 0, today }
  };
}

/** Copies a sheet into the book: the officer is the author, and each entry says on whose behalf. Answers with how many took effect. */
export async function copySheet(
  services: Services,
  officer: string,
  head: SheetHead,
  ticked: readonly Ticked[]
): Promise<{ households: number; apart: number }> {
  let apart = 0;
  for (const one of ticked) {
    for (const write of [...KINDS.map(writeAnswers), writeVisit]) {
      const receipt = await write(services, officer, head, one);
      if (receipt && receipt.status !== 'applied') apart += 1;
    }
  }
  return { households: ticked.length, apart };
}

type Write = (
  services: Services,
  officer: string,
  head: SheetHead,
  ticked: Ticked
) => Promise<Receipt | undefined>;

const KINDS = [
  ['person', 'person.change'],
  ['household', 'household.change'],
  ['assessment', 'assess']
] as const;

const writeAnswers =
  ([type, kind]: (typeof KINDS)[number]): Write =>
  (services, officer, head, { household, answers }) =>
    writeAtDesk(services, officer, async (row) => {
      const changes: EntryBody['changes'] = [];
      for (const { id, values } of answers.filter((one) => one.type === type)) {
        const found = await row(type, id);
        // An assessment may be the first of its year.
        const home = found ?? (type === 'assessment' ? await row('household', household) : undefined);
        if (home?.household !== household || home.group !== head.group) continue;
        const set = seenUpTo(found, values, head.seen);
        if (Object.keys(set).length > 0) changes.push({ type, id, household, set });
      }
      return changes.length > 0 ? written(kind, head, changes) : undefined;
    });

const writeVisit: Write = (services, officer, head, { household, outcome }) =>
  writeAtDesk(services, officer, async (row) => {
    if ((await row('household', household))?.group !== head.group) return;
    const fresh = (value: FieldValue) => ({ value, seen: null, base: 0, own: [] });
    const set = { outcome: fresh(outcome), on: fresh(head.on) };
    return written('visit', head, [{ type: 'visit', id: services.newId(), household, set }]);
  });

const written = (
  kind: EntryKind,
  { group, onBehalfOf }: SheetHead,
  changes: EntryBody['changes']
): { kind: EntryKind; group: GroupId; body: Omit<EntryBody, 'epoch'> } => ({
  kind,
  group,
  body: { changes, onBehalfOf }
});

function seenUpTo(
  row: Row | undefined,
  values: Readonly<Record<string, FieldValue>>,
  seen: number
): EntryBody['changes'][number]['set'] {
  const changed = Object.entries(values).filter(([field, value]) => !row || valueOf(row, field) !== value);
  return Object.fromEntries(
    changed.map(([field, value]) => {
      const [now, seq] = row?.fields[field] ?? [null, 0];
      return [field, { value, seen: seq <= seen ? now : null, base: Math.min(seq, seen), own: [] }];
    })
  );
}
