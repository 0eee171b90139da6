/**
 * The number that an option gives, or `fallback` where it is not given.
 *
 * @throws {TypeError} when it is no number greater than nought.
 */
export function numberOf(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!(number > 0)) throw new TypeError(`${option} is "${text}": expected a number greater than nought`);
  return number;
}

/**
 * As `numberOf`, without a fraction.
 *
 * @throws {TypeError} when it is no whole number greater than nought.
 */
export function wholeNumberOf(option: string, text: string | undefined, fallback: number): number {
  const number = numberOf(option, text, fallback);
  if (!Number.isInteger(number)) throw new TypeError(`${option} is "${number}": expected a whole number`);
  return number;
}
