import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import { periodFromId } from '@boroughgraph/kit/statistics/periods.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { furtherManifestPath, manifestPath } from '../support/published-manifest.ts';
import { startPublishedSystem } from '../support/published-system.ts';
import type { RunningSystem } from '../support/running-system.ts';

/** A figure that the published files of both manifests must answer, or the reason why there is none. */
const expectationSchema = z.object({
  tag: z.string(),
  agency: z.string(),
  indicator: z.string(),
  area: z.string(),
  dimensions: z.array(z.object({ dimension: z.string(), value: z.string() })),
  period: z.string(),
  status: z.string().optional(),
  value: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  lower: z.number().optional(),
  upper: z.number().optional(),
});
type Expectation = z.infer<typeof expectationSchema>;

const path = manifestPath === null ? '' : join(dirname(manifestPath), '../contract/expected-more.json');
const isAtHand = existsSync(path) && furtherManifestPath !== null;
const expectations = isAtHand ? z.array(expectationSchema).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];

const observationSchema = z.object({
  period: z.object({ id: z.string() }),
  value: z.number().nullable(),
  status: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
type Answered = z.infer<typeof observationSchema>;
const seriesSchema = z.object({
  area: z.object({ code: z.string() }).nullable(),
  dimensions: z.array(z.object({ dimension: z.string(), value: z.string() })),
  observations: z.array(observationSchema),
});

const fields =
  'area { code } dimensions { dimension value } observations(during: $during) { period { id } value status numerator denominator lower upper }';

/** The field of the root at which an agency answers. */
const rootOf = (agency: string) => agency.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describe.skipIf(!isAtHand)('the figures of both manifests', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    system = await startPublishedSystem();
  }, 360_000);
  afterAll(() => system[Symbol.asyncDispose]());

  /** The observation of exactly one series in one period; null where there is none. */
  async function answerTo({ agency, indicator, area, dimensions, period }: Expectation): Promise<Answered | null> {
    const { start, end, type } = periodFromId(period);
    const place = areaTypeOf(area) === null ? `sites: ["${area}"]` : `areas: ["${area}"]`;
    const { data, errors } = await system.ask(
      `query ($indicators: [ID!]!, $dimensions: [DimensionInput!], $during: PeriodRange) {
        ${rootOf(agency)} { series(indicators: $indicators, ${place}, dimensions: $dimensions, periodType: ${type}) { nodes { ${fields} } } }
      }`,
      { indicators: [indicator], dimensions, during: { from: start, to: end } },
    );
    expect(errors).toBeUndefined();
    const nodes = z
      .array(seriesSchema)
      .parse(
        z.record(z.string(), z.object({ series: z.object({ nodes: z.unknown() }) })).parse(data)[rootOf(agency)]?.series
          .nodes,
      );
    const found = nodes.find((node) => node.dimensions.length === dimensions.length);
    return found?.observations.find((observation) => observation.period.id === period) ?? null;
  }

  it.each(expectations.map((one) => [one.tag, one] as const))('%s', async (_tag, expected) => {
    const found = await answerTo(expected);
    if (expected.value === undefined) {
      expect(found?.value ?? null).toBeNull();
      // A figure that is withheld says so; one that there is not may be missing altogether.
      if (expected.status === 'CONFIDENTIAL') expect(found?.status).toBe('CONFIDENTIAL');
      else expect(found?.status).not.toBe('CONFIDENTIAL');
      return;
    }
    const { value, numerator, denominator, lower, upper } = expected;
    const wanted = { value, numerator, denominator, lower, upper };
    const rounded = Object.fromEntries(
      Object.entries(wanted).flatMap(([name, number]) =>
        number === undefined ? [] : [[name, roundedAs(number, found?.[name as keyof typeof wanted] ?? null)]],
      ),
    );
    expect(rounded).toEqual(Object.fromEntries(Object.entries(wanted).filter(([, number]) => number !== undefined)));
    expect(found?.status).toBe('PUBLISHED');
  });
});

/** A figure rounded to the decimals that another is written with: figures are served as published. */
function roundedAs(expected: number, found: number | null): number | null {
  const decimals = String(expected).split('.')[1]?.length ?? 1;
  return found === null ? null : Number(found.toFixed(decimals));
}
