import type { Judgement, Polarity } from '@boroughgraph/schema/vocabulary/core.ts';

/** Which way a number goes, or on which side of a line it lies. */
export type Direction = 'UP' | 'DOWN';

/**
 * Which way is for the better; null where nobody judges.
 *
 * A gap gets smaller towards zero, so the way depends on the side on which the values lie; values on both sides of zero are
 * not judged. REPORTING_VOLUME and NO_JUDGEMENT never judge. Never throws.
 */
export function improvementDirection(polarity: Polarity, values: readonly number[]): Direction | null {
  switch (polarity) {
    case 'HIGH_IS_GOOD':
      return 'UP';
    case 'LOW_IS_GOOD':
      return 'DOWN';
    case 'SMALLER_GAP_IS_GOOD':
      return values.every((value) => value >= 0) ? 'DOWN' : values.every((value) => value <= 0) ? 'UP' : null;
    case 'REPORTING_VOLUME':
    case 'NO_JUDGEMENT':
      return null;
    default:
      return polarity satisfies never;
  }
}

/** What a move in a direction means where `better` is for the better. Never throws. */
export function judgementOf(direction: Direction | null, better: Direction | null): Judgement {
  if (direction === null || better === null) return 'NONE';
  return direction === better ? 'IMPROVEMENT' : 'CONCERN';
}
