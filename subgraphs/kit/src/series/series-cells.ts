import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaByCode } from '../geography/areas.ts';
import type { SeriesPoint } from '../statistics/comparable-points.ts';
import { restingOn, withUnit } from '../statistics/coverage.ts';
import type { Caveat, IndicatorDefinition } from '../statistics/indicator.ts';
import { limitsOf } from '../statistics/intervals.ts';
import {
  type Coverage,
  displayValueOf,
  type Edition,
  type Observation,
  type ProtectedReading,
  type Reading,
} from '../statistics/observation.ts';
import { type Period, periodAt, periodFromId } from '../statistics/periods.ts';
import type { ReleaseRecord } from '../store/release-record.ts';
import type { StoredEdition } from '../store/reading/editions-served.ts';
import type { StoredCell, StoredSeries } from '../store/reading/stored-series.ts';

/** A series that is worked out from a stored one when it is asked for: a rate from counts. */
export interface Derivation {
  readonly from: IndicatorDefinition;
  /** All on which it depends beside the stored figures, as a text: of the same two, it makes the same. */
  readonly basis: string;
  readonly derive: (reading: ProtectedReading, period: Period) => DerivedReading;
  /** What the other part of it says of itself. */
  readonly isSynthetic: boolean;
  /** What a reader must know of the newest value, which lies in the given period. */
  readonly caveats: (latest: Period) => readonly Caveat[];
}
type DerivedReading = ProtectedReading & {
  readonly denominatorPeriod: Period | null;
  readonly denominatorSource: string | null;
};

/** Of which series the cells are. */
export interface CellSource {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  /** Null where the series is a stored one. */
  readonly derivation: Derivation | null;
}

/** Beside a cell that was withheld nothing is told: it could tell when it was. A gap has coverage where it is one for that reason alone. */
function coverageOf(indicator: IndicatorDefinition, { status, coverage }: Reading): Coverage | null {
  return status === 'PUBLISHED' || status === 'NOT_AVAILABLE' ? withUnit(indicator, coverage) : null;
}

/** What a cell without a figure reads as. */
const gap: ProtectedReading = { value: null, status: 'NOT_AVAILABLE' };

/** The period of a cell. Never throws. */
export function periodOf({ indicator }: CellSource, cell: StoredCell): Period {
  return periodAt(indicator.grid, cell.ordinal);
}

/** What a cell says: as it is stored, or as it is worked out from that; NOT_AVAILABLE for a gap. Never throws. */
export function readingOf(source: CellSource, cell: StoredCell): ProtectedReading {
  return derivedOf(source, cell) ?? cell.reading ?? gap;
}

/** What is worked out from a cell, where enough reported; null where the series is a stored one, or the cell a gap. */
function derivedOf(source: CellSource, cell: StoredCell): DerivedReading | null {
  const { derivation, indicator } = source;
  if (cell.reading === null || derivation === null) return null;
  const derived = derivation.derive(cell.reading, periodOf(source, cell));
  const reading = restingOn(indicator, cell.reading, derived);
  const { denominatorPeriod, denominatorSource } = derived;
  const isLost = derived.value !== null && reading.value === null;
  return isLost
    ? { ...reading, denominatorPeriod: null, denominatorSource: null }
    : { ...reading, denominatorPeriod, denominatorSource };
}

/** A cell as the rules see it. Never throws. */
export function pointOf(source: CellSource, cell: StoredCell): SeriesPoint {
  const reading = readingOf(source, cell);
  const period = periodOf(source, cell);
  // The year of an edition is a name: nothing of it was still to come when the edition was published.
  const isEdition = source.indicator.editions?.[period.id] !== undefined;
  return {
    ...reading,
    ordinal: cell.ordinal,
    period,
    flags: flagsOfCell(source, cell, reading),
    ...(cell.from === null || isEdition ? {} : { publishedAt: cell.from.release.publishedAt }),
  };
}

function flagsOfCell({ place }: CellSource, cell: StoredCell, { flags = [] }: Reading): readonly ObservationFlag[] {
  const isComposite = cell.reading !== null && areaByCode(place)?.type === 'COMPOSITE';
  return isComposite && !flags.includes('COMPOSITE_AREA') ? [...flags, 'COMPOSITE_AREA'] : flags;
}

/** A cell of a stored series as it is served. Never throws. */
export function observationOf(
  source: CellSource,
  cell: StoredCell,
  stored: Pick<StoredSeries, 'editionsOf'>,
): Observation<ReleaseRecord> {
  const { indicator } = source;
  const derived = derivedOf(source, cell);
  const reading = derived ?? cell.reading ?? gap;
  // A count is served as it was published: limits say how far chance moves a rate or a share of like places.
  const limits = indicator.valueType === 'COUNT' ? reading : (limitsOf(indicator, reading) ?? reading);
  return {
    period: periodOf(source, cell),
    value: reading.value,
    displayValue: displayValueOf(reading, indicator.decimals),
    status: reading.status,
    flags: flagsOfCell(source, cell, reading),
    numerator: reading.numerator ?? null,
    denominator: reading.denominator ?? null,
    denominatorPeriod:
      derived?.denominatorPeriod ??
      (reading.value === null || cell.denominatorPeriodId === null ? null : periodFromId(cell.denominatorPeriodId)),
    denominatorSource: derived?.denominatorSource ?? (reading.value === null ? null : cell.denominatorSource),
    lower: limits.lower ?? null,
    upper: limits.upper ?? null,
    coverage: coverageOf(indicator, reading),
    release: cell.isReleaseHidden === true ? null : (cell.from?.release ?? null),
    // What is worked out here was in no edition.
    ...(source.derivation === null && { editions: () => stored.editionsOf(cell.ordinal).map(editionIn(indicator)) }),
  };
}

const editionIn =
  ({ decimals }: IndicatorDefinition) =>
  ({ day, reading, release }: StoredEdition): Edition<ReleaseRecord> => ({
    day,
    value: reading.value,
    displayValue: displayValueOf(reading, decimals),
    status: reading.status,
    flags: reading.flags ?? [],
    release,
  });
