import {
  coverageUnitOf,
  type CoverageNeed,
  neededCoverageOf,
  notWorkedOut,
  tooFewReported,
} from '../statistics/coverage.ts';
import type { Caveat } from '../statistics/indicator.ts';
import type { Reading } from '../statistics/observation.ts';
import type { Period } from '../statistics/periods.ts';

/** A cell of a series. */
interface Cell {
  readonly period: Pick<Period, 'label'>;
  readonly reading: Reading;
}

/**
 * What a reader must know of a series of which not all reported: that marked figures are too low, whether they are compared all the same,
 * and why the newest figure that could not be worked out is none. Empty where all reported. Never throws.
 */
export function coverageCaveats(need: CoverageNeed, cells: readonly Cell[]): readonly Caveat[] {
  const marked = cells.filter(({ reading }) => reading.flags?.includes('PARTIAL_COVERAGE') === true);
  const isShort = marked.some(({ reading }) => tooFewReported(need, reading) !== null);
  const gap = cells.findLast(({ reading }) => notWorkedOut(need, reading) !== null);
  return [
    ...(marked.length === 0 ? [] : [isShort ? notCompared : comparedAllTheSame(need)]),
    ...(gap === undefined ? [] : [gapCaveat(need, gap)]),
  ];
}

const notCompared: Caveat = {
  severity: 'DO_NOT_COMPARE',
  text: 'Part of what should have been counted was not returned, so figures marked PARTIAL_COVERAGE are too low: do not compare them with other places or years.',
};

function comparedAllTheSame(need: CoverageNeed): Caveat {
  const share = Number((neededCoverageOf(need) * 100).toPrecision(3));
  return {
    severity: 'CAUTION',
    text: `Part of what should have been counted was not returned, so figures marked PARTIAL_COVERAGE are too low. They are compared all the same: ${share}% or more of ${coverageUnitOf(need)} reported.`,
  };
}

function gapCaveat(need: CoverageNeed, { period, reading }: Cell): Caveat {
  return {
    severity: 'CAUTION',
    text: `The figure for ${period.label} ${notWorkedOut(need, reading) ?? 'is not available'}.`,
  };
}
