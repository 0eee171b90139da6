import { dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { SuccessorComparison } from '../generated/vocabulary.ts';
import type { FrameworkRecord, MeasureRecord } from './framework.ts';
import type { IndicatorLink } from './indicator-links.ts';

/** A measure of a later framework that an indicator of an earlier one measures, too. */
export interface Successor {
  readonly framework: string;
  readonly measure: string;
  readonly wording: string;
  /** Ids of the indicators that measure both. */
  readonly indicators: readonly string[];
  readonly comparison: SuccessorComparison;
}

/**
 * What goes on after a framework of what a measure of it measures: the measures of later frameworks that share an indicator with it, oldest
 * framework first. What documents call a successor is not known: this follows from what measures them.
 */
export function successorsOf(
  { measuredBy }: Pick<MeasureRecord, 'measuredBy'>,
  of: Pick<FrameworkRecord, 'validTo'>,
  frameworks: readonly FrameworkRecord[],
): readonly Successor[] {
  const later = frameworks.filter(({ validFrom }) => of.validTo !== null && validFrom > of.validTo);
  return later.flatMap((framework) =>
    framework.measures.flatMap((other) => {
      const shared = other.measuredBy.filter((link) => measuredBy.some((own) => isOfSame(own, link)));
      if (shared.length === 0) return [];
      const isSame = shared.some((link) => measuredBy.some((own) => keyOf(own) === keyOf(link)));
      return [
        {
          framework: framework.id,
          measure: other.id,
          wording: other.wording,
          indicators: [...new Set(shared.map(({ id }) => id))],
          comparison: isSame ? ('SAME_SERIES' as const) : ('OTHER_PART' as const),
        },
      ];
    }),
  );
}

const isOfSame = (one: IndicatorLink, other: IndicatorLink) => one.agency === other.agency && one.id === other.id;
const keyOf = ({ agency, id, narrowing = {} }: IndicatorLink) => `${agency} ${id} ${dimensionKey(narrowing)}`;
