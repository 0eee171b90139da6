import { z } from 'zod';
import { firstDayOf } from '../numbers/find-number.ts';
import type { TableColumn } from '../table-column.ts';
import type { Cell } from '../table-rows.ts';
import type { FoundRelease } from './find-release.ts';
import type { Asking } from './release-question.ts';

const text = z.string();
const figure = z.number().nullable();

const observation = z.object({
  period: z.object({ id: text, start: text, end: text }),
  value: figure,
  status: text,
  flags: z.array(text),
  numerator: figure,
  denominator: figure,
  lower: figure,
  upper: figure,
  release: z.object({ id: text }).nullable(),
});

const series = z.object({
  indicator: z.object({ id: text }),
  area: z.object({ code: text }).nullable(),
  site: z.object({ id: text }).nullable(),
  dimensions: z.array(z.object({ dimension: text, value: text })),
  periodType: text,
  observations: z.array(observation),
});

const page = z.object({
  agency: z.object({
    series: z.object({ nodes: z.array(series), hasNextPage: z.boolean(), endCursor: text.nullable() }),
  }),
});

type ReleaseSeries = z.infer<typeof series>;

/** Of series of fifteen years by month, an answer of five megabytes. */
const pageSize = 100;

/** The columns of a release's file. */
export const releaseColumns: readonly Pick<TableColumn, 'name' | 'type'>[] = [
  { name: 'indicator', type: 'string' },
  { name: 'area', type: 'string' },
  { name: 'site', type: 'string' },
  { name: 'dimensions', type: 'string' },
  { name: 'period_type', type: 'string' },
  { name: 'period', type: 'string' },
  { name: 'period_start', type: 'date' },
  { name: 'period_end', type: 'date' },
  { name: 'value', type: 'double' },
  { name: 'status', type: 'string' },
  { name: 'flags', type: 'string' },
  { name: 'numerator', type: 'double' },
  { name: 'denominator', type: 'double' },
  { name: 'lower', type: 'double' },
  { name: 'upper', type: 'double' },
];

/** An agency did not answer, or said what is wrong with what it was asked. */
export class UnreadableRelease extends Error {
  override readonly name = 'UnreadableRelease';
}

/**
 * What a release answers with on the first day on which anybody can see it, a list for all rows of one indicator, kind of period and place, in
 * the order of these; within it by period, then by dimensions. What another file of the same day answers in its place is not in it.
 *
 * @throws {UnreadableRelease} when a page does not come whole.
 */
export async function* rowsOfRelease(
  { agency, release, indicators }: FoundRelease,
  ask: Asking,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  let group: ReleaseSeries[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await ask(writeOperation(agency.field), {
      indicators,
      on: firstDayOf(release),
      first: pageSize,
      after,
    });
    if (errors.length > 0 || data === null) throw new UnreadableRelease(errors[0]?.message ?? 'nothing was answered');
    const { nodes, hasNextPage, endCursor } = page.parse(data).agency.series;
    for (const node of nodes) {
      if (group[0] !== undefined && placeOf(group[0]) !== placeOf(node)) {
        yield rowsOfPlace(group, release.id);
        group = [];
      }
      group.push(node);
    }
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  yield rowsOfPlace(group, release.id);
}

function placeOf({ indicator, periodType, area, site }: ReleaseSeries): string {
  return JSON.stringify([indicator.id, periodType, area?.code, site?.id]);
}

function rowsOfPlace(group: readonly ReleaseSeries[], release: string): readonly (readonly Cell[])[] {
  const rows = group.flatMap((each) => {
    const dimensions = each.dimensions.map(({ dimension, value }) => `${dimension}=${value}`).join(';') || 'total';
    const { indicator, area, site, periodType } = each;
    const head = [indicator.id, area?.code ?? null, site?.id ?? null, dimensions, periodType];
    return each.observations
      .filter((own) => own.release?.id === release)
      .map(({ period, value, status, flags, numerator, denominator, lower, upper }) => [
        ...head,
        ...[period.id, period.start, period.end, value, status, flags.join('|') || null],
        ...[numerator, denominator, lower, upper],
      ]);
  });
  // Series come by their dimensions, and sorting keeps that order within a period.
  return rows.sort((one, other) => compare(one[periodStart], other[periodStart]));
}

const periodStart = releaseColumns.findIndex(({ name }) => name === 'period_start');
const compare = (one: Cell | undefined, other: Cell | undefined) => String(one).localeCompare(String(other), 'en');

function writeOperation(field: string): string {
  return `query ReleaseRows($indicators: [ID!]!, $on: Date!, $first: Int!, $after: String) {
    agency: ${field} { series(indicators: $indicators, asPublishedOn: $on, first: $first, after: $after) { hasNextPage endCursor nodes {
      indicator { id } area { code } site { id } dimensions { dimension value } periodType
      observations { period { id start end } value status flags numerator denominator lower upper release { id } } } } } }`;
}
