import {
  day,
  type FieldRule,
  type FieldRules,
  matching,
  number,
  oneOf,
  text,
  upToTomorrow
} from '../entry/field';
import type { HouseholdId } from '../ids';
import type { Row } from '../entry/row';
import { textOf, valueOf } from '../entry/reading';

/** States of bình xét gia đình văn hóa for one household and year (NĐ 86/2023; domain 1.3), in the order of the process. */
export const ASSESSMENT_STATES = [
  'expected',
  'not-expected',
  'barred',
  'too-new',
  'published',
  'objected',
  'proposed',
  'recognised'
] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** A household's assessment of one year (bình xét gia đình văn hóa). */
export type Assessment = Readonly<{
  household: HouseholdId;
  year: number;
  state: string | null;
  /** A code of the campaign's bars (trường hợp không xét tặng): never on a list, an export or a message; not for every eye. */
  bar: string | null;
  /** Points by criterion, "I.1". */
  points: Readonly<Record<string, number>>;
  /** How many of those present agreed. */
  agreed: number | null;
  publishedOn: string | null;
  objection: string | null;
  objectionOn: string | null;
  /** What the group found about the objection (kết quả xem xét). */
  objectionFound: string | null;
  proposedOn: string | null;
  decision: string | null;
  decidedOn: string | null;
}>;

/** One year of the title (danh hiệu): what is remembered of all households. */
export type TitleYear = Pick<Assessment, 'year' | 'state' | 'decision' | 'decidedOn'>;

/** Fields of points: "points:I.1". */
export const POINTS_FIELD = /^points:[A-Za-z0-9.-]{1,20}$/;

export const assessmentRules: FieldRules = {
  state: oneOf(ASSESSMENT_STATES),
  bar: matching(/^[a-z-]{1,40}$/, 'unknown-code'),
  agreed: number(0, 10_000),
  publishedOn: upToTomorrow(day),
  objection: text(500),
  objectionOn: upToTomorrow(day),
  objectionFound: text(500),
  proposedOn: upToTomorrow(day),
  decision: text(80),
  decidedOn: day
};

/** One row a household and year, whoever writes it first: two phones meet in the same row. */
export const assessmentId = (household: HouseholdId, year: number): string => `${household}/${year}`;

export const assessmentFrom = (row: Row): Assessment => ({
  household: row.household,
  year: Number(row.id.split('/')[1]),
  state: textOf(row, 'state'),
  bar: textOf(row, 'bar'),
  points: pointsIn(row),
  agreed: valueOf(row, 'agreed') as number | null,
  publishedOn: textOf(row, 'publishedOn'),
  objection: textOf(row, 'objection'),
  objectionOn: textOf(row, 'objectionOn'),
  objectionFound: textOf(row, 'objectionFound'),
  proposedOn: textOf(row, 'proposedOn'),
  decision: textOf(row, 'decision'),
  decidedOn: textOf(row, 'decidedOn')
});

const pointsIn = (row: Row): Assessment['points'] =>
  Object.fromEntries(
    Object.keys(row.fields).flatMap((field) => {
      const value = valueOf(row, field);
      return POINTS_FIELD.test(field) && typeof value === 'number'
        ? [[field.slice('points:'.length), value]]
        : [];
    })
  );

/** The rule for a field of points, whatever criteria this year has. */
export const pointsRule = (field: string): FieldRule | undefined =>
  POINTS_FIELD.test(field) ? number(0, 1000) : undefined;

/** A row as it may be shown to who may not see why a household is barred: in the assessment, and in a difference about it. */
export function withoutBars(row: Row): Row {
  if (row.type === 'assessment' && row.fields.bar) {
    const { bar: _, ...fields } = row.fields;
    return { ...row, fields };
  }
  if (row.type !== 'difference' || valueOf(row, 'type') !== 'assessment' || valueOf(row, 'field') !== 'bar') {
    return row;
  }
  const { current: _, proposed: __, ...fields } = row.fields;
  return { ...row, fields };
}
