import type { IndicatorDefinition } from './indicator.ts';
import type { Coverage, Reading, ReportedCoverage } from './observation.ts';

/** How many of those who should report an indicator needs, and who they are. */
export type CoverageNeed = Pick<IndicatorDefinition, 'neededCoverage' | 'coverageUnit'>;

/** What a reading says of who reported. */
type Covered = Pick<Reading, 'coverage' | 'flags'>;

/** The share of those who should report below which nothing is worked out from a figure nor compared with it. @default 1, all of them */
export const neededCoverageOf = ({ neededCoverage = 1 }: CoverageNeed): number => neededCoverage;

/** What should be there, for people: in the plural, to stand behind a number. @default 'parts' */
export const coverageUnitOf = ({ coverageUnit = 'parts' }: CoverageNeed): string => coverageUnit;

/**
 * Why too few of those who should report did, to complete a sentence that names the figure: `rests on 5 of 28 emergency departments,
 * and 26 are needed`. Null where enough did, or the question does not arise. Of a figure that is only marked PARTIAL_COVERAGE nobody
 * knows whether it is enough, so it is not. Never throws.
 */
export function tooFewReported(need: CoverageNeed, { coverage, flags = [] }: Covered): string | null {
  const share = shareOf(coverage);
  if (share === null) return flags.includes('PARTIAL_COVERAGE') ? 'is incomplete' : null;
  return share >= neededCoverageOf(need) ? null : `rests on ${countsText(need, coverage)}`;
}

/**
 * Why a figure that is not available was not worked out here, to complete a sentence that names it; null where its publisher does not
 * have it. Beside a gap of a publisher there is no coverage. Never throws.
 */
export function notWorkedOut(need: CoverageNeed, { status, coverage }: Pick<Reading, 'status' | 'coverage'>) {
  if (status !== 'NOT_AVAILABLE' || coverage == null) return null;
  const text = shareOf(coverage) === null ? null : countsText(need, coverage);
  return `is not worked out: ${text === null ? 'what it rests on is incomplete' : `it would rest on ${text}`}`;
}

/** What is worked out from a reading, given how it would be: NOT_AVAILABLE, with its coverage, where too few reported. Never throws. */
export function restingOn<Figure extends number>(
  need: CoverageNeed,
  base: Covered,
  workedOut: Reading<Figure>,
): Reading<Figure> {
  if (workedOut.value === null || tooFewReported(need, base) === null)
    return base.coverage == null ? workedOut : { ...workedOut, coverage: base.coverage };
  return { value: null, status: 'NOT_AVAILABLE', coverage: base.coverage ?? unknownCoverage };
}

/** That not all reported, where nobody says how many did. */
const unknownCoverage: ReportedCoverage = { reporting: null, expected: null };

/**
 * The coverage of what rests on several: the lowest of theirs, and one of which nobody knows how low it is before all others. Null where
 * none has any. Never throws.
 */
export function lowestCoverage<C extends ReportedCoverage>(all: readonly (C | null | undefined)[]): C | null {
  const known = all.filter((each) => each != null);
  return known.toSorted((one, other) => (shareOf(one) ?? -1) - (shareOf(other) ?? -1))[0] ?? null;
}

/** A coverage as it is served; null for none. Never throws. */
export function withUnit(need: CoverageNeed, coverage: ReportedCoverage | null | undefined): Coverage | null {
  return coverage == null ? null : { ...coverage, unit: coverageUnitOf(need) };
}

/** Null where it is not known; all, where nobody is expected. */
function shareOf(coverage: ReportedCoverage | null | undefined): number | null {
  const { reporting = null, expected = null } = coverage ?? {};
  if (reporting === null || expected === null) return null;
  return expected === 0 ? 1 : reporting / expected;
}

/** `5 of 28 emergency departments, and 26 are needed` */
function countsText(need: CoverageNeed, coverage: ReportedCoverage | null | undefined): string {
  const { reporting = 0, expected = 0 } = coverage ?? {};
  const fewest = fewestOf(expected ?? 0, neededCoverageOf(need));
  const needed = fewest === expected ? 'all' : String(fewest);
  return `${String(reporting)} of ${String(expected)} ${coverageUnitOf(need)}, and ${needed} are needed`;
}

/** The fewest whose share of all is large enough: dividing is how it is judged, so that rounding is the same. */
function fewestOf(expected: number, needed: number): number {
  const near = Math.max(0, Math.floor(expected * needed) - 1);
  return [near, near + 1, near + 2].find((count) => count / expected >= needed) ?? expected;
}
