import type { Spread } from './statistics.ts';

/** A Markdown table; columns of numbers stand to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const alignment = headings.map((_, index) => (rows.every((row) => isNumber(row[index] ?? '')) ? '---:' : '---'));
  return [line(headings), line(alignment), ...rows.map(line)].join('\n');
}

/** True for a number, a number with more in brackets, a cell that holds nothing, or one that says why. */
function isNumber(cell: string): boolean {
  return cell === '' || cell === 'disqualified' || cell === 'no answer' || /^[\d.,]+( \(.*\))?$/.test(cell);
}

/** A median with the lowest and the highest in brackets: `12.5 (11.0 to 13.2)`. */
export function range({ median, lowest, highest }: Spread, places: number): string {
  return `${decimals(median, places)} (${decimals(lowest, places)} to ${decimals(highest, places)})`;
}

/** A number with so many decimal places. */
export function decimals(number: number, places: number): string {
  return number.toFixed(places);
}

/** A whole number with commas between thousands. */
export function whole(number: number): string {
  return Math.round(number).toLocaleString('en-GB');
}
