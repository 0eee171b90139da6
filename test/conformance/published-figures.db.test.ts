import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { maxCost } from '@boroughgraph/schema/wire/limits.ts';
import { readCoverage } from '../coverage/coverage.ts';
import { coverageDocuments, readList } from '../coverage/documents.ts';
import { compareCells, drawCells } from '../random-cells/compare-cells.ts';
import { healthCells } from '../random-cells/health-cells.ts';
import { justiceCells } from '../random-cells/justice-cells.ts';
import { localAuthorityCells } from '../random-cells/local-authority-cells.ts';
import { policingCells } from '../random-cells/policing-cells.ts';
import { createRandom } from '../reference/random.ts';
import { furtherManifestPath, manifestPath } from '../support/published-manifest.ts';
import { startPublishedSystem } from '../support/published-system.ts';
import type { RunningSystem } from '../support/running-system.ts';
import { askAnonymously, readOperation, readRecordedCrime, recordedVariables } from './anonymous-caller.ts';
import { mismatches, readExpectations } from './expected.ts';
import { replacedByNewerFiles } from './replaced-by-newer-files.ts';

/** What the first manifest alone must answer, by operation and variables. */
const firstPath = manifestPath === null ? '' : join(dirname(manifestPath), '../contract/expected.json');
const namedExpectations = readExpectations(firstPath);

/** Cells that are drawn of each dataset. */
const drawn = 40;

/** Readers of the files of the second manifest, by the field of the root at which their agency answers. */
const cellReaders = Object.entries({
  policing: policingCells,
  criminalJustice: justiceCells,
  health: healthCells,
  localAuthority: localAuthorityCells,
}).flatMap(([root, readers]) => Object.entries(readers).map(([dataset, read]) => ({ root, dataset, read })));

const manifestSchema = z.object({ loads: z.array(z.object({ dataset: z.string() })) });
const ratesSchema = z.object({
  boroughs: z.array(
    z.object({
      code: z.string(),
      populationEstimates: z.array(z.object({ year: z.number(), ageBand: z.string(), persons: z.number() })),
      crimeRate: z.object({
        periodIds: z.array(z.string()),
        values: z.array(z.number().nullable()),
        observations: z.array(
          z.object({
            value: z.number().nullable(),
            numerator: z.number().nullable(),
            denominator: z.number().nullable(),
            denominatorPeriod: z.object({ id: z.string() }).nullable(),
          }),
        ),
      }),
    }),
  ),
});

const monthsSchema = z.object({
  boroughs: z.array(
    z.object({ crime: z.object({ recorded: z.object({ observations: z.array(z.unknown()) }).nullable() }) }),
  ),
});

const recordedSchema = z.object({
  borough: z.object({ crime: z.object({ recorded: z.record(z.string(), z.array(z.unknown())) }) }),
});

/** What the README recommends that one address may ask for within a minute. */
const publicBudget = 30_000_000;

describe.skipIf(furtherManifestPath === null)('the figures of all published files', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    system = await startPublishedSystem();
  }, 360_000);
  afterAll(() => system[Symbol.asyncDispose]());

  it.each(namedExpectations)('%s, with both manifests loaded', async (name, one) => {
    const query = readFileSync(new URL(`../../schema/operations/${one.operation}`, import.meta.url), 'utf8');
    const { data, errors = [] } = await system.ask(query, one.variables);
    const found = mismatches(one.expect, { data, errors });
    const replaced = replacedByNewerFiles.find((each) => name === each.name)?.values ?? {};
    expect(Object.fromEntries(found.map((mismatch) => [mismatch.path, mismatch.found]))).toEqual(
      Object.fromEntries(Object.entries(replaced).map(([at, { value }]) => [at, value])),
    );
  });

  it.each(cellReaders)(
    'answer random cells of the files of $dataset as they stand there',
    async ({ root, dataset, read }) => {
      const cells = drawCells(read(), createRandom('cells', dataset), drawn);
      const { wrong, withheld } = await compareCells(system, root, cells);
      expect(wrong).toEqual([]);
      // What is shown is compared, and that is most of it, but for homes: of these, boroughs have few.
      expect(withheld).toBeLessThan(dataset === 'ofsted-inspections' ? drawn : drawn / 4);
    },
  );

  it('are of datasets whose cells are drawn, whatever the second manifest loads', () => {
    const loads = manifestSchema.parse(JSON.parse(readFileSync(furtherManifestPath ?? '', 'utf8'))).loads;
    const read = new Set(cellReaders.map(({ dataset }) => dataset));
    expect(loads.map(({ dataset }) => dataset).filter((dataset) => !read.has(dataset))).toEqual([]);
  });

  it('divide the offences of a month by the residents of its year, or of the last year that is published', async () => {
    const { data, errors } = await system.ask(
      '{ boroughs { code populationEstimates { year ageBand persons } crimeRate { periodIds values observations { value numerator denominator denominatorPeriod { id } } } } }',
    );
    expect(errors).toBeUndefined();
    const boroughs = ratesSchema.parse(data).boroughs.filter(({ crimeRate }) => crimeRate.periodIds.length > 0);
    expect(boroughs).toHaveLength(32);
    const wrong = boroughs.flatMap(({ code, populationEstimates, crimeRate: { periodIds, values, observations } }) => {
      const residents = new Map(
        populationEstimates.flatMap(({ ageBand, year, persons }) => (ageBand === 'ALL_AGES' ? [[year, persons]] : [])),
      );
      return periodIds.flatMap((id, at) => {
        const { value, numerator, denominator, denominatorPeriod } = observations[at] ?? {};
        const year = Math.min(Number(id.slice(0, 4)), 2024);
        const persons = residents.get(year) ?? Number.NaN;
        const rate = numerator == null ? null : (numerator / persons) * 1000;
        const isRight =
          values[at] === value &&
          (rate === null ? value === null : Math.abs(rate - (value ?? 0)) < 1e-9) &&
          (value === null || (denominator === persons && denominatorPeriod?.id === `S${year}-06-30`));
        return isRight ? [] : [`${code} ${id}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('have no rate for London or the area of the Met: nobody prints both offences and residents of either', async () => {
    const { data, errors } = await system.ask(
      '{ london: area(code: "E12000007") { populationEstimates { year } crimeRate { values } } met: area(code: "E23000001") { populationEstimates { year } crimeRate { values } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ london: { crimeRate: null }, met: { populationEstimates: null, crimeRate: null } });
  });

  describe('for an anonymous caller', () => {
    const recorded = readdirSync(new URL('../../schema/operations/', import.meta.url));

    it.each(recorded.filter((name) => name.endsWith('.graphql')))(
      'answer %s, which costs less than half of what an operation may',
      async (name) => {
        const { status, errors, cost } = await askAnonymously(system.url, readOperation(name), recordedVariables[name]);
        expect({ status, errors }).toEqual({ status: 200, errors: [] });
        expect(Math.max(cost.estimate, cost.actual)).toBeLessThan(maxCost / 2);
      },
    );

    it('are all of recorded crime, in columns, page by page to its end', async () => {
      const { series, pages, cost } = await readRecordedCrime(system.url);
      expect(pages).toBe(Math.ceil(series.length / 2_000));
      expect(cost).toBeLessThan(publicBudget);
      const keys = series.map(({ area, dimensions, periodIds }) => [area, dimensions, periodIds[0]?.length]);
      expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(series.length);
      const ofHackney = series.filter(({ area, dimensions }) => area.code === 'E09000012' && dimensions.length === 0);
      const { data } = await askAnonymously(
        system.url,
        '{ borough(code: "E09000012") { crime { recorded { periodIds values statuses } } } }',
      );
      const columns = ofHackney.map(({ periodIds, values, statuses }) => ({ periodIds, values, statuses }));
      expect(columns).toContainEqual(recordedSchema.parse(data).borough.crime.recorded);
      expect(new Set(series.map(({ area }) => area.code)).size).toBe(33);
      expect(pages).toBeGreaterThan(1);
    });

    it('are 33 boroughs with two years of months, in one request', async () => {
      const { errors, data } = await askAnonymously(
        system.url,
        '{ boroughs { code crime { recorded { observations(during: { from: "2023-01-01", to: "2024-12-31" }) { period { id } value status } } } } }',
      );
      expect(errors).toEqual([]);
      const boroughs = monthsSchema.parse(data).boroughs.map(({ crime }) => crime.recorded?.observations.length ?? 0);
      expect(boroughs.toSorted((one, other) => one - other)).toEqual([0, ...Array.from({ length: 32 }, () => 24)]);
    });
  });

  it('are what the README and the list of data systems say that the graph holds', async () => {
    const coverage = await readCoverage(async (query) => {
      const { data, errors } = await system.ask(query);
      expect(errors).toBeUndefined();
      return data;
    }, readList());
    // Where they are not: `npm run report:coverage -- --write` against a graph with all published files loaded.
    const wrong = coverageDocuments(coverage).filter(({ isRight }) => !isRight);
    expect(wrong.map(({ path, content }) => `${path}: ${content}`)).toEqual([]);
  });
});
