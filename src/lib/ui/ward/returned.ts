import type { FieldProblem } from '$lib/domain/entry/field';

/** What came back from a form that was not taken, or only looked at: what is wrong, and everything as it was typed. */
export type Returned = Readonly<{
  problems: Readonly<Record<string, FieldProblem>>;
  typed: Readonly<Record<string, readonly string[]>>;
}>;

/** Nothing where the page is opened afresh, or the form was taken. */
export const returnedBy = (form: object | null | undefined): Returned | undefined =>
  form && 'problems' in form && 'typed' in form ? (form as Returned) : undefined;
