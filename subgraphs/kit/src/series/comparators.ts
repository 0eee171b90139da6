import { type ComparatorKind, comparatorKindValues, type PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { SeriesPoint } from '../statistics/comparable-points.ts';
import { compare, type Comparison, type ComparisonInput } from '../statistics/comparison.ts';
import { type Baseline, remarksOn } from '../statistics/indicator.ts';
import type { Observation } from '../statistics/observation.ts';
import { printedStepOf } from '../statistics/printed-step.ts';
import { ordinalYearBefore } from '../statistics/periods.ts';
import type { ReleaseRecord } from '../store/release-record.ts';
import { type AreaComparison, type ComparatorArea, comparatorArea } from './comparator-areas.ts';
import { areaReference } from './measured.ts';
import type { SeriesFigure, SeriesHandle } from './series.ts';

/** A comparison and what it compares with, of type Comparator in the schema. */
export interface ComparatorModel extends Comparison {
  readonly kind: ComparatorKind;
  readonly area: { readonly code: string } | null;
  /** The figure that is compared. */
  readonly own: Observation<ReleaseRecord> | null;
  readonly observation: Observation<ReleaseRecord> | null;
  readonly baseline: Baseline | null;
}

/**
 * The newest published figure of a series beside others, in the order of the kinds that are asked for, each once.
 *
 * Null, for the kinds, is every kind that the indicator has for this place. One that is asked for and that it does not have is
 * NOT_COMPARED with the reason. Of a baseline there are as many as documents state.
 *
 * All that it reads is asked for at once, so that it joins the batch in which the own figures are read.
 */
export async function comparatorsOf(
  handle: SeriesHandle,
  kinds: readonly ComparatorKind[] | null,
): Promise<readonly ComparatorModel[]> {
  const wanted = [...new Set(kinds ?? comparatorKindValues)];
  const found = await Promise.all(wanted.map((kind) => comparatorsOfKind(handle, kind)));
  const older = await handle.newestIsLacking();
  return found.flatMap((comparators, index) => {
    const kind = wanted[index];
    if (comparators.length > 0 || kinds === null || kind === undefined)
      return older === null ? comparators : comparators.map((one) => ({ ...one, method: `${one.method} ${older}` }));
    return [notHeld(kind, reasonsNotHeld[kind])];
  });
}

function comparatorsOfKind(handle: SeriesHandle, kind: ComparatorKind): Promise<readonly ComparatorModel[]> {
  if (kind === 'PREVIOUS_YEAR') return besideYearBefore(handle);
  return kind === 'BASELINE' ? besideBaselines(handle) : besideArea(handle, kind);
}

const reasonsNotHeld: Readonly<Record<ComparatorKind, string>> = {
  LONDON: 'It is not measured for a London of which this place is a part.',
  INNER_OR_OUTER: 'It is not measured for an Inner or Outer London of which this place is a part.',
  ENGLAND: 'It is not measured for England.',
  PREVIOUS_YEAR: 'There is no figure.',
  BASELINE: 'No framework names a baseline for it in its own unit.',
};

function notHeld(kind: ComparatorKind, reason: string): ComparatorModel {
  const comparison = {
    outcome: 'NOT_COMPARED',
    difference: null,
    method: 'Not compared',
    reason,
    coverage: null,
  } as const;
  return { ...comparison, kind, area: null, own: null, observation: null, baseline: null };
}

async function besideArea(handle: SeriesHandle, kind: AreaComparison): Promise<readonly ComparatorModel[]> {
  // A rate that another agency brings the residents for is known of the area that was asked about alone.
  const wider = handle.isDerived ? null : comparatorArea(handle.indicator, handle.place, kind);
  if (wider === null) return [];
  const elsewhere = handle.elsewhere(wider.code);
  // Both are asked for before either is awaited: one batch.
  const [own] = await Promise.all([handle.newestFigure(), elsewhere.stored()]);
  const other = own === null ? null : await elsewhere.figureAt(own.point.ordinal);
  const obstacle = obstacleIn(handle) ?? obstacleIn(elsewhere) ?? onlyOthers(handle, wider);
  const roundedTo = wider.otherIs === 'reference' ? await elsewhere.printedStep(other) : 0;
  const pair = { own, other, otherIs: wider.otherIs, isSameArea: false, roundedTo };
  return [{ ...(await compared(handle, pair, obstacle)), kind, area: areaReference(wider.code), baseline: null }];
}

function onlyOthers({ indicator }: SeriesHandle, { code }: ComparatorArea): string | null {
  const { comparableOnlyWith = null } = indicator;
  return comparableOnlyWith === null || comparableOnlyWith.areas.includes(code) ? null : comparableOnlyWith.reason;
}

async function besideYearBefore(handle: SeriesHandle): Promise<readonly ComparatorModel[]> {
  const own = await handle.newestFigure();
  if (own === null) return [];
  const other = await handle.figureAt(ordinalYearBefore(handle.indicator.grid, own.point.ordinal));
  const pair = { own, other, otherIs: 'estimate', isSameArea: true } as const;
  const comparison = await compared(handle, pair, obstacleIn(handle));
  return [{ ...comparison, kind: 'PREVIOUS_YEAR', area: areaReference(handle.place), baseline: null }];
}

async function besideBaselines(handle: SeriesHandle): Promise<readonly ComparatorModel[]> {
  const baselines = remarksOn(handle.indicator.baselines, handle);
  if (baselines.length === 0) return [];
  const [own, rule] = [await handle.newestFigure(), await ruleOf(handle)];
  return baselines.map((baseline) => {
    const obstacle = baseline.notComparableBecause ?? ofAnotherLength(handle, baseline) ?? obstacleIn(handle);
    const input = {
      other: statedFor(own, baseline),
      isSameArea: baseline.area === handle.place,
      isStated: true,
      obstacle,
    };
    const roundedTo = printedStepOf([baseline.value]);
    const comparison = compare({
      ...rule,
      ...input,
      roundedTo,
      own: own?.point ?? null,
      otherIs: 'reference',
    });
    const beside = { own: own?.observation ?? null, observation: null, baseline };
    return { ...comparison, kind: 'BASELINE', area: areaReference(baseline.area), ...beside };
  });
}

/** Kinds of period of twelve months. */
const years: readonly PeriodType[] = ['CALENDAR_YEAR', 'FINANCIAL_YEAR', 'ACADEMIC_YEAR', 'ROLLING_12_MONTHS'];

function ofAnotherLength({ indicator }: SeriesHandle, { isOfYear = false }: Baseline): string | null {
  if (!isOfYear || years.includes(indicator.grid.type)) return null;
  return 'The baseline is of twelve months, and the figure is not.';
}

/** A baseline as a figure of the period that it is to be held against: it was agreed on, whatever its own period. */
function statedFor(own: SeriesFigure | null, { value }: Baseline): SeriesPoint | null {
  return own === null ? null : { value, status: 'PUBLISHED', ordinal: own.point.ordinal, period: own.point.period };
}

interface Pair extends Pick<ComparisonInput, 'otherIs' | 'isSameArea' | 'roundedTo'> {
  readonly own: SeriesFigure | null;
  readonly other: SeriesFigure | null;
}

async function compared(handle: SeriesHandle, pair: Pair, obstacle: string | null) {
  const { own, other, ...how } = pair;
  const points = { own: own?.point ?? null, other: other?.point ?? null };
  return {
    ...compare({ ...(await ruleOf(handle)), ...how, ...points, obstacle }),
    own: own?.observation ?? null,
    observation: other?.observation ?? null,
  };
}

/**
 * Why no figure of a series may be compared: a caveat of its indicator that forbids it; null where none does. What is made
 * up or incomplete is not told here: each figure is marked so, and the rule of comparison looks at the marks.
 */
function obstacleIn(handle: SeriesHandle): string | null {
  const forbidding = remarksOn(handle.indicator.caveats, handle).find(({ severity }) => severity === 'DO_NOT_COMPARE');
  return forbidding?.text ?? null;
}

const ruleOf = async (handle: SeriesHandle) => ({ measure: handle.indicator, breaks: await handle.breaks() });
