import type { Portion } from '$lib/domain/plan/portion';

/** A percentage as it is written, "96.8", is an exact share: 968 of 1000. */
export function portionOf(percent: string): Portion {
  const [whole = '0', decimals = ''] = percent.replace(/(\.\d*?)0+$/, '$1').split('.');
  return { part: Number(whole + decimals), of: 100 * 10 ** decimals.length };
}
