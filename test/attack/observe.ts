import { z } from 'zod';
import { figureId } from './tables/cube.ts';
import { askGraph, type HeadersFor } from './graph-answer.ts';
import { selectionOf } from './selection.ts';

const edition = z.object({ day: z.string(), value: z.number().nullable(), status: z.string() });
const observation = z.looseObject({
  period: z.looseObject({ id: z.string() }),
  value: z.number().nullable(),
  status: z.string(),
  flags: z.array(z.string()),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  release: z.looseObject({ publishedAt: z.string() }).nullable(),
  history: z.array(edition),
});
const seriesNode = z.looseObject({
  indicator: z.looseObject({ id: z.string() }),
  area: z.looseObject({ code: z.string() }),
  dimensions: z.array(z.looseObject({ dimension: z.string(), value: z.string() })),
  observations: z.array(observation),
});
const page = z.object({
  nodes: z.array(seriesNode),
  hasNextPage: z.boolean(),
  endCursor: z.string().nullable(),
});

/** One observation as it was answered, every field of it. */
export type ObservedCell = z.infer<typeof observation>;
/** One series as it was answered, every field of it. */
export type ObservedSeries = z.infer<typeof seriesNode>;

/** All that a graph answers about some indicators as of one day. */
export interface Observed {
  readonly cells: ReadonlyMap<string, ObservedCell>;
  readonly series: readonly ObservedSeries[];
}

/** Whom to ask: the address, and the agency's root field there. */
export interface Asked {
  readonly url: string;
  readonly root: string;
  /** What several that have one schema are called together, of which it is read once. @default its address */
  readonly alike?: string;
  /** As whom. @default nobody */
  readonly headers?: HeadersFor;
}

/** Which series it is. */
const names = 'indicator { id } area { code } dimensions { dimension value }';
/** Series on one page: few enough that all of each may be asked for at once. */
const pageSize = 45;

/** What is asked of some indicators. */
export interface Asking {
  /** The day as of which. @default null, today */
  readonly asPublishedOn?: string | null;
  /** Whether only the figures are asked for: all fields of every observation, and nothing else of a series than which it is. @default false */
  readonly isOfFiguresOnly?: boolean;
}

/**
 * Everything that a graph answers about the series of some indicators, page by page: all fields of every series and observation.
 *
 * @throws when it answers with an error.
 */
export async function observe(
  { url, root, alike = url, headers }: Asked,
  indicators: readonly string[],
  { asPublishedOn = null, isOfFiguresOnly = false }: Asking = {},
): Promise<Observed> {
  const fieldsOf = (typeName: string) => selectionOf(url, typeName, { alike, headers });
  const selection = isOfFiguresOnly
    ? `${names} observations { ${await fieldsOf('Observation')} }`
    : await fieldsOf('Series');
  const query = `query Everything($indicators: [ID!]!, $on: Date, $after: String) {
    ${root} { series(indicators: $indicators, asPublishedOn: $on, first: ${pageSize}, after: $after) {
      nodes { ${selection} } hasNextPage endCursor
    } }
  }`;
  const series: ObservedSeries[] = [];
  let after: string | null = null;
  do {
    const { text } = await askGraph(url, { query, variables: { indicators, on: asPublishedOn, after } }, headers);
    const answered = page.parse(dataOf(text, root));
    series.push(...answered.nodes);
    after = answered.hasNextPage ? answered.endCursor : null;
  } while (after !== null);
  return { series, cells: new Map(series.flatMap(cellsOf)) };
}

function dataOf(text: string, root: string): unknown {
  const answer = z
    .object({
      data: z.record(z.string(), z.looseObject({ series: z.unknown() })).nullish(),
      errors: z.unknown().optional(),
    })
    .parse(JSON.parse(text));
  if (answer.errors !== undefined) throw new Error(`the graph answered with errors: ${text.slice(0, 500)}`);
  return answer.data?.[root]?.series;
}

function cellsOf({
  indicator,
  area,
  dimensions,
  observations,
}: ObservedSeries): readonly (readonly [string, ObservedCell])[] {
  const narrowing = Object.fromEntries(dimensions.map(({ dimension, value }) => [dimension, value]));
  return observations.map((cell) => [
    figureId({ indicator: indicator.id, place: area.code, dimensions: narrowing, period: cell.period.id }),
    cell,
  ]);
}
