import {
  type AreaType,
  type ComparisonOutcome,
  type Polarity,
  type Unit,
  type ValueType,
} from '@boroughgraph/schema/vocabulary/core.ts';
import { type Caveat, type Dataset, type LineSeries, type Observation } from '../answer.ts';

/** The answer to the question of `compare-question.ts`. */
export interface CompareAnswer {
  readonly indicator: ComparedIndicator | null;
  /** Of an indicator that is worked out for one area at a time: its series by borough. */
  readonly boroughs?: readonly { readonly code: string; readonly series: BoroughSeries | null }[] | null;
}

/** What an indicator is, with its series by the code of their areas. */
export interface ComparedIndicator {
  readonly name: string;
  readonly definition: string;
  readonly unit: Unit;
  readonly valueType: ValueType;
  readonly multiplier: number;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly dimensions: readonly {
    readonly id: string;
    readonly label: string;
    readonly values: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly held: { readonly absence: { readonly text: string } | null };
  readonly dataset: Pick<Dataset, 'id' | 'title' | 'publisher' | 'licence' | 'attribution' | 'designation'>;
  readonly [code: `E${string}`]: BoroughSeries | null;
}

/** What one borough, or London, has of an indicator. */
export interface BoroughSeries {
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly site: { readonly id: string; readonly name: string } | null;
  readonly relation: LineSeries['relation'];
  readonly isSynthetic: boolean;
  readonly latest: Figure | null;
  readonly observations: readonly Figure[];
  readonly caveats: readonly Caveat[];
  readonly breaks: readonly { readonly at: string; readonly note: string }[];
  readonly comparators: readonly {
    readonly outcome: ComparisonOutcome;
    readonly method: string;
    readonly reason: string | null;
    readonly difference: number | null;
  }[];
}

/** A number with what it is of. */
export interface Figure extends Omit<Observation, 'coverage'> {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The answer to `compare-choices.graphql`. */
export interface ChoicesAnswer {
  readonly catalogue:
    | readonly {
        readonly id: string;
        readonly agency: {
          readonly name: string;
          readonly indicators: readonly {
            readonly id: string;
            readonly name: string;
            readonly unit: Unit;
            readonly valueType: ValueType;
            readonly areaTypes: readonly AreaType[];
            readonly held: {
              readonly isHeld: boolean;
              readonly isSynthetic: boolean;
              readonly absence: { readonly reason: string } | null;
            };
          }[];
        } | null;
      }[]
    | null;
}
