import type { FieldProblem } from '$lib/domain/entry/field';

/** What came back from a form that was not taken, or only looked at: what is wrong, and everything as it was typed. */
export type Returned = Readonly<{
  problems: Readonly<Record<string, FieldProblem>>;
  typed: Readonly<Record<string, readonly string[]>>;
}>;

/** Nothing where the page is opened afresh, or the form was taken. */
export const returnedBy = (form: object | null | undefined): Returned | undefined =>
  form && 'problems' in form && 'typed' in form ? (form as Returned) : undefined;

/** What a field of the page's form bears: its name, what was typed into it (or stood there before) and what is wrong with it. */
export const fieldsOf =
  (returned: Returned | undefined) =>
  (name: string, before?: string): { name: string; value?: string; problem?: FieldProblem } => ({
    name,
    value: returned?.typed[name]?.[0] ?? before,
    problem: returned?.problems[name]
  });
