import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Caveat } from '../statistics/indicator.ts';
import type { ProtectedReading } from '../statistics/observation.ts';
import type { Period } from '../statistics/periods.ts';
import type { Trend } from '../statistics/trend.ts';
import type { StoredSeries } from '../store/reading/stored-series.ts';
import type { CellSource } from './series-cells.ts';

/** A period of the grid and what it holds. */
export interface Column {
  readonly period: Period;
  readonly reading: ProtectedReading;
}

/** What is worked out of all cells of a series, as far as anybody has asked for it. */
export interface WorkedOut {
  columns?: readonly Column[];
  caveats?: readonly Caveat[];
  trend?: Trend;
}

/** Of what something is worked out beside the stored figures, and what. */
interface Derived {
  readonly of: string;
  readonly worked: WorkedOut;
}

const ofFigures = new WeakMap<StoredSeries, WorkedOut>();
const ofDerivations = new WeakMap<StoredSeries, Derived>();

/**
 * What has been worked out of a series, to which more is added: for as long as the series is remembered, and so for everybody where that
 * is. Of what is worked out with another agency's figures, that of the newest of these alone is kept: they change with its releases.
 */
export function workedOutOf(stored: StoredSeries, { indicator, derivation }: CellSource): WorkedOut {
  if (derivation === null) return kept(ofFigures, stored, () => ({}));
  const of = `${indicator.id} ${derivation.basis}`;
  const known = ofDerivations.get(stored);
  if (known?.of === of) return known.worked;
  const worked = {};
  ofDerivations.set(stored, { of, worked });
  return worked;
}

const flags = new WeakMap<readonly Column[], ReadonlySet<ObservationFlag>>();

/** The flags that any of some columns has. */
export function flagsIn(columns: readonly Column[]): ReadonlySet<ObservationFlag> {
  return kept(flags, columns, () => new Set(columns.flatMap(({ reading }) => reading.flags ?? [])));
}

function kept<Key extends object, Value>(known: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
