import type { Day } from '../calendar';
import type { Assessment } from '../people/assessment';
import type { Meeting } from '../people/meeting';
import type { CultureRules } from '../plan/culture';
import type { Group } from '../plan/group';
import { groupIssuer, groupSignatures } from './group-sheet';
import type { PaperSettings } from './settings';

/** A group's year as its papers need it: no reason why a household is barred, and no name of one that is (domain 4). */
export type CultureFile = Readonly<{
  group: Group;
  year: number;
  rules: CultureRules;
  meeting: Meeting | null;
  households: readonly CultureHousehold[];
}>;

export type CultureHousehold = Readonly<{
  head: string;
  address: string;
  assessment: Pick<
    Assessment,
    'state' | 'agreed' | 'objection' | 'objectionOn' | 'objectionFound' | 'decision' | 'decidedOn'
  > | null;
}>;

export type CulturePlace = Readonly<{ settings: PaperSettings; on: Day }>;

/** The title as the papers write it. */
export const TITLE = '“Gia đình văn hóa”';

/** Whom a group proposes: also those that were recognised since. */
export const PROPOSED = ['proposed', 'recognised'];

/** The households of the file in one of these states. */
export const listed = ({ households }: Pick<CultureFile, 'households'>, states: readonly string[]) =>
  households.filter(({ assessment }) => states.includes(assessment?.state ?? ''));

/** Who qualifies and is not proposed yet, since the list still hangs or an objection is open. */
export const WAITING = ['expected', 'published', 'objected'];
export const waiting = (file: CultureFile): number => listed(file, WAITING).length;

/** Nobody has been assessed yet: that nothing arose cannot be said. */
export const isUnassessed = ({ households }: CultureFile): boolean =>
  households.length > 0 && households.every(({ assessment }) => !assessment?.state);

/** The group's proposal cannot be sent yet. */
export const isUnfinished = (file: CultureFile): boolean => waiting(file) > 0 || isUnassessed(file);

/** What the papers of one group have in common. */
export const ofGroup = (
  { group }: CultureFile,
  { settings, on }: CulturePlace,
  file: string,
  title: string
) => ({
  issuer: groupIssuer(settings, group.name),
  ...{ file, symbol: null, place: settings.place, on, title, to: [] as string[] },
  signatures: groupSignatures(),
  ...{ recipients: [], annexes: [], isDraft: false }
});

/** "Nghị định 86/2023/NĐ-CP" without the annex. */
export const decreeOf = ({ decree }: Pick<CultureRules, 'decree'>): string =>
  decree.replace(/,\s*Phụ lục.*$/, '');
