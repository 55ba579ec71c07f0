import * as z from 'zod/mini';
import { GroupId } from '../ids';
import { type Fraction, fraction } from './fraction';

/** tự kê, phường đã kiểm tra, chính thức. */
export const FIGURE_STATUSES = ['stated', 'verified', 'official'] as const;

/** Digits with a point: "196.4". */
export const DecimalText = z.string().check(z.regex(/^-?\d{1,12}(\.\d{1,4})?$/));

/** A figure that somebody typed (số nhập tay): never a percentage alone (domain 1.2). The newest of its kind is the valid one. */
export const TypedFigure = z.object({
  /** Code of the indicator. */
  indicator: z.string(),
  /** Null for the whole ward. */
  group: z.nullable(GroupId),
  /** Numerator, or what was produced, collected, reached. */
  amount: DecimalText,
  /** Denominator, or the year's plan. */
  of: z.nullable(DecimalText),
  /** Cùng kỳ năm trước. */
  before: z.nullable(DecimalText),
  /** Ước thực hiện. */
  isEstimate: z.boolean(),
  asOf: z.string(),
  source: z.string(),
  status: z.enum(FIGURE_STATUSES),
  note: z.nullable(z.string()),
  by: z.string(),
  /** Milliseconds. */
  at: z.number()
});
export type TypedFigure = Readonly<z.infer<typeof TypedFigure>>;

/** Beside the indicators: the number of households by the police or the statistics office (domain 2.3). */
export const HOUSEHOLDS = 'households';

/** The valid one of its kind: the newest; of a group, or of the whole ward. */
export const newestOf = (
  typed: readonly TypedFigure[],
  indicator: string,
  group: GroupId | null
): TypedFigure | undefined =>
  typed
    .filter((one) => one.indicator === indicator && one.group === group)
    .reduce<TypedFigure | undefined>(
      (newest, one) => (!newest || one.at >= newest.at ? one : newest),
      undefined
    );

/** Decimal text as it was typed, exact. */
export function amountOf(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
