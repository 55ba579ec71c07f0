import { NATIONAL_ID } from './number-patterns';

/** What a card of health insurance is known by: its old code, the number inside it, or the national id (from 1/8/2025). */
export type ReadCode =
  | Readonly<{ kind: 'card'; object: string; group: number | undefined; number: string }>
  | Readonly<{ kind: 'number' | 'national-id'; number: string }>;

/** Mã đối tượng by group, first two letters of the code (Quyết định 1351/QĐ-BHXH). */
const OBJECTS: readonly string[] = [
  'DN HC CH NN TK',
  'HT MS TN TB TC XB',
  'TE HN DT TS TQ TA TY CC CK KC HD BT QN CA CY XK',
  'CN HS SV GB',
  'GD'
];

const GROUPS: ReadonlyMap<string, number> = new Map(
  OBJECTS.flatMap((objects, before) => objects.split(' ').map((object) => [object, before + 1] as const))
);

/** "GD 4 31 0123456789" read as it stands on the card; nothing where it is no such code. */
export function readInsuranceCode(typed: string): ReadCode | undefined {
  const code = typed
    .normalize('NFC')
    .toLocaleUpperCase('vi')
    .replace(/[\s.-]/g, '');
  if (NATIONAL_ID.test(code)) return { kind: 'national-id', number: code };
  if (/^\d{10}$/.test(code)) return { kind: 'number', number: code };
  const [, object, number] = /^([A-ZĐ]{2})[1-5]\d{2}(\d{10})$/.exec(code) ?? [];
  if (object && number) return { kind: 'card', object, group: GROUPS.get(object), number };
}

/** What may be mistyped in a card's code; said, never a wall. */
export type CodeDoubt = 'unknown-object' | 'other-group' | 'other-person';

/** Letters nobody has, a group that was answered otherwise, a national id that is not the person's. */
export function doubtsAboutCode(
  read: ReadCode,
  { insuranceGroup, nationalId }: { insuranceGroup: number | null; nationalId: string | null }
): CodeDoubt[] {
  if (read.kind === 'card') {
    if (read.group === undefined) return ['unknown-object'];
    return insuranceGroup !== null && insuranceGroup !== read.group ? ['other-group'] : [];
  }
  const isOther = read.kind === 'national-id' && nationalId !== null && nationalId !== read.number;
  return isOther ? ['other-person'] : [];
}
