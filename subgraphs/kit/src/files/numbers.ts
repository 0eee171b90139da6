/** Plain, with a sign, decimals or an exponent: `4299.0`, `-3.5`, `1.2e-05`. */
const plain = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
/** With an exponent above zero; its mark, the decimals before and the digits behind it are told. */
const shortened = /^[+-]?\d+(?:\.(?<decimals>\d+))?(?<mark>e)\+?(?<exponent>\d+)$/i;
/** With thousands separators: `1,234,567.8`. A separator in any other place is no number. */
const separated = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** A number as publishers write it, with thousands separators and a percent sign accepted; null for anything else. */
export function parseNumber(text: string): number | null {
  const digits = text.trim().replace(/\s*%$/, '');
  if (plain.test(digits)) return isShortened(digits) ? null : finite(Number(digits));
  return separated.test(digits) ? finite(Number(digits.replaceAll(',', ''))) : null;
}

/** A program prints a number of more digits with an exponent, and a spreadsheet those that its column has no room for. */
const mostDigitsPrinted = 20;

/**
 * Whether a number has fewer digits than it had before a spreadsheet showed it: `1.2E+05` may have been 123,456. R writes 100,000 as `1e+05`, which is
 * all of it. Never throws.
 */
export function isShortened(text: string): boolean {
  const { mark = '', decimals = '', exponent = '' } = shortened.exec(text)?.groups ?? {};
  if (exponent === '' || Number(exponent) > mostDigitsPrinted) return false;
  return decimals.length < Number(exponent) && (mark === 'E' || decimals !== '');
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null;
}
