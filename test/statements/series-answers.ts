import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { z } from 'zod';
import type { RunningSystem } from '../support/running-system.ts';
import { editionsOf, isOfEditions, type Edition } from './edition-answers.ts';

const period = z.object({ id: z.string(), start: z.string(), end: z.string(), label: z.string(), type: z.string() });
const observation = z.object({
  period,
  value: z.number().nullable(),
  displayValue: z.string(),
  status: z.string(),
  flags: z.array(z.string()),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  coverage: z.object({ reporting: z.number().nullable(), expected: z.number().nullable() }).nullable(),
  release: z.object({ publishedAt: z.string() }).nullable(),
});
const series = z.object({
  indicator: z.object({
    id: z.string(),
    name: z.string(),
    definition: z.string(),
    unit: z.string(),
    valueType: z.string(),
    multiplier: z.number(),
    decimals: z.number(),
    polarity: z.string(),
    attributionBasis: z.string(),
    neededCoverage: z.number(),
  }),
  area: z.object({ code: z.string() }).nullable(),
  site: z.object({ id: z.string(), name: z.string() }).nullable(),
  dimensions: z.array(z.object({ dimension: z.string(), value: z.string(), label: z.string() })),
  periodType: z.string(),
  dataset: z.object({ publisher: z.string() }),
  observations: z.array(observation),
  breaks: z.array(z.object({ at: z.string() })),
  caveats: z.array(z.object({ severity: z.string(), text: z.string() })),
  trend: z.object({
    direction: z.string(),
    judgement: z.string(),
    scatter: z.string().nullable(),
    firstPeriod: period.nullable(),
    lastPeriod: period.nullable(),
    pointsUsed: z.number(),
  }),
  controlChart: z.object({
    centre: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    reason: z.string().nullable(),
    points: z.array(z.object({ period, rules: z.array(z.string()) })),
  }),
  comparators: z.array(
    z.object({
      kind: z.string(),
      outcome: z.string(),
      difference: z.number().nullable(),
      own: observation.nullable(),
      observation: observation.nullable(),
    }),
  ),
  statement: z.string(),
});
const page = z.object({
  agency: z.object({
    series: z.object({ nodes: z.array(series), hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

/** A series with all that is said of it, and what it was in each edition where something is said of these. */
export interface ReadSeries extends z.infer<typeof series> {
  readonly editions: readonly Edition[];
}
/** One of its observations. */
export type ReadObservation = z.infer<typeof observation>;

const periodFields = 'period { id start end label type }';
const observationFields = `${periodFields} value displayValue status flags numerator denominator lower upper coverage { reporting expected } release { publishedAt }`;
const seriesFields = `indicator { id name definition unit valueType multiplier decimals polarity attributionBasis neededCoverage }
  area { code } site { id name } dimensions { dimension value label } periodType dataset { publisher }
  observations { ${observationFields} } breaks { at } caveats { severity text }
  trend { direction judgement scatter pointsUsed firstPeriod { id start end label type } lastPeriod { id start end label type } }
  controlChart { centre lower upper reason points { ${periodFields} rules } }
  comparators(kinds: [LONDON, PREVIOUS_YEAR, ENGLAND, INNER_OR_OUTER]) { kind outcome difference own { ${observationFields} } observation { ${observationFields} } }
  statement`;

/** Series that one request asks for: with every month of fifteen years, about a million by the estimate of costs. */
const pageSize = 20;

/** Every series of the loaded graph, agency by agency, page by page. */
export async function* allSeries(system: RunningSystem): AsyncGenerator<ReadSeries> {
  for (const { rootField } of agencyNames)
    for (const id of await indicatorsOf(system, rootField)) yield* seriesOf(system, rootField, id);
}

async function indicatorsOf({ ask }: RunningSystem, root: string): Promise<readonly string[]> {
  const { data } = await ask(`{ agency: ${root} { indicators { id dataset { latestRelease { id } } } } }`);
  const held = z.object({
    agency: z.object({
      indicators: z.array(
        z.object({ id: z.string(), dataset: z.object({ latestRelease: z.object({ id: z.string() }).nullable() }) }),
      ),
    }),
  });
  const { indicators } = held.parse(data).agency;
  // The rate is worked out for one area at a time, and has no series to list.
  return indicators.flatMap(({ id, dataset }) =>
    dataset.latestRelease === null || id === 'recorded-crime-rate' ? [] : [id],
  );
}

async function* seriesOf(system: RunningSystem, root: string, id: string): AsyncGenerator<ReadSeries> {
  let after: string | null = null;
  do {
    const query = `query ($id: ID!, $after: String) { agency: ${root} { series(indicators: [$id], first: ${pageSize}, after: $after) {
      nodes { ${seriesFields} } hasNextPage endCursor } } }`;
    const { data, errors } = await system.ask(query, { id, after });
    if (data === null || errors !== undefined) throw new Error(`${id}: ${JSON.stringify(errors).slice(0, 500)}`);
    const found: z.infer<typeof page>['agency']['series'] = page.parse(data).agency.series;
    for (const node of found.nodes) {
      const isTold = node.caveats.some(({ text }) => isOfEditions(text));
      yield { ...node, editions: isTold ? await editionsOf(system, root, node) : [] };
    }
    after = found.hasNextPage ? found.endCursor : null;
  } while (after !== null);
}
