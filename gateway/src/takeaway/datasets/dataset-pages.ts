import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { markerDescription, markerOf } from '../observation-marker.ts';
import type { Asking } from '../releases/release-question.ts';
import type { TableColumn } from '../table-column.ts';
import type { Cell } from '../table-rows.ts';
import type { FoundDataset } from './find-dataset.ts';

const text = z.string();
const texts = z.array(text);
const figures = z.array(z.number().nullable());

const series = z.object({
  indicator: z.object({ id: text }),
  area: z.object({ code: text }).nullable(),
  site: z.object({ id: text }).nullable(),
  dimensions: z.array(z.object({ dimension: text, value: text })),
  periodType: text,
  isWorkedOut: z.boolean(),
  periodIds: texts,
  values: figures,
  statuses: texts,
  flags: z.array(texts),
  numerators: figures,
  denominators: figures,
  lowers: figures,
  uppers: figures,
  releaseIds: z.array(text.nullable()),
});

const page = z.object({
  agency: z.object({
    series: z.object({ nodes: z.array(series), hasNextPage: z.boolean(), endCursor: text.nullable() }),
  }),
});

type TakenSeries = z.infer<typeof series>;

/** Series that an agency is asked for at once: of fifteen years by month, an answer of some megabytes. */
const pageSize = 200;

/** A page of a dataset, or what is wrong with it. */
export type DatasetPage =
  | { readonly kind: 'page'; readonly rows: Iterable<readonly Cell[]>; readonly next: string | null }
  | { readonly kind: 'errors'; readonly errors: readonly GraphQLFormattedError[] };

/** A page of what answers of a dataset now, or did on a day, a row an observation: by indicator, place, dimensions and period. */
export async function askForPage(
  { agency, indicators }: Pick<FoundDataset, 'agency' | 'indicators'>,
  { on, after }: { readonly on: string | null; readonly after: string | null },
  ask: Asking,
): Promise<DatasetPage> {
  const { data, errors } = await ask(writeOperation(agency.field), { indicators, on, first: pageSize, after });
  if (errors.length > 0 || data === null) return { kind: 'errors', errors };
  const { nodes, hasNextPage, endCursor } = page.parse(data).agency.series;
  return { kind: 'page', rows: rowsOf(nodes), next: hasNextPage ? endCursor : null };
}

function* rowsOf(nodes: readonly TakenSeries[]): Generator<readonly Cell[]> {
  for (const node of nodes) {
    const { indicator, area, site, periodType, isWorkedOut, periodIds } = node;
    const dimensions = node.dimensions.map(({ dimension, value }) => `${dimension}=${value}`).join(';') || 'total';
    const [place, of] = [area?.code ?? null, site?.id ?? null];
    for (const [at, period] of periodIds.entries()) {
      const [status = '', flags = []] = [node.statuses[at], node.flags[at]];
      const figure = [node.values[at] ?? null, status, flags.join('|') || null, markerOf(status, flags) || null];
      const parts = [node.numerators, node.denominators, node.lowers, node.uppers].map((each) => each[at] ?? null);
      const head = [indicator.id, place, of, dimensions, periodType, period];
      yield [...head, ...figure, ...parts, isWorkedOut, node.releaseIds[at] ?? null];
    }
  }
}

function writeOperation(field: string): string {
  return `query DatasetPage($indicators: [ID!]!, $on: Date, $first: Int!, $after: String) {
    agency: ${field} { series(indicators: $indicators, asPublishedOn: $on, first: $first, after: $after) { hasNextPage endCursor nodes {
      indicator { id } area { code } site { id } dimensions { dimension value } periodType isWorkedOut
      periodIds values statuses flags numerators denominators lowers uppers releaseIds } } } }`;
}

/** The columns of a dataset's file. */
export const datasetColumns: readonly TableColumn[] = [
  column('indicator', 'string', 'Id of what is measured.'),
  column('area', 'string', 'ONS code of the area; empty for a site.'),
  column('site', 'string', 'Id of the court, hospital or other site; empty for an area.'),
  column(
    'dimensions',
    'string',
    '"total", or what the figure is broken down by: "offence-group=robbery", several with ; between.',
  ),
  column('period_type', 'string', 'The kind of the period.'),
  column('period', 'string', 'Id of the period: 2024-11, CY2024, FY2024-25, S2024-03-31.'),
  column('value', 'double', 'The figure; empty where none is shown: see status.'),
  column('status', 'string', 'PUBLISHED, or why there is no figure.'),
  column('flags', 'string', 'What must be known of the figure, with | between.'),
  column('marker', 'string', markerDescription),
  column('numerator', 'double', 'What a rate or share is of, where the publisher or we have it.'),
  column('denominator', 'double', 'What a rate or share is over.'),
  column('lower', 'double', 'The lower limit of its interval.'),
  column('upper', 'double', 'The upper limit of its interval.'),
  column('worked_out', 'boolean', 'Whether the figure is worked out for the area, and not published for it.'),
  column('release', 'string', 'Id of the release that the figure is from.'),
];

function column(name: string, type: TableColumn['type'], description: string): TableColumn {
  return { name, level: 1, reading: { kind: 'value', keys: [name] }, type, isJoined: name === 'flags', description };
}
