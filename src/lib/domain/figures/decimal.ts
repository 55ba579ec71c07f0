/** A number as an office types it, "1.401,1": comma for decimals, dots for thousands; as text with a point, or nothing. */
export function readDecimal(typed: string): string | undefined {
  const said = typed.trim().replace(/\s/g, '');
  const isGrouped = /^-?\d{1,3}(\.\d{3})+(,\d{1,4})?$/.test(said);
  const plain = isGrouped ? said.replaceAll('.', '') : said;
  const read = plain.replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(read) ? read : undefined;
}

/** "1401.1" as "1.401,1": exactly what was typed, no digit more or less. */
export function showDecimal(decimal: string): string {
  const [whole = '', decimals] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}
