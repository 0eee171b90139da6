import { describe, expectTypeOf, it } from 'vitest';
import type { SeriesResolvers } from '../generated/core-types.ts';
import type { FinishedRelease, ProtectedContent } from '../loading/finish-release.ts';
import type { DraftSeries } from '../datasets/draft-series.ts';
import type { SeriesUnderPolicy } from '../loading/protection/series-under-policy.ts';
import type { Observation, ProtectedFigure, Reading } from '../statistics/observation.ts';
import type { ReleaseRecord } from '../store/release-record.ts';
import type { SeriesRecord } from '../store/series-columns.ts';
import type { CellToStore } from '../store/stored-reading.ts';
import type { Derivation } from '../series/series-cells.ts';
import type { StoredCell } from '../store/reading/stored-series.ts';

/*
 * What must not compile. The compiler fails here, not the run: `npm run check:types`.
 */

type Latest = Extract<SeriesResolvers['latest'], (...given: never) => unknown>;
type FigureColumn = 'values' | 'numerators' | 'denominators' | 'lowers' | 'uppers';
/** An observation with a part that no policy has seen. */
type WithRaw<Part extends keyof Observation> = Omit<Observation<ReleaseRecord>, Part> & Readonly<Record<Part, number>>;

describe('a figure that no policy has seen', () => {
  it('is in no series that a release is made of', () => {
    expectTypeOf<DraftSeries>().not.toExtend<SeriesUnderPolicy>();
    expectTypeOf<DraftSeries>().not.toExtend<ProtectedContent['series'][number]>();
  });

  it('is not packed for the store, and not written to it', () => {
    expectTypeOf<Reading>().not.toExtend<CellToStore['reading']>();
    expectTypeOf<Record<FigureColumn, number[]>>().not.toExtend<Pick<SeriesRecord, FigureColumn>>();
    expectTypeOf<number[]>().not.toExtend<NonNullable<SeriesRecord[FigureColumn]>>();
    expectTypeOf<number>().not.toExtend<NonNullable<FinishedRelease['series'][number]['values'][number]>>();
  });

  it('is no cell that was read, and nothing is worked out from it', () => {
    expectTypeOf<Reading>().not.toExtend<StoredCell['reading']>();
    expectTypeOf<Reading>().not.toExtend<Parameters<Derivation['derive']>[0]>();
    expectTypeOf<Reading>().not.toExtend<ReturnType<Derivation['derive']>>();
  });

  it('is not served by a resolver, neither as value nor as a count beside it', () => {
    expectTypeOf<Observation<ReleaseRecord>>().toExtend<Awaited<ReturnType<Latest>>>();
    expectTypeOf<WithRaw<'value'>>().not.toExtend<Awaited<ReturnType<Latest>>>();
    expectTypeOf<WithRaw<'numerator'>>().not.toExtend<Awaited<ReturnType<Latest>>>();
    expectTypeOf<WithRaw<'denominator'>>().not.toExtend<Awaited<ReturnType<Latest>>>();
  });

  it('is made by no arithmetic on figures that may be seen', () => {
    expectTypeOf((a: ProtectedFigure, b: ProtectedFigure) => a + b).returns.not.toExtend<ProtectedFigure>();
  });
});
