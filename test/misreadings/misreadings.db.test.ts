import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedFile } from '../support/published-files.ts';
import { furtherManifestPath } from '../support/published-manifest.ts';
import { startPublishedSystem } from '../support/published-system.ts';
import type { RunningSystem } from '../support/running-system.ts';
import { antisocialBehaviourForCrime } from './antisocial-behaviour-for-crime.ts';
import { askByTool } from './ask-by-tool.ts';
import { askInCsv, askInParquet } from './ask-in-table.ts';
import { askInGraphql } from './ask.ts';
import { blankForZero } from './blank-for-zero.ts';
import { changedBoundary } from './changed-boundary.ts';
import { compositeForABorough } from './composite-for-a-borough.ts';
import { editionsJoined } from './editions-joined.ts';
import { endedCategory } from './ended-category.ts';
import { episodesForChildren } from './episodes-for-children.ts';
import { estimateForACount } from './estimate-for-a-count.ts';
import { figureOfANeighbour } from './figure-of-a-neighbour.ts';
import { financialYearForACalendarYear } from './financial-year-for-a-calendar-year.ts';
import { gapForZero } from './gap-for-zero.ts';
import { halfAYearForAYear } from './half-a-year-for-a-year.ts';
import { indexYearForATrend } from './index-year-for-a-trend.ts';
import { londonForTheMet } from './london-for-the-met.ts';
import { meanOfMedians } from './mean-of-medians.ts';
import { misalignedRow } from './misaligned-row.ts';
import { type Misreading, outcomeOf } from './misreading.ts';
import { missingReturnsForHealth } from './missing-returns-for-health.ts';
import { overlappingFlags } from './overlapping-flags.ts';
import { placementForResponsibility } from './placement-for-responsibility.ts';
import { provisionalLastMonth } from './provisional-last-month.ts';
import { publishedRows } from './published-rows.ts';
import { rank } from './rank.ts';
import { residentsBeforeTheCensus } from './residents-before-the-census.ts';
import { residentsOfAnotherYear } from './residents-of-another-year.ts';
import { roundingForSuppression } from './rounding-for-suppression.ts';
import { smallBase } from './small-base.ts';
import { tacticsForPeople } from './tactics-for-people.ts';
import { totalsWithTheirParts } from './totals-with-their-parts.ts';
import { twelveMonthsForAQuarter } from './twelve-months-for-a-quarter.ts';
import { unlikeBoroughs } from './unlike-boroughs.ts';
import { withheldForZero } from './withheld-for-zero.ts';

const misreadings: readonly Misreading[] = [
  halfAYearForAYear,
  blankForZero,
  withheldForZero,
  roundingForSuppression,
  totalsWithTheirParts,
  antisocialBehaviourForCrime,
  residentsOfAnotherYear,
  changedBoundary,
  provisionalLastMonth,
  editionsJoined,
  smallBase,
  meanOfMedians,
  endedCategory,
  overlappingFlags,
  londonForTheMet,
  placementForResponsibility,
  twelveMonthsForAQuarter,
  unlikeBoroughs,
  indexYearForATrend,
  rank,
  compositeForABorough,
  financialYearForACalendarYear,
  missingReturnsForHealth,
  gapForZero,
  figureOfANeighbour,
  episodesForChildren,
  tacticsForPeople,
  misalignedRow,
  residentsBeforeTheCensus,
  estimateForACount,
];
const files = misreadings.flatMap((one) => one.files);

/** The ways in which figures are given out: each must protect from every misreading. */
const formats = { GraphQL: askInGraphql, CSV: askInCsv, Parquet: askInParquet };

describe.skipIf(furtherManifestPath === null || files.some((file) => publishedFile(file) === null))(
  'misreadings of the published files',
  () => {
    let system: RunningSystem;
    beforeAll(async () => {
      system = await startPublishedSystem();
    }, 360_000);
    afterAll(() => system[Symbol.asyncDispose]());

    describe.each(misreadings.map((one) => [one.title, one] as const))('%s', (_title, one) => {
      it('in the published file', () => {
        expect(one.script(one.cells(...one.files.map(publishedRows)))).toBe(one.wrong);
      });

      it.each(Object.entries(formats))('not in %s', async (_format, askIn) => {
        expect(outcomeOf(one, await askIn(system)(one.question))).toEqual(one.outcome);
      });

      // A tool for models answers of one area at a time: what needs all of them at once cannot be misread by it.
      it.skipIf(one.question.areas === undefined)('not by a tool for language models', async () => {
        const { text, series } = await askByTool(system, one.question);
        const outcome = outcomeOf(one, series);
        if (outcome.is === 'fails') return;
        const marks = one.outcome.is === 'marked' ? one.outcome.marks : [];
        const isMarked = marks.some((mark) => text.includes(mark));
        expect([outcome.finding === one.wrong && !isMarked, text]).toEqual([false, text]);
      });
    });
  },
);
