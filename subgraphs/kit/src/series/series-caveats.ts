import type { CaveatSeverity } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import { type Caveat, type IndicatorDefinition, remarksOn } from '../statistics/indicator.ts';
import type { ProtectedReading } from '../statistics/observation.ts';
import type { Period } from '../statistics/periods.ts';
import { coverageCaveats } from './coverage-caveats.ts';
import { gapText } from './gap-text.ts';

/** What decides what a reader must know before using a figure of a series. */
export interface SeriesToRead {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly dimensions: Dimensions;
  readonly isSynthetic: boolean;
  /** Why nobody measures it here; null where it is measured. */
  readonly notMeasuredBecause: string | null;
  readonly cells: readonly { readonly period: Period; readonly reading: ProtectedReading }[];
  /** What the other part of a derived figure says of itself. */
  readonly derived: readonly Caveat[];
  /** The periods that lie in no release, oldest first: of each gap the first and the last ordinal. */
  readonly gaps: readonly (readonly [first: number, last: number])[];
  /** How far it moved between editions; null where that is not told. */
  readonly movement: string | null;
  /** What its publisher says of its revisions; null where none is served, or nothing is known. */
  readonly revisionNote: string | null;
}

/** What a reader must know before using a figure of a series, gravest first. Never throws. */
export function caveatsOn(series: SeriesToRead): readonly Caveat[] {
  const { indicator, isSynthetic, notMeasuredBecause, cells, derived, gaps, movement, revisionNote } = series;
  const isPublished = cells.some(({ reading }) => reading.status === 'PUBLISHED');
  const found = [
    ...(isSynthetic ? [syntheticCaveat] : []),
    ...(notMeasuredBecause === null ? [] : [informing(notMeasuredBecause)]),
    ...coverageCaveats(indicator, cells),
    ...derived,
    ...remarksOn(indicator.caveats, series),
    ...(gaps.length === 0 ? [] : [informing(gapText(indicator.grid, gaps))]),
    ...(movement === null ? [] : [informing(movement)]),
    ...(revisionNote === null ? [] : [informing(revisionNote)]),
    ...(isPublished && isCountOfPlaces(indicator) ? [sizeCaveat] : []),
  ];
  return found.toSorted((a, b) => gravity[a.severity] - gravity[b.severity]);
}

const informing = (text: string): Caveat => ({ severity: 'INFO', text });

/** Where a caveat stands among others: the gravest first. */
const gravity: Readonly<Record<CaveatSeverity, number>> = { DO_NOT_COMPARE: 0, CAUTION: 1, INFO: 2 };
const syntheticCaveat: Caveat = {
  severity: 'DO_NOT_COMPARE',
  text: 'SYNTHETIC: made-up sample figures that show how the graph works. They describe no real place, person or event.',
};
const sizeCaveat: Caveat = {
  severity: 'INFO',
  text: 'A count depends on how many people live in a place or come to it: places of unlike size are not compared by it.',
};

/** Whether areas of unlike size have it; a count of all residents says how large a place is, and needs no such word. */
function isCountOfPlaces({ valueType, areaTypes, attributionBasis }: IndicatorDefinition): boolean {
  const isOfPlaces = areaTypes.some((type) => type === 'BOROUGH' || type === 'WARD');
  return valueType === 'COUNT' && isOfPlaces && attributionBasis !== 'RESIDENCE_OF_RESPONDENT';
}
