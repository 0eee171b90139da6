import { type PeriodGrid, periodAt } from '../statistics/periods.ts';

/** Gaps that are named; of a series with more, the newest of them, and how many others there are. */
const mostNamed = 3;

/**
 * That no loaded file has some periods of a series, as a sentence for people. Of each gap the ordinals of the first and the last period,
 * oldest gap first. Never throws.
 */
export function gapText(grid: PeriodGrid, gaps: readonly (readonly [first: number, last: number])[]): string {
  const label = (ordinal: number) => periodAt(grid, ordinal).label;
  const named = gaps
    .slice(-mostNamed)
    .map(([first, last]) => (first === last ? label(first) : `${label(first)} up to ${label(last)}`));
  const others = gaps.length - named.length;
  const more =
    others === 0 ? '' : ` Before that, ${others === 1 ? 'one more gap' : `${others} more gaps`} of this kind.`;
  return `No file that is loaded has figures here for ${named.join('; ')}.${more}`;
}
