import { dimensionKey } from '../statistics/dimensions.ts';
import { withholdsAny } from '../disclosure/policy.ts';
import type { Reading } from '../statistics/observation.ts';
import { policyAt } from '../datasets/area-policy.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import type { ReleaseDraft } from '../datasets/release-draft.ts';
import { type DraftSeries, seriesName, type StagedSeries } from '../datasets/draft-series.ts';

/** What a draft says, with the cells of rejected rows. */
export interface DraftContent extends Pick<ReleaseDraft, 'covered' | 'facts' | 'byPlace'> {
  readonly series: readonly DraftSeries[];
  /** How many cells are withheld because their row was rejected. */
  readonly withheldForRejects: number;
  /** Whether the file has more than its series show: rows that were rejected, whatever could be read of them. */
  readonly hasRejects: boolean;
}

/**
 * What a draft says where each cell of a rejected row is withheld, since nobody knows that its count is not small, and what is left
 * out follows from its total. A row that repeats an earlier one word for word adds nothing to it. Where the dataset withholds
 * nothing, a rejected row leaves no cell. The draft stays as it is. Never throws.
 */
export function withRejectedCells(draft: ReleaseDraft, dataset: DatasetDefinition): DraftContent {
  const rejected = draft.rejectedRows
    .filter((row) => !isCopy(draft, row))
    .flat()
    .filter(({ place }) => withholdsAny(policyAt(dataset, place)));
  const hasRejects = draft.rejectedRows.length > 0;
  const { covered, facts, byPlace } = draft;
  if (rejected.length === 0)
    return { covered, facts, byPlace, series: [...draft.series.values()], withheldForRejects: 0, hasRejects };
  const series = new Map(draft.series);
  const cells = new Map<string, Set<number>>();
  for (const staged of rejected) {
    const name = nameOf(staged);
    series.set(name, withheldIn(series.get(name), staged));
    cells.set(name, new Set([...(cells.get(name) ?? []), ...staged.cells.map(({ ordinal }) => ordinal)]));
  }
  return {
    covered: coveredWith(draft, rejected),
    facts,
    byPlace: byPlaceWith(draft, rejected),
    series: [...series.values()],
    withheldForRejects: [...cells.values()].reduce((sum, { size }) => sum + size, 0),
    hasRejects,
  };
}

const withheld: Reading = { value: null, status: 'CONFIDENTIAL' };

const nameOf = ({ indicator, place, dimensions = {} }: StagedSeries) =>
  seriesName(indicator, place, dimensionKey(dimensions));

/** Whether each cell that one row alone may give was given so by an earlier one. */
function isCopy(draft: ReleaseDraft, row: readonly StagedSeries[]): boolean {
  const once = row.filter(({ combine }) => combine !== 'sum');
  return once.length > 0 && once.every((staged) => isKnown(draft, staged));
}

function isKnown(draft: ReleaseDraft, staged: StagedSeries): boolean {
  const known = draft.series.get(nameOf(staged))?.readings;
  return staged.cells.every(({ ordinal, reading }) => {
    const earlier = known?.get(ordinal);
    return earlier !== undefined && isSame(earlier, reading);
  });
}

/** What of a reading may tell its count; coverage and flags do not. */
const telling = ['status', 'value', 'numerator', 'denominator', 'lower', 'upper'] as const;

const isSame = (a: Reading, b: Reading) => telling.every((part) => (a[part] ?? null) === (b[part] ?? null));

function withheldIn(known: DraftSeries | undefined, { indicator, place, dimensions = {}, cells }: StagedSeries) {
  const readings = new Map(known?.readings);
  for (const { ordinal } of cells) readings.set(ordinal, withheld);
  const empty: Omit<DraftSeries, 'readings'> = {
    indicator,
    place,
    dimensions,
    dimensionKey: dimensionKey(dimensions),
    denominatorPeriodIds: new Map(),
    denominatorSource: null,
  };
  return { ...(known ?? empty), readings };
}

function coveredWith({ covered: of }: ReleaseDraft, rejected: readonly StagedSeries[]): ReleaseDraft['covered'] {
  const covered = new Map([...of].map(([indicator, ordinals]) => [indicator, new Set(ordinals)]));
  for (const { indicator, cells } of rejected) {
    const ordinals = covered.get(indicator) ?? new Set();
    covered.set(indicator, ordinals);
    for (const { ordinal } of cells) ordinals.add(ordinal);
  }
  return covered;
}

/** An indicator of which every row was rejected is covered where they would have been. */
function byPlaceWith({ covered, byPlace }: ReleaseDraft, rejected: readonly StagedSeries[]): ReleaseDraft['byPlace'] {
  const others = rejected.map(({ indicator }) => indicator).filter((indicator) => !covered.has(indicator));
  return new Set([...byPlace, ...others]);
}
