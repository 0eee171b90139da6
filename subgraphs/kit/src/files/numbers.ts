/** Plain, with a sign, decimals or an exponent: `4299.0`, `-3.5`, `1.2e-05`. */
const plain = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
/** With thousands separators: `1,234,567.8`. A separator in any other place is no number. */
const separated = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** A number as publishers write it, with thousands separators and a percent sign accepted; null for anything else. */
export function parseNumber(text: string): number | null {
  const digits = text.trim().replace(/\s*%$/, '');
  if (plain.test(digits)) return finite(Number(digits));
  return separated.test(digits) ? finite(Number(digits.replaceAll(',', ''))) : null;
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null;
}
