import { fail } from '@sveltejs/kit';
import { isDay } from '$lib/domain/calendar';
import type { FieldProblem } from '$lib/domain/entry/field';
import { readDecimal } from '$lib/domain/figures/decimal';
import { readDay } from '$lib/domain/said-day';

/** What is wrong with which field; what was typed comes back beside it, and nothing was saved. */
export type Problems = Readonly<Record<string, FieldProblem>>;

/** Reads a form field by field and remembers what is wrong: all of it is told at once (SV8). */
export class FormReader {
  readonly problems: Record<string, FieldProblem> = {};
  readonly #form: FormData;

  constructor(form: FormData) {
    this.#form = form;
  }

  /** As typed, without the spaces around it. */
  text(name: string, longest = 300): string {
    const value = this.#form.get(name);
    const typed = typeof value === 'string' ? value.trim().normalize('NFC') : '';
    if (typed.length > longest) this.refuse(name, 'too-long');
    return typed;
  }

  required(name: string, longest = 300): string {
    const typed = this.text(name, longest);
    if (typed === '') this.refuse(name, 'required');
    return typed;
  }

  all(name: string): string[] {
    return this.#form.getAll(name).filter((value) => typeof value === 'string');
  }

  /** Numbers of the lines of a table: "item.0.name", "item.1.name". */
  indexes(kind: string): number[] {
    const found = new Set<number>();
    for (const name of this.#form.keys()) {
      const place = new RegExp(`^${kind}\\.(\\d{1,3})(\\.|$)`).exec(name)?.[1];
      if (place !== undefined) found.add(Number(place));
    }
    return [...found].sort((a, b) => a - b);
  }

  /** "5/3/2026", or the day of a date field. */
  day(name: string): string {
    const typed = this.required(name, 40);
    const day = isDay(typed) ? typed : readDay(typed);
    if (typed !== '' && !day) this.refuse(name, 'not-a-date');
    return day ?? '';
  }

  decimal(name: string): string | null {
    const typed = this.text(name, 40);
    if (typed === '') return null;
    const read = readDecimal(typed);
    if (read === undefined) this.refuse(name, 'not-a-number');
    return read ?? null;
  }

  number(name: string, least = -Infinity, most = Infinity): number {
    const read = this.decimal(name);
    if (read === null) {
      if (!this.problems[name]) this.refuse(name, 'required');
      return 0;
    }
    if (Number(read) < least || Number(read) > most) this.refuse(name, 'out-of-range');
    return Number(read);
  }

  oneOf<Code extends string>(name: string, codes: readonly Code[]): Code {
    const typed = this.text(name);
    const code = codes.find((one) => one === typed);
    if (code === undefined) this.refuse(name, typed === '' ? 'required' : 'unknown-code');
    return code ?? codes[0]!;
  }

  refuse(name: string, problem: FieldProblem): void {
    this.problems[name] ??= problem;
  }

  get isGood(): boolean {
    return Object.keys(this.problems).length === 0;
  }

  /** Everything as it was typed, to be shown again. */
  returned(): { problems: Problems; typed: Record<string, string[]> } {
    const typed: Record<string, string[]> = {};
    for (const [name, value] of this.#form) {
      if (typeof value === 'string') (typed[name] ??= []).push(value);
    }
    return { problems: this.problems, typed };
  }

  /** The answer of a form that cannot be taken. */
  refusal() {
    return fail(400, this.returned());
  }
}
